#!/usr/bin/env python3
"""The multivariant playlist beside FFmpeg's media playlists, judged by others: m3u8 reads it, ffprobe and Shaka Packager name the codecs, and
rates are reckoned from the sizes of the files.

    multivariant.py RUNG FFMPEG FFPROBE PACKAGER FOLDER [codecs] [shapes] [others]
"""

import json
import os
import re
import shutil
import subprocess
import sys
from fractions import Fraction
from math import ceil
from pathlib import Path
from urllib.parse import unquote

import m3u8

RUNG, FFMPEG, FFPROBE, PACKAGER, FOLDER = sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4], Path(sys.argv[5])


def run(words, folder, code=0, **environment):
    result = subprocess.run([str(w) for w in words], cwd=folder, env={**os.environ, **environment}, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120)
    assert result.returncode == code, f"{words}: exit {result.returncode}\n{result.stdout[-1500:]}\n{result.stderr[-1500:]}"
    return result.stdout


def probe(*words):
    return json.loads(run([FFPROBE, "-v", "error", "-of", "json", *words], FOLDER))


def compiled(folder, spec):
    folder.mkdir(parents=True)
    (folder / "spec.yaml").write_text(spec)
    (folder / "encode.sh").write_text(run([RUNG, "compile", "spec.yaml", "--for", "ffmpeg", "--quiet"], folder))


def encode(folder, seconds, code=0):
    """Runs the script on its test source with the given FFmpeg."""
    programs = FOLDER / "programs"
    if not programs.exists():
        programs.mkdir()
        (programs / "ffmpeg").symlink_to(FFMPEG)
    run(["sh", "encode.sh"], folder, code, RUNG_TEST=str(seconds), PATH=f"{programs}:{os.environ['PATH']}")


def variants(path):
    """As a player finds them: each with its media playlist, and the files of that."""
    found = []
    playlist = m3u8.loads(path.read_text(), uri=str(path))
    assert playlist.is_variant and playlist.is_independent_segments
    for variant in playlist.playlists:
        media = path.parent / unquote(variant.uri)
        segments = m3u8.load(str(media))
        assert segments.segments, media
        found.append((variant.stream_info, media, segments))
    return found


def judge_attributes(path):
    for info, media, segments in variants(path):
        streams = probe("-show_streams", str(media))["streams"]
        video = next((s for s in streams if s["codec_type"] == "video"), None)
        named = info.codecs.split(",")
        if video:
            assert info.resolution == (video["width"], video["height"]), media
            assert f"{info.frame_rate:.3f}" == f"{float(Fraction(video['r_frame_rate'])):.3f}", media
            assert info.program_id is None
        assert any(n.startswith("mp4a.40.2") for n in named) == any(s["codec_name"] == "aac" for s in streams), media
        # Shaka Packager reads the description in the file.
        whole = FOLDER / "whole.mp4"
        first = segments.segments[0]
        pieces = ([media.parent / first.init_section.uri] if first.init_section else []) + [media.parent / s.uri for s in segments.segments]
        whole.write_bytes(b"".join(piece.read_bytes() for piece in pieces))
        if video:
            run([PACKAGER, f"in={whole},stream=video,output=v.mp4,playlist_name=v.m3u8", "--hls_master_playlist_output", "shaka.m3u8"], FOLDER)
            theirs = re.search(r'CODECS="([^"]*)"', (FOLDER / "shaka.m3u8").read_text()).group(1).split(",")[0]
            # Of AV1 it goes on with colours.
            assert theirs == named[0] or theirs.startswith(named[0] + "."), f"{media}: {named[0]}, Shaka Packager {theirs}"


def judge_rates(path):
    for info, media, segments in variants(path):
        lengths = [Fraction(m) for m in re.findall(r"#EXTINF:([0-9.]+)", media.read_text())]
        bits = [(media.parent / s.uri).stat().st_size * 8 for s in segments.segments]
        assert len(lengths) == len(bits)
        # RFC 8216, 4.3.4.2: any contiguous segments of 0.5 to 1.5 target durations.
        target = segments.target_duration
        peak = 0
        for start in range(len(bits)):
            for end in range(start + 1, len(bits) + 1):
                if Fraction(target, 2) <= sum(lengths[start:end]) <= Fraction(3 * target, 2):
                    peak = max(peak, Fraction(sum(bits[start:end])) / sum(lengths[start:end]))
        assert info.bandwidth >= peak, f"{media}: {info.bandwidth}, {float(peak)}"
        single = max(ceil(b / l) for b, l in zip(bits, lengths) if l >= 1 or 2 * l >= max(lengths))
        assert info.bandwidth == single, f"{media}: {info.bandwidth}, {single}"
        average = Fraction(sum(bits)) / sum(lengths)
        assert abs(info.average_bandwidth - average) <= 1, f"{media}: {info.average_bandwidth}, {float(average)}"


