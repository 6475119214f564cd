"""What the PyPI package m3u8 reads of playlists, for PlaylistTests.swift.

playlists.py TEXTS VERDICTS: both files hold texts, each behind a line with its length in bytes.
"""

import sys
from datetime import datetime, timedelta, timezone
from fractions import Fraction

from m3u8 import parser

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def rounded(value):
    return (value + Fraction(1, 2)).__floor__()


def exact(number):
    """A float as it was written."""
    return Fraction(repr(number))


def micros(number):
    return "" if number is None else str(rounded(exact(number) * 1_000_000))


def milliseconds(time):
    if time is None:
        return ""
    # Rung takes a time without a zone as UTC; m3u8 leaves it open.
    time = time if time.tzinfo else time.replace(tzinfo=timezone.utc)
    return str((time - EPOCH) // timedelta(milliseconds=1))


def text(value):
    return "" if value is None else str(value)


def variant(uri, info):
    rate = info.get("frame_rate")
    return [
        uri, text(info.get("bandwidth")), text(info.get("average_bandwidth")), text(info.get("codecs")), text(info.get("resolution")),
        "" if rate is None else micros(float(rate)), text(info.get("audio")), text(info.get("subtitles")), text(info.get("video_range")),
    ]


def lines(data):
    yield ["version", text(data.get("version"))]
    for playlist in data["playlists"]:
        yield ["variant", *variant(playlist["uri"], playlist["stream_info"])]
    for playlist in data["iframe_playlists"]:
        yield ["keyframes", *variant(playlist["uri"], playlist["iframe_stream_info"])]
    for media in data["media"]:
        channels = media.get("channels")
        yield ["media", *(text(media.get(key)) for key in ("type", "group_id", "name", "language", "uri")), text(channels and channels.split("/")[0])]
    if data["is_variant"] or data["media"]:
        return
    yield ["target", text(data.get("targetduration"))]
    yield ["sequence", text(data["media_sequence"])]
    yield ["discontinuities", text(data.get("discontinuity_sequence", 0))]
    # m3u8 gives it in lower case.
    yield ["type", text(data["playlist_type"])]
    yield ["ended", text(data["is_endlist"])]
    yield ["keyframes only", text(data["is_i_frames_only"])]
    yield ["independent", text(data["is_independent_segments"])]
    yield ["part target", micros(data["part_inf"].get("part_target"))]
    yield ["hold back", micros(data.get("server_control", {}).get("part_hold_back"))]
    yield ["skipped", text(data["skip"].get("skipped_segments", 0))]
    kilobits = None
    for segment in data["segments"]:
        for part in segment.get("parts", []):
            yield ["part", micros(part["duration"]), text(part.get("independent") == "YES")]
        # Parts behind the last segment are one without an address here.
        if "uri" not in segment:
            continue
        # m3u8 gives EXT-X-BITRATE to the segment behind it; it holds up to the next tag, and not for byte ranges (rfc8216bis, 4.4.4.8).
        kilobits = segment.get("bitrate", kilobits)
        size = ""
        if "byterange" in segment:
            size = segment["byterange"].split("@")[0]
        elif kilobits is not None:
            size = str(rounded(exact(segment["duration"]) * kilobits * 125))
        yield [
            "segment", segment["uri"], micros(segment["duration"]), size, text(segment["discontinuity"]), text(bool(segment["gap_tag"])),
            milliseconds(segment.get("program_date_time")),
        ]


def texts(path):
    with open(path, "rb") as file:
        while line := file.readline():
            yield file.read(int(line))


with open(sys.argv[2], "wb") as verdicts:
    for content in texts(sys.argv[1]):
        try:
            found = "\n".join("\t".join(line) for line in lines(parser.parse(content.decode())))
        except Exception as fault:  # The judge's own fault is a verdict that nothing is equal to.
            found = f"{type(fault).__name__}: {fault}"
        data = found.encode()
        verdicts.write(b"%d\n%s" % (len(data), data))
