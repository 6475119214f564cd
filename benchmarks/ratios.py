"""What `rung check` costs beside other things: ratios.py RUNG FOLDER, where FOLDER is what benchmarks/run.sh prepares."""

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


def once(command):
    """Seconds, seconds of processor time, page faults."""
    start = time.perf_counter()
    pid = os.posix_spawn(command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, null, 1), (os.POSIX_SPAWN_DUP2, null, 2)])
    _, status, usage = os.wait4(pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1, 2):
        sys.exit(f"{command[:3]} ended with {status}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_minflt


def beside(runs, *commands):
    """Turn about, so that a slow moment of the machine falls on all. The least of each: what else runs can only make it slower."""
    results = [[once(command) for command in commands] for _ in range(runs)]
    return [[min(result[index][which] for result in results) for which in range(3)] for index in range(len(commands))]


def specs(fleet, count=2000):
    return [f"{work}/{fleet}/{name}" for name in sorted(os.listdir(f"{work}/{fleet}"))[:count]]


def instructions(command):
    out = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command], capture_output=True, text=True).stderr
    return int(re.search(r"Collected : (\d+)", out)[1])


# On one core, `rung check` judges all files itself.
os.sched_setaffinity(0, cores[:1])
mine, floor = beside(200, [rung, "check", specs("tenbyte")[0]], ["/bin/true"])
print(f"start-up: rung check one.yaml {mine[0] * 1e3:.2f} ms, /bin/true {floor[0] * 1e3:.2f} ms: {mine[0] / floor[0]:.2f} times (at most 3)")
for fleet in "tenbyte", "mkio", "mixed", "found":
    paths = specs(fleet)
    size = sum(os.path.getsize(path) for path in paths)
    mine, floor = beside(9, [rung, "check", f"{work}/{fleet}"], [f"{work}/events", *paths])
    print(f"volume, {fleet}: {len(paths)} specs, {size / 1e6:.1f} MB: rung check {mine[1] * 1e3:.0f} ms and {mine[2]} page faults, "
          f"libyaml's events {floor[1] * 1e3:.0f} ms and {floor[2]}: {mine[1] / floor[1]:.2f} times")
if shutil.which("valgrind"):
    for fleet, most in ("mixed", 1.8), ("found", 2.5):
        paths = specs(fleet, 300)
        folder = f"{work}/{fleet}-300"
        shutil.rmtree(folder, ignore_errors=True)
        os.mkdir(folder)
        for path in paths:
            shutil.copy(path, folder)
        mine, floor = instructions([rung, "check", folder]), instructions([f"{work}/events", *paths])
        print(f"instructions, {fleet}: 300 specs: rung check {mine / 3e5:.0f} thousand for each, libyaml's events {floor / 3e5:.0f}: {mine / floor:.2f} times (at most {most})")

os.sched_setaffinity(0, cores)
if len(cores) > 1:
    for fleet in "tenbyte", "mkio", "mixed":
        # What two processes without anything in common get is the bound of the machine.
        halves = [f"{work}/{fleet}-half{half}" for half in (0, 1)]
        for half, folder in enumerate(halves):
            os.mkdir(folder)
            for path in specs(fleet)[half::2]:
                os.link(path, os.path.join(folder, os.path.basename(path)))
        apart = ["/bin/sh", "-c", f"'{rung}' check --jobs 1 {halves[0]} & '{rung}' check --jobs 1 {halves[1]}; wait"]
        one, two, bound = beside(15, [rung, "check", "--jobs", "1", f"{work}/{fleet}"], [rung, "check", "--jobs", "2", f"{work}/{fleet}"], apart)
        print(f"two processes, {fleet}: one {one[0] * 1e3:.0f} ms, two {two[0] * 1e3:.0f} ms: {one[0] / two[0]:.2f} times (at least 1.8; two commands of half the files each: {one[0] / bound[0]:.2f})")

peers = f"{work}/peers/bin"
others = {
    "sourcemeta-jsonschema": [f"{peers}/jsonschema", "validate", schema],
    "check-jsonschema": [f"{peers}/check-jsonschema", "--schemafile", schema],
    "yamllint": [f"{peers}/yamllint", "-d", "relaxed"],
}
paths = specs("tenbyte")
mine = beside(5, [rung, "check", "--jobs", "1", f"{work}/tenbyte"])[0]
for name, command in others.items():
    if os.path.exists(command[0]):
        other = once([*command, *paths])
        print(f"beside {name}, all of tenbyte: {other[1] * 1e3:.0f} ms of processor time, rung check {mine[1] * 1e3:.0f} ms: {other[1] / mine[1]:.1f} times as much")