def verified(folder, *paths):
    run([RUNG, "verify", "--strict", "spec.yaml", *paths], folder)


def ladder(renditions, packaging, options="", defaults="fps: 25, gop: 50, resolution: 320x180, audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 64k}", more=""):
    lines = "".join(f"    - {{{r}}}\n" for r in renditions)
    return f"rung: 1\nname: Beside FFmpeg\n{more}targets: {{ffmpeg: {{{options}}}}}\nladder:\n  defaults: {{{defaults}}}\n  renditions:\n{lines}packaging: {{{packaging}}}\n"


def codecs():
    """H.264, H.265 and AV1 in one ladder; what was predicted, then what was measured."""
    folder = FOLDER / "three codecs"
    spec = ladder(
        ["name: avc, codec: h264, bitrate: 300k, max_bitrate: 330k, buffer: 330k", 'name: "hevc Ü", codec: h265, bitrate: 250k, max_bitrate: 275k, buffer: 275k',
         "name: av1, codec: av1, bitrate: 200k"], "hls: {segment_format: fmp4, segment_duration: 4s, playlist_segments: 100}")
    compiled(folder, spec)
    encode(folder, 12)
    master = folder / "out/hls/master.m3u8"
    assert master.read_text() == run([RUNG, "ladder", "preview", "spec.yaml", "--hls"], folder)
    judge_attributes(master)
    for info, media, _ in variants(master):
        assert "INF" in media.read_text() and info.average_bandwidth
    verified(folder, "out")
    # Elsewhere, then in place of the one that is there.
    run([RUNG, "ladder", "preview", "spec.yaml", "--hls", "--delivered", "out", "-o", "all.m3u8"], folder)
    run([RUNG, "ladder", "preview", "spec.yaml", "--hls", "--delivered", "out/hls", "-o", "out/hls/master.m3u8"], folder)
    for path in [folder / "all.m3u8", master]:
        judge_attributes(path)
        judge_rates(path)
    verified(folder, "all.m3u8")
    verified(folder, "out")
    # Above, from a folder with a space in its name.
    run([RUNG, "ladder", "preview", folder / "spec.yaml", "--hls", "--delivered", folder / "out/hls", "-o", "above.m3u8"], FOLDER)
    assert "three%20codecs/out/hls/avc/index.m3u8" in (FOLDER / "above.m3u8").read_text()
    judge_rates(FOLDER / "above.m3u8")
    run([RUNG, "verify", "--strict", folder / "spec.yaml", "above.m3u8"], FOLDER)
    # What is missing is not invented, and what a probe shows is not passed over.
    before = master.read_text()
    (folder / "wrong.json").write_text(json.dumps(probe("-show_streams", "-show_format", str(folder / "out/hls/avc/index.m3u8"))).replace('"High"', '"Main"'))
    wrong = spec.replace("codec: h264,", "codec: h264, profile: high,")
    (folder / "high.yaml").write_text(wrong)
    run([RUNG, "ladder", "preview", "high.yaml", "--hls", "--delivered", "out/hls", "--delivered", "avc=wrong.json", "-o", "out/hls/master.m3u8"], folder, 1)
    segment = next((folder / "out/hls/avc").glob("*1.m4s"))
    segment.rename(folder / "gone")
    run([RUNG, "ladder", "preview", "spec.yaml", "--hls", "--delivered", "out/hls", "-o", "out/hls/master.m3u8"], folder, 3)
    (folder / "gone").rename(segment)
    shutil.rmtree(folder / "out/hls/av1")
    run([RUNG, "ladder", "preview", "spec.yaml", "--hls", "--delivered", "out/hls", "-o", "out/hls/master.m3u8"], folder, 3)
    assert master.read_text() == before


