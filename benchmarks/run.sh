#!/usr/bin/env bash
# Two ratios, each of things measured side by side in one run on one core:
#   start-up   `rung check one.yaml` against /bin/true                       (to stay within 5)
#   volume     `rung check` on 2,000 specs of 3 KB against libyaml's events   (to stay within 2.5), for three fleets
# Usage: benchmarks/run.sh [RUNG]    RUNG: a program to measure in place of a fresh static release build.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if [ $# -gt 0 ]; then
  rung=$1
else
  # As README.md installs it. The program runs on one thread: its references need no atomic counts.
  flags=(-c release -Xswiftc -static-executable -Xswiftc -cross-module-optimization -Xswiftc -assume-single-threaded)
  swift build "${flags[@]}" --product rung >&2
  rung=$(swift build "${flags[@]}" --show-bin-path)/rung
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cc -O2 -o "$work/events" benchmarks/events.c $(pkg-config --cflags --libs yaml-0.1)
for fleet in tenbyte mkio mixed; do python3 benchmarks/specs.py "$work/$fleet" 2000 "$fleet"; done

core() { if command -v taskset > /dev/null; then taskset -c 0 "$@"; else "$@"; fi; }

core python3 - "$rung" "$work" <<'PYTHON'
import os, sys, time

rung, work = sys.argv[1:]
null = open(os.devnull, "w")


def once(command):
    start = time.perf_counter()
    pid = os.posix_spawn(command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, null.fileno(), 1), (os.POSIX_SPAWN_DUP2, null.fileno(), 2)])
    _, status, usage = os.wait4(pid, 0)
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, os.waitstatus_to_exitcode(status)


def beside(first, second, runs, which):
    """Turn about, so that a slow moment of the machine falls on both."""
    times = [], []
    for _ in range(runs):
        for index, command in enumerate((first, second)):
            result = once(command)
            if result[2] not in (0, 1):
                sys.exit(f"{command[:3]} ended with {result[2]}")
            times[index].append(result[which])
    # The fastest of each: what else runs on the machine can only make it slower.
    return [min(list) for list in times]


def specs(fleet):
    return [f"{work}/{fleet}/{name}" for name in sorted(os.listdir(f"{work}/{fleet}"))]


mine, floor = beside([rung, "check", specs("tenbyte")[0]], ["/bin/true"], 200, 0)
print(f"start-up: rung check one.yaml {mine * 1e3:.2f} ms, /bin/true {floor * 1e3:.2f} ms: {mine / floor:.2f} times (at most 5)")
for fleet in "tenbyte", "mkio", "mixed":
    paths = specs(fleet)
    size = sum(os.path.getsize(path) for path in paths)
    mine, floor = beside([rung, "check", f"{work}/{fleet}"], [f"{work}/events", *paths], 9, 1)
    print(f"volume, {fleet}: {len(paths)} specs, {size / 1e6:.1f} MB: rung check {mine * 1e3:.0f} ms, libyaml's events {floor * 1e3:.0f} ms: {mine / floor:.2f} times (at most 2.5)")
PYTHON
