"""Writes specs of about 3 KB each, no two alike: specs.py FOLDER COUNT FLEET. The same ones in every run.

Fleets: `tenbyte`, with a ladder; `mkio`, passed through; `mixed`, one of each by turns. In a mixed fleet one spec in
ten has something to be found, and `found` is a mixed one with two faults in each, `anchors` one with an anchor in each; the other fleets are sound.
"""

import pathlib
import random
import sys

folder, count, fleet = pathlib.Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
random = random.Random(20261120)
folder.mkdir(parents=True, exist_ok=True)

# Width, height, kbps, level at 25 or 30 fps.
SIZES = [(1920, 1080, 4500, "4.0"), (1280, 720, 2500, "3.1"), (854, 480, 1200, "3.0"), (640, 360, 800, "3.0"), (426, 240, 400, "2.1")]


def rendition(step, block, fps):
    width, height, rate, level = SIZES[step]
    rate += 50 * random.randrange(4)
    if (height, fps) == (480, 30):
        level = "3.1"
    pairs = [
        ("name", f"{height}p"), ("resolution", f"{width}x{height}"), ("bitrate", f"{rate}k"), ("max_bitrate", f"{rate * 5 // 4}k"),
        ("buffer", f"{rate * 3 // 2}k"), ("level", f'"{level}"'), ("audio", "{bitrate: %dk}" % max(64, 160 - 32 * step)),
    ]
    if block:
        lines = "\n      ".join(f"{key}: {value}" for key, value in pairs)
        return f"    - {lines}\n"
    return "    - {%s}\n" % ", ".join(f"{key}: {value}" for key, value in pairs)


def remark():
    what = random.choice(["Checked", "Agreed", "Changed", "Measured", "Reviewed"])
    return f"# {what} with the operators of region {random.randrange(99)}, see change {random.randrange(99999)}.\n"


def tenbyte(number, fps, interval):
    text = f"targets:\n  tenbyte: {{region: {random.choice(['sg-edge-04', 'bd-edge-01'])}}}\n"
    text += "ingest:\n  mode: push\n  protocols: [rtmp, srt]\n"
    text += f"encoding: transcode\nladder:\n  defaults:\n    fps: {fps}\n    keyframe_interval: {interval}\n    codec: h264\n    profile: main\n    encoder_preset: veryfast\n    rate_control: cbr\n"
    text += "    bframes: 0\n    ref_frames: 1\n    lookahead: 10\n    audio: {codec: aac, channels: 2, sample_rate: 48 kHz}\n  renditions:\n"
    for step in range(random.randrange(3, 6)):
        text += rendition(step, random.random() < 0.5, fps) + (f"    {remark()}" if random.random() < 0.5 else "")
    text += "packaging:\n  hls: {segment_format: mpegts, playlist_segments: 6, preserved_segments: 6}\n  dash: {segment_format: fmp4, window: 60s, min_buffer: 4s}\n"
    text += f"recording:\n  destinations:\n    - url: s3://s3.example.com/archive/channel-{number}\n      key: ${{env:S3_KEY}}\n      secret: ${{env:S3_SECRET}}\n      region: eu-1\n"
    return text + f"webhook: https://hooks.example.com/rung/{number}\n"


def mkio(number, fps, interval):
    text = f"description: >-\n  Programme {number}, produced in studio {random.randrange(40)} and distributed to every region\n  that has asked for it since the start of the season.\n"
    text += f"targets:\n  mkio:\n    project: acme\n    event: ch-{number}\n    output: ch-{number}-out\n    asset: {{name: ch-{number}-archive, storage_account: primary, container: ch-{number}}}\n"
    text += f"    locator: {{name: ch-{number}-live}}\n    encoding_type: PassthroughStandard\n    static_hostname: true\n    manifest: ch-{number}\n"
    text += "ingest:\n  mode: push\n  protocols: [rtmp]\n  allow:\n"
    for address in random.sample(range(256), random.randrange(3, 9)):
        text += f"    - 203.0.113.{address}  # encoder room {random.randrange(9)}\n"
    text += f"  token: ${{env:INGEST_TOKEN_{number}}}\n"
    text += f"  video:\n    codec: h264\n    profile: high\n    level: \"4.0\"\n    resolution: 1920x1080\n    fps: {fps}\n    keyframe_interval: {interval}\n    bitrate: {random.randrange(40, 60)}00k\n"
    text += "  audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 192k}\nencoding: passthrough\n"
    text += f"packaging:\n  hls: {{segment_format: fmp4}}\n  dash: {{segment_format: fmp4}}\nrecording:\n  window: {random.choice(['1h', '2h', '4h', '90m', 'PT4H'])}\n"
    return text + "playback: {policy: public}\n"


def spec(number):
    fps, interval = random.choice([(25, "2s"), (30, "2s"), (25, "4s"), (24, "2s")])
    text = f"# Channel {number} of the fleet; kept beside its siblings and reviewed like code.\n"
    text += f'rung: 1\nname: "Channel {number}: Événements en direct"\n'
    text += f"kind: linear\nmedia: video\nlow_latency: false\nlabels: {{team: team-{random.randrange(99)}, cost-centre: \"{random.randrange(9999)}\", tier: gold}}\n"
    is_tenbyte = number % 2 if fleet in ("mixed", "found", "anchors") else fleet == "tenbyte"
    text += tenbyte(number, fps, interval) if is_tenbyte else mkio(number, fps, interval)
    if fleet == "found":
        text = text.replace("\nkind: linear\nmedia: video\n", "\nkind: linaer\nmedia: vidio\n")
    if fleet == "anchors":
        text = text.replace("\nlabels: ", "\nlabels: &labels ")
    if fleet not in ("mixed", "anchors"):
        return padded(text)
    if number % 20 == 5:
        text = text.replace("region: ", "regoin: ")
    if number % 20 == 16:
        text = text.replace("\nrecording:", "\nidle_timeout: 120s\nrecording:")
    return padded(text)


def padded(text):
    while len(text.encode()) < 2950:
        text += remark()
    return text


for number in range(count):
    (folder / f"channel-{number:04}.yaml").write_text(spec(number), encoding="utf-8")