def shapes():
    """One rendition in MPEG-TS with DASH beside it, a window that slides, a start over what is there; audio alone."""
    folder = FOLDER / "one"
    spec = ladder(
        ["name: avc, codec: h264, encoder_preset: ultrafast, bitrate: 300k, max_bitrate: 330k, buffer: 330k"],
        "hls: {segment_format: mpegts, segment_duration: 2s, playlist_segments: 3}, dash: {segment_format: fmp4, segment_duration: 2s, window: 10s}")
    compiled(folder, spec)
    (folder / "out/hls").mkdir(parents=True)
    master = folder / "out/hls/master.m3u8"
    # Nothing is written through a link.
    (folder / "precious").write_text("precious")
    for name in ["master.m3u8", "master.m3u8.new"]:
        (folder / "out/hls" / name).symlink_to(folder / "precious")
    encode(folder, 14)
    assert (folder / "precious").read_text() == "precious" and not master.is_symlink()
    first = master.read_text()
    judge_attributes(master)
    run([RUNG, "ladder", "preview", "spec.yaml", "--hls", "--delivered", "out/hls", "-o", "out/hls/master.m3u8"], folder)
    judge_rates(master)
    encode(folder, 4)
    assert master.read_text() == first and sorted(p.name for p in (folder / "out/hls").iterdir()) == ["avc", "master.m3u8"]
    # A link to a folder is replaced; a folder is not.
    master.unlink()
    (folder / "elsewhere").mkdir()
    master.symlink_to(folder / "elsewhere")
    encode(folder, 2)
    assert master.read_text() == first and not list((folder / "elsewhere").iterdir())
    master.unlink()
    (master / "inside").mkdir(parents=True)
    encode(folder, 2, code=1)
    assert [p.name for p in master.iterdir()] == ["inside"]

    folder = FOLDER / "radio"
    spec = ladder(
        ["name: high, audio: {bitrate: 128k}", "name: low, audio: {bitrate: 64k}"], "hls: {segment_format: fmp4, segment_duration: 4s, playlist_segments: 100}",
        defaults="audio: {codec: aac, channels: 2, sample_rate: 48 kHz}", more="media: audio\n")
    compiled(folder, spec)
    encode(folder, 9)
    judge_attributes(folder / "out/hls/master.m3u8")
    run([RUNG, "ladder", "preview", "spec.yaml", "--hls", "--delivered", "out/hls", "-o", "out/hls/master.m3u8"], folder)
    judge_rates(folder / "out/hls/master.m3u8")
    run([RUNG, "verify", "--strict", "spec.yaml", "out"], folder)


def others():
    """Where FFmpeg writes the playlist, it is FFmpeg's; what Rung says of its CODECS is so."""
    folder = FOLDER / "others"
    spec = ladder(
        ["name: hevc, codec: h265, encoder_preset: ultrafast, bitrate: 250k, max_bitrate: 275k, buffer: 275k", "name: av1, codec: av1, bitrate: 200k",
         "name: opus, codec: h264, encoder_preset: ultrafast, bitrate: 250k, max_bitrate: 275k, buffer: 275k, audio: {codec: opus}"],
        "hls: {segment_format: fmp4, segment_duration: 2s}, dash: {segment_format: fmp4, segment_duration: 2s, window: 10s}", "playlist: ffmpeg")
    compiled(folder, spec)
    encode(folder, 3)
    master = (folder / "out/hls/master.m3u8").read_text()
    found = run([RUNG, "check", "spec.yaml", "--notes", "--format", "concise"], folder)
    assert found.count("ffmpeg/codecs-not-signalled") == 3, found
    assert "FRAME-RATE" not in master
    named = re.findall(r'CODECS="([^"]*)"', master)
    manifest = re.findall(r'codecs="([^"]*)"', (folder / "out/dash/manifest.mpd").read_text())
    if "5.1" in run([FFMPEG, "-version"], folder).split("\n")[0]:
        assert named == ["hvc1.1.4.L60.B01,mp4a.40.2"] and "hvc1" in manifest, (named, manifest)
    else:
        assert named == ["hvc1.1.6.L60.90,mp4a.40.2", "av01.0.00M.08,mp4a.40.2", "avc1.42c00c,opus"] and "hvc1.1.6.L60.90" in manifest, (named, manifest)


for part in sys.argv[6:]:
    globals()[part]()
print("as expected")
