"""Judges bodies of LiveKit's from outside: the messages of livekit-protocol, read by Google's protobuf.

Reads a manifest: {"cases": [{"name", "kind": "create" | "update", "text", "error": bool, "again": text | null}]}. A body
that protobuf refuses has to be one that Rung finds an error in; a body that came again from its spec has to be the same
message, with the server's defaults put in. Prints one line for each case where that is not so.
"""

import json
import sys

try:
    from google.protobuf import json_format
    from livekit.protocol import ingress
except ImportError as error:
    sys.exit(
        f"{error}: the judge of LiveKit bodies is not installed in {sys.executable}. Install it with "
        "`pip install livekit-protocol` into an environment whose python RUNG_PYTHON names."
    )

KINDS = {"create": ingress.CreateIngressRequest, "update": ingress.UpdateIngressRequest}


def message(kind, text):
    return json_format.Parse(text, KINDS[kind]())


def with_defaults(body):
    """What the server makes of a create request, fields that it ignores left out."""
    if not body.HasField("enable_transcoding"):
        body.enable_transcoding = body.input_type != ingress.WHIP_INPUT
    if not body.HasField("enabled"):
        body.enabled = True
    for name in ("audio", "video"):
        if body.HasField(name) and not getattr(body, name).ByteSize():
            body.ClearField(name)
    if body.audio.HasField("options"):
        body.audio.options.audio_codec = body.audio.options.audio_codec or 1
    if body.video.HasField("options"):
        options = body.video.options
        options.video_codec = options.video_codec or 1
        options.frame_rate = options.frame_rate or 30
        layers = sorted(options.layers, key=lambda layer: layer.quality)
        for layer in layers:
            if not layer.bitrate:
                pixels = layer.width * layer.height / (1920 * 1080)
                layer.bitrate = int(3500000 * (options.frame_rate / 30) ** 0.75 * pixels**0.75)
        copies = [type(layer).FromString(layer.SerializeToString()) for layer in layers]
        del options.layers[:]
        options.layers.extend(copies)
    return body


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        cases = json.load(file)["cases"]
    wrong = refused = again = 0
    for case in cases:
        try:
            body = message(case["kind"], case["text"])
        except json_format.ParseError as error:
            refused += 1
            if not case["error"]:
                print(f"{case['name']}: protobuf refuses what Rung takes: {error}\n  {case['text']}")
                wrong += 1
            continue
        if case["again"] is None:
            continue
        again += 1
        before, after = with_defaults(body), with_defaults(message(case["kind"], case["again"]))
        if before != after:
            print(f"{case['name']}: another message comes back:\n{before}\n---\n{after}\n  {case['text']}")
            wrong += 1
    print(f"{len(cases)} bodies judged, {refused} of them refused, {again} came again")
    sys.exit(1 if wrong else 0)


main()
