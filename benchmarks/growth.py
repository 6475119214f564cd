"""How the cost of each command grows with what it is given: growth.py RUNG [COMMAND ...], a Markdown table.

Each row makes one thing two times, four times and eight times as many. A cell gives the exponent e of cost ~ n^e between the
first and the last, by processor time without that of starting, and the time and the memory of the last. 1 is linear. Where the
last one takes less than 0.1 s there is no exponent: nothing of it is measurable.
"""

import json
import math
import os
import pathlib
import shutil
import sys
import tempfile

rung, wanted = os.path.abspath(sys.argv[1]), sys.argv[2:]
work = pathlib.Path(tempfile.mkdtemp())
null = os.open(os.devnull, os.O_WRONLY)

HEAD = "rung: 1\nname: {name}\nkind: linear\n"
TENBYTE = """targets:
  tenbyte: {{region: sg-edge-04}}
ingest: {{mode: push, protocols: [rtmp]}}
encoding: transcode
ladder:
  defaults: {{fps: 25, keyframe_interval: 2s, codec: h264, profile: main, encoder_preset: veryfast, rate_control: cbr, bframes: 0, ref_frames: 1, lookahead: 10, audio: {{codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 128k}}}}
  renditions:
{renditions}packaging:
  hls: {{segment_format: mpegts, playlist_segments: 6, preserved_segments: 6}}
"""


def rendition(number):
    return f"    - {{name: r{number}, resolution: 640x360, bitrate: {3000000 - number}, max_bitrate: 3200k, buffer: 4M, level: '3.0'}}\n"


def spec(name, renditions=3, extra=""):
    return HEAD.format(name=name) + TENBYTE.format(renditions="".join(map(rendition, range(renditions)))) + extra


def write(folder, texts):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, text in texts.items():
        (folder / name).write_text(text)


def files(count):
    return {f"{number}.yaml": spec(f"c{number}") for number in range(count)}


def documents(count):
    return {"all.yaml": "---\n".join(spec(f"c{number}") for number in range(count))}


def chain(depth):
    texts = {"0.yaml": "base: true\nrung: 1\n" + TENBYTE.format(renditions=rendition(0))}
    for number in range(1, depth):
        texts[f"{number}.yaml"] = f"base: true\nrung: 1\nextends: {number - 1}.yaml\nladder: {{renditions: [{{name: r0, bitrate: {2000 + number}k}}]}}\n"
    texts["channel.yaml"] = HEAD.format(name="c") + f"extends: {depth - 1}.yaml\n"
    return texts


def fan(count):
    texts = {"base.yaml": "base: true\nrung: 1\n" + TENBYTE.format(renditions="".join(map(rendition, range(5))))}
    for number in range(count):
        texts[f"{number}.yaml"] = HEAD.format(name=f"c{number}") + "extends: base.yaml\n"
    return texts


def pairs(count):
    texts = {f"base{number}.yaml": "base: true\nrung: 1\n" + TENBYTE.format(renditions=rendition(0)) for number in range(count)}
    return texts | {f"{number}.yaml": HEAD.format(name=f"c{number}") + f"extends: base{number}.yaml\n" for number in range(count)}


# What grows, how it is made, and how many there are at first. Sizes are such that the last one takes long enough.
AXES = {
    "files": (files, 500),
    "documents of a file": (documents, 250),
    "other documents": (lambda count: {"all.yaml": "a: b\n---\n" * count + spec("c")}, 20000),
    "renditions": (lambda count: {"a.yaml": spec("c", count)}, 1000),
    "findings at keys": (lambda count: {"a.yaml": spec("c", 3, "".join(f"unknown{number}: {number}\n" for number in range(count)))}, 10000),
    "findings in files": (lambda count: {name: text.replace("region:", "regoin:") for name, text in files(count).items()}, 250),
    "bytes of a comment": (lambda count: {"a.yaml": spec("c", 3, f"# {'x' * 98}\n" * (count * 10))}, 10000),
    "comments of a line": (lambda count: {"a.yaml": spec("c", 3, "#" + " # rung: allow a/b" * count + "\n")}, 5000),
    "bytes of a scalar": (lambda count: {"a.yaml": spec("c", 3, f"description: {'word ' * (count * 200)}\n")}, 10000),
    "labels": (lambda count: {"a.yaml": spec("c", 3, "labels:\n" + "".join(f"  k{number}: v{number}\n" for number in range(count)))}, 5000),
    "secrets in plain text": (
        lambda count: {"a.yaml": spec("c", 3, "recording:\n  destinations:\n" + "".join(
            f"    - {{url: 's3://s3.example.com/b/{number}', key: key-of-{number:08}, secret: secret-of-{number:08}, region: eu-1}}\n" for number in range(count)))}, 500),
    "names of targets": (lambda count: {"a.yaml": spec("c").replace("targets:\n", "targets:\n" + "".join(f"  t{number}: {{}}\n" for number in range(count)))}, 5000),
    "bases below a file": (chain, 8),
    "files of a base": (fan, 500),
    "bases, with a file each": (pairs, 250),
}
BODY = {"renditions": 8000, "bodies": 500}


