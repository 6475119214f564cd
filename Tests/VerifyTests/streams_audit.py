"""A second judge of what streams.py made: it reads the spec and the files alone, and compares what it finds with expected.json."""

import json
import re
from fractions import Fraction
from xml.etree import ElementTree


# MARK: The spec, in the plain YAML that streams.py writes


def flow(text):
    """{a: b, c: {d: e}}, [a, b] or a scalar."""
    text = text.strip()
    if text[:1] not in "{[" or not text:
        return text.strip('"')
    parts, depth, last = [], 0, 1
    for at, letter in enumerate(text):
        depth += (letter in "{[") - (letter in "}]")
        if (letter == "," and depth == 1) or depth == 0:
            parts.append(text[last:at])
            last = at + 1
            if depth == 0:
                break
    if text[0] == "[":
        return [flow(p) for p in parts]
    return {k.strip(): flow(v) for k, v in (p.split(":", 1) for p in parts if ":" in p)}


def yaml(text):
    lines = [(len(l) - len(l.lstrip()), l.strip()) for l in text.split("\n") if l.strip() and not l.strip().startswith("#")]

    def block(at, indent):
        result = [] if lines[at][1].startswith("- ") else {}
        while at < len(lines) and lines[at][0] == indent:
            words = lines[at][1]
            if words.startswith("- {"):
                result.append(flow(words[2:]))
                at += 1
            elif words.startswith("- "):
                lines[at] = (indent + 2, words[2:])
                value, at = block(at, indent + 2)
                result.append(value)
            else:
                key, value = words.split(":", 1)
                at += 1
                if value.strip():
                    result[key] = flow(value)
                elif at < len(lines) and lines[at][0] > indent:
                    result[key], at = block(at, lines[at][0])
        return result, at

    return block(0, 0)[0]


def merged(old, new):
    result = dict(old)
    for key, value in new.items():
        if isinstance(value, dict) and isinstance(result.get(key), dict):
            result[key] = merged(result[key], value)
        elif key == "renditions" and key in result:
            by_name = {r["name"]: r for r in value}
            result[key] = [merged(r, by_name.get(r["name"], {})) for r in result[key]]
        else:
            result[key] = value
    return result


def read_spec(folder):
    spec = yaml((folder / "spec.yaml").read_text())
    if "extends" in spec:
        spec = merged(yaml((folder / spec["extends"]).read_text()), spec)
    targets = spec.get("targets")
    if isinstance(targets, dict):
        spec = merged(spec, (targets.get("ffmpeg") or {}).get("overrides", {}))
    ladder = spec["ladder"]
    renditions = [merged(ladder.get("defaults", {}), r) for r in ladder["renditions"]]
    packaging = spec["packaging"]
    return spec, renditions, packaging.get("hls"), packaging.get("dash")


def number(text):
    match = re.fullmatch(r"([0-9.]+) *(ms|s|k|M|kHz|m|h)?", text)
    return float(match[1]) * {"ms": 0.001, "s": 1, "k": 1000, "M": 1e6, "kHz": 1000, "m": 60, "h": 3600, None: 1}[match[2]]


def rate(text):
    nominal = {"29.97": Fraction(30000, 1001), "59.94": Fraction(60000, 1001), "23.976": Fraction(24000, 1001)}
    return nominal.get(text) or Fraction(text)


# MARK: The judge

VIDEO = {"h264": "h264", "h265": "hevc", "av1": "av1"}
PROFILES = {"main": {"Main"}, "high": {"High"}, "baseline": {"Constrained Baseline", "Baseline"}, "main10": {"Main 10"}, "high10": {"High 10"}}


