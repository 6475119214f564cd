"""Judges request bodies from outside, all of a provider's in one process.

Reads a manifest: {"provider": "tenbyte" | "livekit", "bodies": [{"kind", "text"}]}. Prints a JSON list with, for each
body, the list of its faults: {"path": "ladder.video.gop", "why": text}. An empty list: the provider takes the body.

Tenbyte's are judged by a JSON Schema of its OpenAPI document (tenbyte_schema.json). LiveKit's are read by Google's
protobuf as messages of livekit-protocol, as protojson reads them, and held against the checks of its server.
"""

import json
import pathlib
import re
import sys

# ---------------------------------------------------------------- Tenbyte


def unique(pairs):
    keys = [key for key, _ in pairs]
    if len(set(keys)) < len(keys):
        raise ValueError("a key stands there twice")
    return dict(pairs)


def tenbyte(bodies):
    import jsonschema

    formats = jsonschema.FormatChecker(formats=[])

    # RFC 3986, section 4.3: a scheme, a colon, and no blanks.
    @formats.checks("uri")
    def is_uri(value):
        return not isinstance(value, str) or bool(re.match(r"^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+$", value))

    schema = json.loads(pathlib.Path(__file__).with_name("tenbyte_schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    # OpenAPI 3.0 has the types of JSON Schema's draft of 2016: a number with a fraction or an exponent is no integer.
    types = jsonschema.Draft202012Validator.TYPE_CHECKER.redefine(
        "integer", lambda _, value: isinstance(value, int) and not isinstance(value, bool)
    )
    validator = jsonschema.validators.extend(jsonschema.Draft202012Validator, type_checker=types)(schema, format_checker=formats)

    def faults(text):
        try:
            body = json.loads(text, object_pairs_hook=unique)
        except ValueError as error:
            return [{"path": "", "why": str(error)}]
        found = []
        for error in validator.iter_errors(body):
            path = [str(part) for part in error.absolute_path if not isinstance(part, int)]
            if error.validator == "required":
                path.append(error.message.split("'")[1])
            found.append({"path": ".".join(path), "why": error.message[:200]})
        return found

    return [faults(body["text"]) for body in bodies]


# ---------------------------------------------------------------- LiveKit

PROTOCOL = "livekit/protocol d74e7cdb, ingress/validation.go"
SERVER = "livekit/livekit, pkg/service/ingress.go"


def livekit(bodies):
    from google.protobuf import json_format
    from livekit.protocol import ingress, models

    kinds = {"create": ingress.CreateIngressRequest, "update": ingress.UpdateIngressRequest}
    rtmp, whip, url = ingress.RTMP_INPUT, ingress.WHIP_INPUT, ingress.URL_INPUT

    def option(track):
        return track.WhichOneof("encoding_options") is not None

    def encodes_nothing(body):
        return body.input_type == whip and not (body.HasField("enable_transcoding") and body.enable_transcoding)

    def layers(body):
        return body.video.options.layers

    def falls(body, side):
        by_quality = {layer.quality: getattr(layer, side) for layer in layers(body)}
        sides = [by_quality[quality] for quality in range(models.LOW, models.HIGH + 1) if quality in by_quality]
        return any(after < before for before, after in zip(sides, sides[1:]))

    def scheme(body):
        match = re.match(r"^([A-Za-z][A-Za-z0-9+.-]*):", body.url)
        return match.group(1).lower() if match else ""

    create = [
        ("an input that there is", SERVER, lambda b: b.input_type in (rtmp, whip, url)),
        ("a URL to pull from", SERVER, lambda b: b.input_type != url or b.url),
        ("http, https or srt", SERVER, lambda b: b.input_type != url or scheme(b) in ("http", "https", "srt")),
        ("a room to pull into", PROTOCOL, lambda b: b.input_type != url or b.room_name),
        ("a participant", PROTOCOL, lambda b: b.participant_identity),
        ("a pull that is on", PROTOCOL, lambda b: b.input_type != url or not b.HasField("enabled") or b.enabled),
        (
            "transcoding but for WHIP",
            PROTOCOL,
            lambda b: b.input_type == whip or not b.HasField("enable_transcoding") or b.enable_transcoding,
        ),
        ("no video encoding without transcoding", PROTOCOL, lambda b: not (encodes_nothing(b) and option(b.video))),
        ("no audio encoding without transcoding", PROTOCOL, lambda b: not (encodes_nothing(b) and option(b.audio))),
    ]
    both = [
        ("a source of pictures", PROTOCOL, lambda b: b.video.source in (models.UNKNOWN, models.CAMERA, models.SCREEN_SHARE)),
        (
            "a source of sound",
            PROTOCOL,
            lambda b: b.audio.source in (models.UNKNOWN, models.MICROPHONE, models.SCREEN_SHARE_AUDIO),
        ),
        ("a video preset", PROTOCOL, lambda b: b.video.preset in ingress.IngressVideoEncodingPreset.values()),
        ("an audio preset", PROTOCOL, lambda b: b.audio.preset in ingress.IngressAudioEncodingPreset.values()),
        ("a frame rate", PROTOCOL, lambda b: not b.video.options.frame_rate < 0),
        (
            "a video codec",
            PROTOCOL,
            lambda b: b.video.options.video_codec in (models.DEFAULT_VC, models.H264_BASELINE, models.VP8),
        ),
        ("layers with sides", PROTOCOL, lambda b: all(layer.width and layer.height for layer in layers(b))),
        ("even widths", PROTOCOL, lambda b: all(layer.width % 2 == 0 for layer in layers(b))),
        ("even heights", PROTOCOL, lambda b: all(layer.height % 2 == 0 for layer in layers(b))),
        ("each quality once", PROTOCOL, lambda b: len({layer.quality for layer in layers(b)}) == len(layers(b))),
        ("heights that do not fall", PROTOCOL, lambda b: not falls(b, "height")),
        ("widths that do not fall", PROTOCOL, lambda b: not falls(b, "width")),
        ("an audio codec", PROTOCOL, lambda b: b.audio.options.audio_codec in (models.DEFAULT_AC, models.OPUS)),
        ("two channels", PROTOCOL, lambda b: b.audio.options.channels <= 2),
    ]
    update = [
        ("an id", SERVER, lambda b: b.ingress_id),
        (
            "no encoding where transcoding is turned off",
            PROTOCOL,
            lambda b: not (b.HasField("enable_transcoding") and not b.enable_transcoding and (option(b.video) or option(b.audio))),
        ),
    ]
    checks = {"create": create + both, "update": update + both}

    # Python's reader takes more than protojson does (encoding/protojson/decode.go): a field under both of its names, and for
    # an enum other things than a name or a whole number of 32 bits.
    def check_strictly(value, descriptor):
        fields = {}
        for field in descriptor.fields:
            fields[field.name] = fields[field.json_name] = field
        named = [fields[key].name for key in value if key in fields] if isinstance(value, dict) else []
        if len(set(named)) < len(named):
            raise ValueError("a field stands there under both of its names")
        for key, inner in value.items() if isinstance(value, dict) else []:
            field = fields.get(key)
            for one in inner if isinstance(inner, list) and inner else [inner]:
                if field is None or one is None:
                    continue
                if isinstance(inner, list) != field.is_repeated:
                    raise ValueError(f"{key} is {inner!r}")
                if isinstance(one, list):
                    continue
                if field.message_type and not isinstance(one, dict):
                    raise ValueError(f"{key} is {one!r}")
                if isinstance(one, bool) and field.cpp_type != field.CPPTYPE_BOOL:
                    raise ValueError(f"{key} is {one!r}")
                if field.message_type:
                    check_strictly(one, field.message_type)
                elif field.enum_type and not (isinstance(one, str) and one in field.enum_type.values_by_name):
                    is_number = isinstance(one, (int, float)) and not isinstance(one, bool)
                    if not is_number or one != int(one) or not -(2**31) <= one < 2**31:
                        raise ValueError(f"{key} is {one!r}, which is no value of an enum")

    def faults(kind, text):
        try:
            check_strictly(json.loads(text), kinds[kind].DESCRIPTOR)
            body = json_format.Parse(text, kinds[kind]())
        except (json_format.ParseError, ValueError, OverflowError) as error:
            return [{"path": "", "why": f"protobuf: {error}"[:200]}]
        return [{"path": "", "why": f"{what} ({source})"} for what, source, holds in checks[kind] if not holds(body)]

    return [faults(body["kind"], body["text"]) for body in bodies]


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        manifest = json.load(file)
    try:
        verdicts = {"tenbyte": tenbyte, "livekit": livekit}[manifest["provider"]](manifest["bodies"])
    except ImportError as error:
        sys.exit(
            f"{error}: the judges of bodies are not installed in {sys.executable}. Install them with "
            "`pip install jsonschema livekit-protocol` into an environment whose python RUNG_PYTHON names."
        )
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        json.dump(verdicts, file)


main()