def bodies(axis, count):
    def body(number, renditions):
        ladder = [{"name": f"r{step}", "width": 640, "height": 360, "bitrate_kbps": 3000 - step % 2000, "fps": 25, "gop": 50} for step in range(renditions)]
        return {"stream_name": f"c{number}", "region_code": "sg-edge-04", "protocol": "rtmp", "ladder": {"video": ladder}}

    if axis == "renditions":
        return {"a.json": json.dumps(body(0, count))}
    return {"a.json": json.dumps([body(number, 3) for number in range(count)])}


def cost(command):
    """The least of some runs: what else runs on the machine can only add."""
    def once():
        pid = os.posix_spawn(rung, [rung, *command], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, null, 1), (os.POSIX_SPAWN_DUP2, null, 2)])
        _, status, usage = os.wait4(pid, 0)
        if os.waitstatus_to_exitcode(status) not in (0, 1, 3):
            sys.exit(f"{command} ended with {status}")
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss

    runs = [once() for _ in range(3)]
    return min(run[0] for run in runs), max(run[1] for run in runs)


def commands(folder):
    return {
        "check": ["check", "--jobs", "1", folder],
        "check --format json": ["check", "--jobs", "1", "--format", "json", folder],
        # Of files that changed: what extends them is looked for.
        "check --files-from": ["check", "--jobs", "1", "--files-from", f"{work}/list"],
        "compile": ["compile", folder],
        "plan": ["plan", folder],
        "matrix": ["matrix", folder],
        "report": ["report", folder, "-o", f"{work}/page.html"],
        "diff": ["diff", folder, folder.replace("specs", "specs-new")],
        "fmt": ["fmt", "--check", folder],
    }


def cell(axis, first, command, make, arguments, idle):
    costs = []
    for factor in 1, 2, 4, 8:
        folder = work / "specs"
        # The memory of whoever starts a process counts as its own: this one stays small.
        writer = os.fork()
        if writer == 0:
            texts = make(first * factor)
            write(folder, texts)
            bases = [name for name in texts if name.startswith("base")]
            (work / "list").write_text("".join(f"{folder}/{name}\n" for name in bases or texts))
            write(work / "specs-new", {name: text.replace("kind: linear", "kind: event") for name, text in texts.items()} if command == "diff" else {})
            os._exit(0)
        if os.waitpid(writer, 0)[1] != 0:
            sys.exit(f"{axis} cannot be written")
        costs.append(cost(arguments(f"{folder}/channel.yaml" if axis == "bases below a file" else str(folder))))
    first_cost, last_cost = (max(costs[index][0] - idle, 1e-4) for index in (0, -1))
    exponent = math.log(last_cost / first_cost) / math.log(8) if last_cost > 0.1 else None
    shown = "" if exponent is None else f"**{exponent:.2f}** "
    return exponent or 0, f"{shown}{costs[-1][0]:.2f} s {costs[-1][1] // 1024} MB"


def imported(folder):
    return ["import", "--from", "tenbyte", f"{folder}/a.json", "-o", f"{work}/out.yaml"]


write(work / "idle", {"a.yaml": spec("c")})
idle = cost(["check", str(work / "idle")])[0]
asked = [command for command in commands("") if not wanted or command in wanted]
worst = 0
if asked:
    print(f"| of | from to | {' | '.join(asked)} |\n|---|---|{'---|' * len(asked)}")
for axis, (make, first) in AXES.items() if asked else ():
    cells = [cell(axis, first, command, make, lambda folder: commands(folder)[command], idle) for command in asked]
    worst = max([worst] + [exponent for exponent, _ in cells])
    print(f"| {axis} | {first} to {first * 8} | {' | '.join(shown for _, shown in cells)} |", flush=True)
if not wanted or "import" in wanted:
    print("\n| of | from to | import |\n|---|---|---|")
    for axis, first in BODY.items():
        exponent, shown = cell(axis, first, "import", lambda count: bodies(axis, count), imported, idle)
        worst = max(worst, exponent)
        print(f"| {axis} | {first} to {first * 8} | {shown} |", flush=True)
shutil.rmtree(work)
print(f"\nThe largest exponent is {worst:.2f}.")
