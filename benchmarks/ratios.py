"""What `rung check` costs beside other things, a Markdown table: ratios.py RUNG FOLDER, where FOLDER is what run.sh prepares."""

import os
import re
import shutil
import subprocess
import sys
import time

rung, work = os.path.abspath(sys.argv[1]), sys.argv[2]
schema = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "schemas", "stream.v1.schema.json")
null = os.open(os.devnull, os.O_WRONLY)
cores = sorted(os.sched_getaffinity(0))


def once(command, statuses=(0, 1, 2)):
    """Seconds, seconds of processor time, page faults."""
    start = time.perf_counter()
    pid = os.posix_spawn(command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, null, 1), (os.POSIX_SPAWN_DUP2, null, 2)])
    _, status, usage = os.wait4(pid, 0)
    if os.waitstatus_to_exitcode(status) not in statuses:
        sys.exit(f"{command[:3]} ended with {status}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_minflt


def beside(runs, *commands, on=None):
    """Turn about, so that a slow moment of the machine falls on all. The least of each: what else runs can only make it slower.

    on: the cores of each command.
    """
    def run(index):
        if on:
            os.sched_setaffinity(0, on[index])
        return once(commands[index])

    results = [[run(index) for index in range(len(commands))] for _ in range(runs)]
    return [[min(result[index][which] for result in results) for which in range(3)] for index in range(len(commands))]


def specs(fleet, count=2000):
    return [f"{work}/{fleet}/{name}" for name in sorted(os.listdir(f"{work}/{fleet}"))[:count]]


def instructions(command):
    out = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command], capture_output=True, text=True).stderr
    return int(re.search(r"Collected : (\d+)", out)[1])


def row(what, mine, beside, ratio, bar=""):
    print(f"| {what} | {mine} | {beside} | {ratio:.2f} | {bar} |", flush=True)


print("| measured | Rung | beside it | ratio | bar |\n|---|---|---|---|---|")
# On one core, `rung check` judges all files itself.
os.sched_setaffinity(0, cores[:1])
# What was just written is mapped in larger pieces than what the first start reads from the disk.
fresh, reread = f"{work}/rung", f"{work}/rung-reread"
for copy in fresh, reread:
    shutil.copy(rung, copy)
with open(reread, "rb") as file:
    os.fsync(file.fileno())
    os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
rung = fresh
for program, what, bar in (fresh, "", "at most 3"), (reread, ", the program read from the disk once", ""):
    mine, floor = beside(300, [program, "check", specs("tenbyte")[0]], ["/bin/true"])
    row(f"start-up: `rung check one.yaml`, `/bin/true`{what}", f"{mine[0] * 1e3:.2f} ms, {mine[2]} page faults", f"{floor[0] * 1e3:.2f} ms, {floor[2]} page faults", mine[0] / floor[0], bar)
if shutil.which("valgrind"):
    for fleet, bar in ("mixed", "at most 1.8"), ("found", "at most 2.5"), ("anchors", ""):
        paths = specs(fleet, 300)
        folder = f"{work}/{fleet}-300"
        shutil.rmtree(folder, ignore_errors=True)
        os.mkdir(folder)
        for path in paths:
            shutil.copy(path, folder)
        mine, floor = instructions([rung, "check", folder]), instructions([f"{work}/events", *paths])
        row(f"instructions for each of 300 specs, {fleet}: `rung check`, libyaml's events", f"{mine / 3e5:.0f} thousand", f"{floor / 3e5:.0f} thousand", mine / floor, bar)
for fleet in "tenbyte", "mkio", "mixed", "found", "anchors":
    paths = specs(fleet)
    size = sum(os.path.getsize(path) for path in paths)
    mine, floor = beside(9, [rung, "check", f"{work}/{fleet}"], [f"{work}/events", *paths])
    row(f"processor time, {len(paths)} specs of {fleet}, {size / 1e6:.1f} MB: `rung check`, libyaml's events",
        f"{mine[1] * 1e3:.0f} ms, {mine[2]} page faults", f"{floor[1] * 1e3:.0f} ms, {floor[2]} page faults", mine[1] / floor[1])

os.sched_setaffinity(0, cores)
if len(cores) > 1:
    for fleet in "tenbyte", "mkio", "mixed":
        # What two processes without anything in common get is the bound of the machine.
        halves = [f"{work}/{fleet}-half{half}" for half in (0, 1)]
        for half, folder in enumerate(halves):
            os.mkdir(folder)
            for path in specs(fleet)[half::2]:
                os.link(path, os.path.join(folder, os.path.basename(path)))
        apart = ["/bin/sh", "-c", f"taskset -c {cores[0]} '{rung}' check {halves[0]} & taskset -c {cores[1]} '{rung}' check {halves[1]}; wait"]
        one, two, bound = beside(25, [rung, "check", f"{work}/{fleet}"], [rung, "check", f"{work}/{fleet}"], apart, on=[cores[:1], cores[:2], cores[:2]])
        row(f"time, 2,000 specs of {fleet}: `rung check` on two cores, on one", f"{two[0] * 1e3:.0f} ms", f"{one[0] * 1e3:.0f} ms", one[0] / two[0],
            f"at least 1.8; two separate commands of half the specs each: {one[0] / bound[0]:.2f}")

peers = f"{work}/peers"
others = {
    "sourcemeta-jsonschema": ["jsonschema", "validate", schema],
    "check-jsonschema": ["check-jsonschema", "--schemafile", schema],
    "yamllint": ["yamllint", "-d", "relaxed"],
}
paths = specs("tenbyte")
mine = beside(5, [rung, "check", "--jobs", "1", f"{work}/tenbyte"])[0]
for name, command in others.items():
    program = f"{peers}/{name}/bin/{command[0]}"
    if os.path.exists(program):
        # A fleet that all of them take: another status would be a fault of the command line.
        other = once([program, *command[1:], *paths], statuses=(0,))
        row(f"processor time, 2,000 specs of tenbyte: `rung check`, {name}", f"{mine[1] * 1e3:.0f} ms", f"{other[1] * 1e3:.0f} ms", other[1] / mine[1])
