#!/usr/bin/env python3
"""Live playlists as they change: several snapshots of one, right ones and faults.

    snapshots.py list
    snapshots.py make DIR [--only NAME,...]
    snapshots.py audit DIR

Each case is DIR/NAME/spec.yaml, live/0001.m3u8 and so on (the time of change of each file is two seconds after the one before) and expected.json,
as streams.py writes it. FFmpeg and nginx-rtmp run eight times as fast as live; the playlist is copied each time that it changes.
The faults are edits of what they wrote.
"""

import argparse
import datetime
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import streams
from streams import FMP4, TS, Case, program, rung, spec

SEGMENTS = ", playlist_segments: 6"
BEGAN = 1793534400  # 2026-11-01T12:00:00Z
CASES = {}
_taken = {}


def live_spec(format):
    return spec([rung("180p", "320x180", 200)], kind="linear", hls=format + SEGMENTS)


# MARK: Real ones


def watch(process, playlist, settle=0.3):
    """Every state of a file until the process has ended."""
    states, ended = [], None
    while ended is None or time.monotonic() < ended + settle:
        if ended is None and process.poll() is not None:
            ended = time.monotonic()
        try:
            text = playlist.read_text()
        except FileNotFoundError:
            text = ""
        if text and text.endswith("\n") and (not states or states[-1] != text):
            states.append(text)
        time.sleep(0.01)
    return states


def push(options, seconds, folder):
    return subprocess.Popen(
        [program("ffmpeg"), "-nostdin", "-v", "error", "-y", "-readrate", "8", "-t", str(seconds), "-f", "lavfi", "-i", "testsrc2=size=320x180:rate=25", "-readrate", "8", "-t", str(seconds),
         "-f", "lavfi", "-i", "sine=frequency=440:sample_rate=48000", "-c:v", "libx264", "-preset", "superfast", "-profile:v", "main", "-bf", "0", "-refs", "1", "-b:v", "200k",
         "-maxrate", "200k", "-bufsize", "50k", "-g", "50", "-keyint_min", "50", "-sc_threshold", "0", "-flags", "+cgop", "-pix_fmt", "yuv420p", "-c:a", "aac", "-b:a", "96k", "-ac", "2",
         *options], cwd=folder, stdin=subprocess.DEVNULL)


def ffmpeg(format="mpegts", runs=(30,)):
    """Snapshots of FFmpeg's playlist; several runs are an encoder that was started again."""
    if (format, runs) in _taken:
        return _taken[format, runs]
    folder = Path(os.environ.get("TMPDIR", "/tmp")) / f"rung-snapshots-{os.getpid()}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    states = []
    end = "m4s" if format == "fmp4" else "ts"
    for number, seconds in enumerate(runs):
        flags = "independent_segments+program_date_time+omit_endlist" + ("+append_list" if len(runs) > 1 else "")
        process = push(["-f", "hls", "-hls_time", "2", "-hls_list_size", "6", "-hls_flags", flags, "-hls_segment_type", format,
                        *(["-hls_fmp4_init_filename", "init.mp4"] if format == "fmp4" else []), "-hls_segment_filename", f"%06d.{end}", "index.m3u8"], seconds, folder)
        for state in watch(process, folder / "index.m3u8"):
            if not states or state != states[-1]:
                states.append(state)
        if process.returncode != 0:
            raise RuntimeError("ffmpeg failed")
    shutil.rmtree(folder)
    _taken[format, runs] = states
    return states