class Judge:
    def __init__(self, folder):
        self.folder = folder
        self.found, self.notes = {}, []
        self.spec, self.renditions, self.hls, self.dash = read_spec(folder)
        self.names = {r["name"] for r in self.renditions}
        self.isVideo = self.spec.get("media") != "audio"
        expected = json.loads((folder / "expected.json").read_text())
        self.files = expected["arguments"][1:]
        self.seen = set()
        for file in self.files:
            text = (folder / file).read_text()
            if file.startswith("probe/"):
                self.probe(file, json.loads(text))
            elif file.endswith(".mpd"):
                self.manifest(file, text)
            elif "#EXT-X-STREAM-INF" in text:
                self.master(file, text)
        self.media()

    def find(self, rule, text):
        self.found.setdefault(rule, []).append(text)

    def gop(self, r):
        fps = rate(r["fps"])
        return int(r["gop"]) if "gop" in r and "keyframe_interval" not in r else round(number(r["keyframe_interval"]) * fps)

    # MARK: Probes

    def probe(self, file, probe):
        name = file[6:-5]
        r = next((r for r in self.renditions if r["name"] == name), None)
        streams = probe["streams"]
        v = next((s for s in streams if s["codec_type"] == "video"), None)
        a = next((s for s in streams if s["codec_type"] == "audio"), None)
        if r is None and v is not None:
            return self.find("verify/rendition-not-asked", file)
        r = r or self.renditions[0]
        packets = [p for p in probe.get("packets", probe.get("packets_and_frames", [])) if p.get("type", "packet") == "packet"]
        frames = [p for p in probe.get("packets_and_frames", []) if p.get("type") == "frame"]
        if v is not None:
            self.picture(file, r, v, [p for p in packets if p["codec_type"] == "video"], [f for f in frames if f["media_type"] == "video"])
        asked = r.get("audio")
        muxed = not any((self.folder / f).name == "audio.json" for f in self.files)
        if asked and a is None and muxed:
            self.find("verify/audio-missing", file)
        if asked and a is not None:
            codec = {"aac": "aac", "ac3": "ac3"}[asked["codec"]]
            if a["codec_name"] != codec:
                self.find("verify/audio-codec-differs", file)
            if a["channels"] != int(asked["channels"]):
                self.find("verify/channels-differ", file)
            if int(a["sample_rate"]) != number(asked["sample_rate"]):
                self.find("verify/sample-rate-differs", file)
            heard = [p for p in packets if p["codec_type"] == "audio"]
            bits = sum(int(p["size"]) for p in heard) * 8 / self.length(heard, int(a["sample_rate"]), a["codec_name"])
            # ADTS has seven bytes a frame.
            if not 0.6 < bits / number(asked["bitrate"]) < 1.3:
                self.find("verify/audio-bitrate-differs", f"{file}: {bits:.0f}")
            self.notes.append(f"{name} sound {bits / number(asked['bitrate']):.2f} of {asked['bitrate']}")

    @staticmethod
    def length(packets, sample_rate, codec):
        """Not every packet has a duration."""
        return len(packets) * {"aac": 1024, "ac3": 1536}[codec] / sample_rate

    def picture(self, file, r, v, packets, frames):
        if f"{v['width']}x{v['height']}" != r["resolution"]:
            self.find("verify/size-differs", file)
        if v["codec_name"] != VIDEO[r["codec"]]:
            return self.find("verify/codec-differs", file)
        if "profile" in r and v["profile"] not in PROFILES[r["profile"]]:
            self.find("verify/profile-differs", f"{file}: {v['profile']}")
        if "level" in r and v["level"] != round(float(r["level"]) * {"h264": 10, "h265": 30}[r["codec"]]):
            self.find("verify/level-differs", f"{file}: {v['level']}")
        if v["pix_fmt"] != ("yuv420p10le" if r.get("profile", "").endswith("10") else "yuv420p"):
            self.find("verify/pixel-format-differs", file)
        if v.get("field_order", "progressive") != "progressive":
            self.find("verify/scan-differs", file)
        if v.get("sample_aspect_ratio", "1:1") != "1:1":
            self.find("verify/pixel-aspect-differs", file)
        if frames and "ref_frames" in r and v["refs"] != int(r["ref_frames"]):
            self.find("verify/reference-frames-differ", f"{file}: {v['refs']}")
        fps = rate(r["fps"])
        times = sorted(float(p["dts_time"]) for p in packets)
        gaps = [b - a for a, b in zip(times, times[1:])]
        # A clock of 90 kHz, and a playlist's join.
        if sum(abs(g - 1 / float(fps)) > 0.0004 for g in gaps) > len(gaps) // 100 or abs(len(gaps) / (times[-1] - times[0]) / float(fps) - 1) > 0.0005:
            self.find("verify/frame-rate-differs", f"{file}: {len(gaps) / (times[-1] - times[0]):.4f}")
        keys = [i for i, p in enumerate(packets) if p["flags"].startswith("K")]
        steps = [round((float(packets[b]["pts_time"]) - float(packets[a]["pts_time"])) * float(fps)) for a, b in zip(keys, keys[1:])]
        asked = self.gop(r)
        if len(set(steps)) > 1:
            self.find("verify/keyframes-irregular", f"{file}: {steps}")
        elif (steps or [len(packets)])[0] != asked and (steps or len(packets) > asked):
            self.find("verify/keyframe-interval-differs", f"{file}: {steps or len(packets)}")
        shown = None
        for index, p in enumerate(packets):
            time = float(p["pts_time"])
            if p["flags"].startswith("K"):
                shown = time
            elif shown is not None and time <= shown:
                self.find("verify/open-gop", file)
                break
        order = [(float(p["pts_time"]), float(p["dts_time"])) for p in packets]
        reordered = any(a[0] > b[0] and a[1] < b[1] for a, b in zip(order, order[1:]))
        if "bframes" in r and r["codec"] != "av1":
            if int(r["bframes"]) == 0 and (reordered or v["has_b_frames"] > 0):
                self.find("verify/b-frames-differ", file)
            if int(r["bframes"]) > 0 and not reordered:
                self.find("verify/b-frames-differ", f"{file}: none")
        sizes = [int(p["size"]) * 8 for p in packets]
        if "bitrate" in r:
            bits = sum(sizes) / (times[-1] - times[0] + 1 / float(fps))
            self.notes.append(f"{r['name']} video {bits / number(r['bitrate']):.2f} of {r['bitrate']}")
            if not 0.8 < bits / number(r["bitrate"]) < 1.2:
                self.find("verify/bitrate-differs", f"{file}: {bits:.0f}")
        if "max_bitrate" in r and "buffer" in r:
            # A bucket that is filled by frames and emptied at the maximum.
            level = worst = 0.0
            for bits in sizes:
                level = max(0.0, level + bits - number(r["max_bitrate"]) / float(fps))
                worst = max(worst, level)
            if worst > number(r["buffer"]) * 1.3:
                self.find("verify/maximum-exceeded", f"{file}: {worst:.0f} bits over, buffer {r['buffer']}")

    # MARK: HLS

    def master(self, file, text):
        lines = text.split("\n")
        variants = []
        for at, line in enumerate(lines):
            if line.startswith("#EXT-X-STREAM-INF:"):
                attributes = {k: v.strip('"') for k, v in re.findall(r'([A-Z-]+)=("[^"]*"|[^,]*)', line[18:])}
                variants.append((attributes, lines[at + 1]))
        groups = {k["GROUP-ID"]: k["URI"] for k in ({k: v.strip('"') for k, v in re.findall(r'([A-Z-]+)=("[^"]*"|[^,]*)', l)} for l in lines if l.startswith("#EXT-X-MEDIA:"))}
        if len(variants) < len(self.renditions):
            self.find("verify/rendition-missing", file)
        if len(variants) > len(self.renditions):
            self.find("verify/rendition-not-asked", file)
        for attributes, uri in variants:
            r = next((r for r in self.renditions if r["name"] in uri), None)
            if r is None:
                continue
            if "RESOLUTION" in attributes and attributes["RESOLUTION"] != r["resolution"]:
                self.find("verify/size-differs", f"{file}: {attributes['RESOLUTION']}")
            if "FRAME-RATE" in attributes and abs(float(attributes["FRAME-RATE"]) - float(rate(r["fps"]))) > 0.0006:
                self.find("verify/frame-rate-differs", f"{file}: {attributes['FRAME-RATE']}")
            self.codecs(file, r, attributes.get("CODECS", ""))
            place = (self.folder / file).parent
            sounds = {groups[attributes["AUDIO"]]} - {uri} if "AUDIO" in attributes else set()
            peak = peak_of(place / uri) + sum(peak_of(place / s) for s in sounds)
            self.notes.append(f"{uri} peak {peak / float(attributes['BANDWIDTH']):.3f} of BANDWIDTH")
            if peak > float(attributes["BANDWIDTH"]) * 1.005:
                self.find("playlist/bandwidth-below-segments", f"{file}: {attributes['BANDWIDTH']}, measured {peak:.0f}")

    def codecs(self, file, r, codecs):
        for codec in codecs.split(","):
            kind = {"avc1": "h264", "hvc1": "h265", "hev1": "h265", "av01": "av1"}.get(codec[:4])
            if kind and kind != r["codec"]:
                self.find("verify/codec-differs", f"{file}: {codec}")
            elif kind == "h264":
                if "profile" in r and codec[5:7].lower() != {"baseline": "42", "main": "4d", "high": "64"}[r["profile"]]:
                    self.find("verify/profile-differs", f"{file}: {codec}")
                if "level" in r and int(codec[9:11], 16) != round(float(r["level"]) * 10):
                    self.find("verify/level-differs", f"{file}: {codec}")
            elif kind == "h265" and "profile" in r and codec.split(".")[1] != {"main": "1", "main10": "2"}[r["profile"]]:
                self.find("verify/profile-differs", f"{file}: {codec}")
            if codec == "ac-3" and r["audio"]["codec"] != "ac3" or codec.startswith("mp4a") and r.get("audio", {}).get("codec") != "aac":
                self.find("verify/audio-codec-differs", f"{file}: {codec}")

    def media(self):
        starts = {}
        for file in self.files:
            if not file.endswith(".m3u8"):
                continue
            text = (self.folder / file).read_text()
            if "#EXTINF" not in text:
                continue
            lengths = [float(x) for x in re.findall(r"#EXTINF:([0-9.]+)", text)]
            target = int(re.search(r"TARGETDURATION:(\d+)", text)[1])
            if any(int(x + 0.5) > target for x in lengths):
                self.find("playlist/target-duration-exceeded", file)
            parts = [float(x) for x in re.findall(r"#EXT-X-PART:DURATION=([0-9.]+)", text)]
            goal = re.search(r"PART-TARGET=([0-9.]+)", text)
            if goal:
                if any(p > float(goal[1]) + 0.00001 for p in parts):
                    self.find("playlist/part-above-target", file)
                if abs(float(goal[1]) - number(self.hls["part_duration"])) > 0.001:
                    self.find("verify/part-target-differs", file)
            container = "fmp4" if "#EXT-X-MAP" in text else "mpegts"
            isAudio = self.isVideo and "audio" in file
            if container != self.hls["segment_format"]:
                self.find("verify/container-differs", file)
            if isAudio:
                continue
            wanted = self.lengths(len(lengths))
            ends = "#EXT-X-ENDLIST" in text
            body = lengths if "#EXT-X-PRELOAD-HINT" in text else lengths[:-1]
            if self.isVideo:
                if any(abs(x - w) > 0.0015 for x, w in zip(body, wanted)) or lengths[-1] > wanted[len(lengths) - 1] + 0.09:
                    self.find("verify/segment-length-differs", f"{file}: {lengths}")
            elif any(abs(x - w) > 0.03 for x, w in zip(body, wanted)):
                self.find("verify/segment-length-differs", f"{file}: {lengths}")
            sequence = int((re.search(r"MEDIA-SEQUENCE:(\d+)", text) or [0, 0])[1])
            if "playlist_segments" in self.hls and (sequence > 0 or len(lengths) > int(self.hls["playlist_segments"])) and len(lengths) != int(self.hls["playlist_segments"]):
                self.find("verify/window-differs", f"{file}: {len(lengths)}")
            starts[file] = (sequence, body)
        values = list(starts.values())
        for other in values[1:]:
            if self.isVideo and (other[0] != values[0][0] or any(abs(a - b) > 0.0015 for a, b in zip(other[1], values[0][1]))):
                self.find("playlist/segments-not-aligned", f"{list(starts)}")

    def lengths(self, count, packaging=None):
        """Of segments that begin with the first keyframe at or after a multiple of the length."""
        asked = number((packaging or self.hls)["segment_duration"])
        if not self.isVideo:
            return [asked] * count
        r = self.renditions[0]
        gop = self.gop(r) / float(rate(r["fps"]))
        cuts, at = [0.0], 0.0
        while len(cuts) <= count:
            at += gop
            if at > asked * len(cuts) - 0.002 * len(cuts):
                cuts.append(at)
        return [b - a for a, b in zip(cuts, cuts[1:])]

    # MARK: DASH

    def manifest(self, file, text):
        root = ElementTree.fromstring(re.sub(r'\sxmlns="[^"]*"', "", text, count=1))
        videos = []
        for group in root.iter("AdaptationSet"):
            for one in group.iter("Representation"):
                fields = {**group.attrib, **one.attrib}
                if fields.get("contentType") == "video" or fields.get("mimeType", "").startswith("video"):
                    template = one.find("SegmentTemplate") if one.find("SegmentTemplate") is not None else group.find("SegmentTemplate")
                    videos.append((fields, template))
        if len(videos) < len(self.renditions):
            self.find("verify/rendition-missing", file)
        for fields, template in videos:
            size = f"{fields['width']}x{fields['height']}"
            r = next((r for r in self.renditions if r["resolution"] == size), None)
            if r is None:
                self.find("verify/rendition-not-asked" if len(videos) > len(self.renditions) else "verify/size-differs", f"{file}: {size}")
                continue
            if Fraction(*map(int, fields["frameRate"].split("/"))) != rate(r["fps"]):
                self.find("verify/frame-rate-differs", f"{file}: {fields['frameRate']}")
            self.codecs(file, r, fields["codecs"])
            if template is not None and template.find("SegmentTimeline") is not None:
                lengths = []
                for s in template.iter("S"):
                    lengths += [int(s.get("d")) / int(template.get("timescale"))] * (int(s.get("r", 0)) + 1)
                wanted = self.lengths(len(lengths), self.dash)
                if any(abs(x - w) > 0.0015 for x, w in zip(lengths[:-1], wanted)):
                    self.find("verify/segment-length-differs", f"{file}: {lengths}")
        depth = re.search(r'timeShiftBufferDepth="PT([0-9.]+)S"', text)
        if depth and "window" in self.dash and float(depth[1]) != number(self.dash["window"]):
            self.find("verify/window-differs", f"{file}: {depth[1]}")


