"""Writes a fleet of so many specs: `fleet.py FOLDER COUNT`. Streams clash with others that are far away; some have faults of their own."""

import pathlib
import sys

folder = pathlib.Path(sys.argv[1])
ladder = """ladder:
  defaults: {fps: 25, keyframe_interval: 2s, codec: h264, audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 128k}}
  renditions:
    - {name: 1080p, resolution: 1920x1080, bitrate: 3000k, max_bitrate: 3500k}
    - {name: 720p, resolution: 1280x720, bitrate: 1500k, max_bitrate: 2000k}
packaging: {hls: {segment_format: mpegts}}
"""
count = int(sys.argv[2]) - 1
(folder / "a").mkdir(parents=True)
# Specs extend what is in their repository.
(folder / ".git").mkdir()
(folder / "base.yaml").write_text(f"base: true\n{ladder}playback: {{domain: live.example.com}}\n")
for number in range(count):
    # Those with one key are thousands of files apart.
    key = number % (count // 2)
    target = [
        "tenbyte: {region: sg-edge-04}", f"mkio: {{project: acme, event: event-{key}}}",
        f"livekit: {{room: room-{key % 100}, participant: {{identity: camera-{key}}}}}", f"qencode: {{stream_id: s{key}}}", "ffmpeg: {}",
    ][key % 5]
    head = f"rung: 1\nname: Channel {number}\nextends: ../base.yaml\ntargets: {{{target}}}\n"
    fault = "ladder: {defaults: {fps: 50i}}\n" if number % 97 == 0 else "webhook: https://user:hunter2hunter2@hooks.example.com/\n" if number % 193 == 0 else ""
    (folder / "a" / f"channel-{number:05}.yaml").write_text(head + fault)