def nginx():
    if "nginx" in _taken:
        return _taken["nginx"]
    folder = Path(os.environ.get("TMPDIR", "/tmp")) / f"rung-snapshots-nginx-{os.getpid()}"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "hls").mkdir(parents=True)
    port = streams.free_port()
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(
        f"{user} load_module /usr/lib/nginx/modules/ngx_rtmp_module.so; worker_processes 1; daemon off; pid {folder}/pid; error_log {folder}/log info; events {{ worker_connections 64; }}"
        f"rtmp {{ server {{ listen 127.0.0.1:{port}; application live {{ live on; hls on; hls_path {folder}/hls; hls_fragment 2s; hls_playlist_length 12s; hls_cleanup off; }} }} }}")
    server = subprocess.Popen([program("nginx"), "-p", folder, "-c", folder / "nginx.conf"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(50):
            if (folder / "pid").exists():
                break
            time.sleep(0.1)
        _taken["nginx"] = watch(push(["-f", "flv", f"rtmp://127.0.0.1:{port}/live/s"], 30, folder), folder / "hls/s.m3u8")
        return _taken["nginx"]
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(10)
        shutil.rmtree(folder)


# MARK: Cases


def case(name):
    def add(function):
        CASES[name] = function
        return function
    return add


def write(c, states, format=TS, tool="hand", step=2):
    c.write("spec.yaml", live_spec(format))
    c.tool = tool
    for number, state in enumerate(states):
        file = f"live/{number + 1:04d}.m3u8"
        c.write(file, state)
        os.utime(c.folder / file, (BEGAN + step * number,) * 2)
        c.take(file)


def sequence(text):
    match = re.search(r"#EXT-X-MEDIA-SEQUENCE:(\d+)", text)
    return int(match[1]) if match else 0


def uris(text):
    return [l for l in text.split("\n") if l and not l.startswith("#")]


def at(c, number):
    return f"live/{number + 1:04d}.m3u8"


def full(states):
    """The first snapshot whose window is full and has moved."""
    return next(i for i, s in enumerate(states) if sequence(s) >= 2)


DATE = re.compile(r"(#EXT-X-PROGRAM-DATE-TIME:)(\S+)")


def later(text, seconds, first=0):
    """The times of segments from one on, moved. FFmpeg writes the time after EXTINF, before the address."""
    number = sequence(text) - 1

    def move(match):
        nonlocal number
        number += 1
        if number < first:
            return match[0]
        moment = datetime.datetime.strptime(match[2], "%Y-%m-%dT%H:%M:%S.%f%z") + datetime.timedelta(seconds=seconds)
        return match[1] + moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}+0000"

    return DATE.sub(move, text)


@case("right-live-ts")
def _(c):
    write(c, ffmpeg(), tool="ffmpeg")


@case("right-live-fmp4")
def _(c):
    write(c, ffmpeg("fmp4"), FMP4, tool="ffmpeg")


@case("right-live-nginx")
def _(c):
    states = nginx()
    write(c, states[next(i for i, s in enumerate(states) if "#EXT-X-DISCONTINUITY" not in s):], tool="nginx-rtmp")


@case("fault-live-nginx-start")
def _(c):
    # nginx-rtmp marks the first segment as discontinuous, and does not count it when it leaves.
    states = nginx()
    k = next(i for i, s in enumerate(states) if "#EXT-X-DISCONTINUITY" not in s)
    write(c, states, tool="nginx-rtmp")
    c.find("playlist/discontinuity-sequence-wrong", "", f"#EXT-X-MEDIA-SEQUENCE:{sequence(states[k])}", at(c, k), "#EXTM3U")


def restarted():
    """An encoder that stopped in the middle of its fifth segment. It ran faster than live: its second start is moved to after the first."""
    return [later(s, 30, 5) for s in ffmpeg(runs=(9, 24))]


def counted(states):
    """With the discontinuities counted that have left the playlist."""
    gone, result, known = 0, [], {}
    for state in states:
        number, mark = sequence(state), False
        for line in state.split("\n"):
            if line == "#EXT-X-DISCONTINUITY":
                mark = True
            elif line and not line.startswith("#"):
                known[number] = mark
                mark, number = False, number + 1
        gone = sum(m for n, m in known.items() if n < sequence(state))
        state = re.sub(r"#EXT-X-DISCONTINUITY-SEQUENCE:\d+\n", "", state)
        result.append(re.sub(r"(#EXT-X-MEDIA-SEQUENCE:\d+\n)", rf"\g<1>#EXT-X-DISCONTINUITY-SEQUENCE:{gone}\n", state))
    return result


@case("right-live-restart")
def _(c):
    write(c, counted(restarted()))


@case("right-live-one-missed")
def _(c):
    # Who looks too seldom misses a state, which is no fault of the stream.
    states = list(ffmpeg())
    del states[full(states) + 1]
    write(c, states)


@case("fault-live-sequence-back")
def _(c):
    states = list(ffmpeg())
    k = full(states) + 3
    old = sequence(states[k])
    states[k] = states[k].replace(f"#EXT-X-MEDIA-SEQUENCE:{old}\n", f"#EXT-X-MEDIA-SEQUENCE:{old - 3}\n")
    write(c, states)
    c.find("playlist/media-sequence-went-back", "", f"#EXT-X-MEDIA-SEQUENCE:{old - 3}", at(c, k))
    c.also("playlist/segment-replaced", "playlist/program-date-time-drift")


@case("fault-live-older-again")
def _(c):
    # Two servers, one of them behind: a state that was there before.
    states = list(ffmpeg())
    k = full(states) + 3
    states.insert(k, states[k - 2])
    write(c, states)
    c.find("playlist/media-sequence-went-back", "", f"#EXT-X-MEDIA-SEQUENCE:{sequence(states[k])}", at(c, k))


@case("fault-live-stalled")
def _(c):
    states = list(ffmpeg())
    k = full(states) + 1
    states[k:k] = [states[k]] * 4
    write(c, states)
    c.find("playlist/playlist-stalled", "", f"#EXT-X-MEDIA-SEQUENCE:{sequence(states[k])}", at(c, k + 4), uris(states[k])[-1])


@case("fault-live-segment-renamed")
def _(c):
    states = list(ffmpeg())
    k = full(states) + 1
    name = uris(states[k])[3]
    states = [s.replace(f"\n{name}\n", f"\nb-{name}\n") if i >= k else s for i, s in enumerate(states)]
    write(c, states)
    c.find("playlist/segment-replaced", "", f"b-{name}", at(c, k))


@case("fault-live-length-changed")
def _(c):
    states = list(ffmpeg())
    k = full(states) + 1
    name = uris(states[k])[3]
    place = re.compile(rf"#EXTINF:2\.000000,(\n#EXT-X-PROGRAM-DATE-TIME:\S+\n{name}\n)")
    states = [place.sub(r"#EXTINF:1.600000,\1", s) if i >= k else s for i, s in enumerate(states)]
    write(c, states)
    c.find("playlist/segment-replaced", "", "#EXTINF:1.600000", at(c, k))
    c.also("playlist/program-date-time-drift", "verify/segment-length-differs")


@case("fault-live-date-time-drift")
def _(c):
    # From one segment on the clock is two seconds ahead, with no discontinuity.
    states = list(ffmpeg())
    k = full(states) + 1
    first = sequence(states[k]) + 5
    states = [later(s, 2, first) for s in states]
    write(c, states)
    moved = DATE.findall(states[k])[5][1]
    c.find("playlist/program-date-time-drift", "", moved, at(c, k))


@case("fault-live-date-time-moved")
def _(c):
    # The same segments have other times than before.
    states = list(ffmpeg())
    k = full(states) + 1
    states = [later(s, 2) if i >= k else s for i, s in enumerate(states)]
    write(c, states)
    c.find("playlist/program-date-time-drift", "", DATE.findall(states[k])[0][1], at(c, k))
    c.also("playlist/segment-replaced")


@case("fault-live-discontinuity-not-counted")
def _(c):
    states = counted(restarted())
    k = next(i for i, s in enumerate(states) if "#EXT-X-DISCONTINUITY-SEQUENCE:0" not in s)
    # FFmpeg marks the first segment of all as well; what counts here is the one in the middle.
    last = max(int(n) for s in states for n in re.findall(r"DISCONTINUITY-SEQUENCE:(\d+)", s))
    k = next(i for i, s in enumerate(states) if f"#EXT-X-DISCONTINUITY-SEQUENCE:{last}\n" in s)
    states = [s.replace(f"#EXT-X-DISCONTINUITY-SEQUENCE:{last}\n", f"#EXT-X-DISCONTINUITY-SEQUENCE:{last - 1}\n") for s in states]
    write(c, states)
    c.find("playlist/discontinuity-sequence-wrong", "", f"#EXT-X-DISCONTINUITY-SEQUENCE:{last - 1}", at(c, k))


@case("fault-live-discontinuity-sequence-absent")
def _(c):
    # As FFmpeg leaves it.
    states = restarted()
    if any("DISCONTINUITY-SEQUENCE" in s for s in states):
        raise RuntimeError("this FFmpeg counts discontinuities")
    numbered = counted(states)
    last = max(int(n) for s in numbered for n in re.findall(r"DISCONTINUITY-SEQUENCE:(\d+)", s))
    k = next(i for i, s in enumerate(numbered) if f"#EXT-X-DISCONTINUITY-SEQUENCE:{last}\n" in s)
    write(c, states, tool="ffmpeg")
    c.find("playlist/discontinuity-sequence-wrong", "", f"#EXT-X-MEDIA-SEQUENCE:{sequence(states[k])}", at(c, k), "#EXTM3U")


@case("fault-live-segments-lost")
def _(c):
    # The window went on by more than its length: a viewer misses what was between.
    states = list(ffmpeg())
    k = full(states)
    lost = [s for i, s in enumerate(states) if i <= k or sequence(s) > sequence(states[k]) + 6]
    write(c, lost)
    c.find("playlist/media-sequence-jumps", "", f"#EXT-X-MEDIA-SEQUENCE:{sequence(lost[k + 1])}", at(c, k + 1))
    c.also("playlist/program-date-time-drift")


@case("fault-live-target-duration-changed")
def _(c):
    states = list(ffmpeg())
    k = full(states) + 2
    states = [s.replace("#EXT-X-TARGETDURATION:2\n", "#EXT-X-TARGETDURATION:3\n") if i >= k else s for i, s in enumerate(states)]
    write(c, states)
    c.find("playlist/target-duration-changed", "", "#EXT-X-TARGETDURATION:3", at(c, k))


# MARK: The second judge


def parsed(text):
    """Segments by number: address, length, time, discontinuities before it."""
    number, count = sequence(text), int((re.search(r"DISCONTINUITY-SEQUENCE:(\d+)", text) or [0, 0])[1])
    result, length, moment = {}, None, None
    for line in text.split("\n"):
        if line.startswith("#EXTINF:"):
            length = float(line[8:].split(",")[0])
        elif line.startswith("#EXT-X-PROGRAM-DATE-TIME:"):
            moment = datetime.datetime.strptime(line[25:], "%Y-%m-%dT%H:%M:%S.%f%z").timestamp()
        elif line == "#EXT-X-DISCONTINUITY":
            count += 1
        elif line and not line.startswith("#"):
            result[number] = (line, length, moment, count)
            number, length, moment = number + 1, None, None
    return result


def judge(texts):
    found, last, same, target = set(), {}, 0, None
    known = {}
    for text in texts:
        now = parsed(text)
        goal = re.search(r"TARGETDURATION:(\d+)", text)[1]
        if target and goal != target:
            found.add("playlist/target-duration-changed")
        target = goal
        if last:
            if min(now) < min(last):
                found.add("playlist/media-sequence-went-back")
            same = same + 1 if now == last else 0
            # 1.5 target durations without a change are allowed, and a look every two seconds.
            if same >= 3:
                found.add("playlist/playlist-stalled")
            if min(now) > max(last) + 1:
                found.add("playlist/media-sequence-jumps")
        for number, (uri, length, moment, count) in now.items():
            old = known.get(number)
            if old:
                if (uri, length) != old[:2]:
                    found.add("playlist/segment-replaced")
                if moment and abs(moment - old[2]) > 0.5:
                    found.add("playlist/program-date-time-drift")
                if count != old[3]:
                    found.add("playlist/discontinuity-sequence-wrong")
            before = now.get(number - 1)
            if before and moment and count == before[3] and abs(before[2] + before[1] - moment) > 0.5:
                found.add("playlist/program-date-time-drift")
        known.update(now)
        last = now
    return found


def audit(folder):
    failed = total = 0
    for place in sorted(p.parent for p in folder.glob("*/expected.json")):
        expected = json.loads((place / "expected.json").read_text())
        found = judge([(place / a).read_text() for a in expected["arguments"][1:]])
        wanted = {f["rule"] for f in expected["findings"]}
        missing, more = wanted - found, found - wanted - set(expected["also"])
        total += 1
        if missing or more:
            failed += 1
            print(f"{place.name}: not there {sorted(missing)}, more {sorted(more)}")
    print(f"{total} cases, {failed} not as expected")
    return 1 if failed else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=["list", "make", "audit"])
    parser.add_argument("dir", nargs="?")
    parser.add_argument("--only")
    options = parser.parse_args()
    if options.command == "list":
        print("\n".join(CASES))
        return 0
    if options.command == "audit":
        return audit(Path(options.dir))
    began, failed = time.monotonic(), 0
    chosen = options.only.split(",") if options.only else list(CASES)
    for name in chosen:
        place = Path(options.dir) / name
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        try:
            c = Case(place.resolve(), 0)
            CASES[name](c)
            c.finish()
            result = subprocess.run([program("rung"), "check", "spec.yaml"], cwd=place, capture_output=True, text=True)
            if result.returncode != 0:
                raise RuntimeError(result.stdout + result.stderr)
        except RuntimeError as error:
            failed += 1
            print(f"{name}: {error}")
    print(f"{len(chosen) - failed} of {len(chosen)} cases in {time.monotonic() - began:.1f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