def peak_of(path):
    """Of the segments of a media playlist, in bits per second."""
    text = path.read_text()
    peak = 0.0
    length = span = None
    for line in text.split("\n"):
        if line.startswith("#EXTINF:"):
            length = float(line[8:].split(",")[0])
        elif line.startswith("#EXT-X-BYTERANGE:"):
            span = int(line[17:].split("@")[0])
        elif line and not line.startswith("#"):
            file = path.parent / line
            if length and length > 0.5 and file.exists():
                peak = max(peak, (span or file.stat().st_size) * 8 / length)
            span = None
    return peak


def audit(folder, verbose):
    failed = right = faults = 0
    for place in sorted(p.parent for p in folder.glob("*/expected.json")):
        expected = json.loads((place / "expected.json").read_text())
        judge = Judge(place)
        wanted = {f["rule"] for f in expected["findings"]}
        missing, more = wanted - set(judge.found), set(judge.found) - wanted - set(expected["also"])
        right, faults = right + (not wanted), faults + bool(wanted)
        if missing or more:
            failed += 1
            print(f"{place.name}: " + "; ".join([f"not there: {m}" for m in sorted(missing)] + [f"{m}: {judge.found[m][:2]}" for m in sorted(more)]))
        if verbose:
            print(f"{place.name}: {sorted(judge.found)} {'; '.join(judge.notes)}")
    print(f"{right} right ones and {faults} faults, {failed} not as expected")
    return 1 if failed else 0
