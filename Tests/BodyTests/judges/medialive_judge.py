"""botocore, and the limits of the service models that botocore itself does not check: words, lengths, ranges, unknown members.

MediaLive's ranges stand in the names of its shapes: `__integerMin1Max31`."""
# pip: 'botocore>=1.44,<2'
# imports: botocore

import json
import re
import sys

import botocore.session
from botocore.validate import ParamValidator

OPERATIONS = {
    "create-input-security-group": ("medialive", "CreateInputSecurityGroup"), "create-input": ("medialive", "CreateInput"),
    "create-channel": ("medialive", "CreateChannel"), "update-channel": ("medialive", "UpdateChannel"), "update-channel-class": ("medialive", "UpdateChannelClass"),
    "update-input": ("medialive", "UpdateInput"), "update-input-security-group": ("medialive", "UpdateInputSecurityGroup"),
    "mediapackage-channel-group": ("mediapackagev2", "CreateChannelGroup"), "mediapackage-channel": ("mediapackagev2", "CreateChannel"),
    "mediapackage-origin-endpoint": ("mediapackagev2", "CreateOriginEndpoint"), "update-mediapackage-channel": ("mediapackagev2", "UpdateChannel"),
    "update-mediapackage-origin-endpoint": ("mediapackagev2", "UpdateOriginEndpoint"),
}
SESSION = botocore.session.Session()
MODELS = {service: SESSION.get_service_model(service) for service in ("medialive", "mediapackagev2")}
NAMED = re.compile(r"__(?:string|integer|double)(?:Min(Negative)?(\d+))?(?:Max(Negative)?(\d+))?(?:Pattern.*)?$")

EXPLANATIONS = {
    "rung": {
        "medialive/union-not-one": "VideoCodecSettings and the like have one kind of settings; the model does not mark them as unions",
        "medialive/description-not-defined": "Output.VideoDescriptionName: 'The name of the VideoDescription used as the source for this output'; the model has no such condition",
        "medialive/destination-not-defined": "OutputDestination.Id: 'This is used in an output group or an output'; the model has no such condition",
        "medialive/name-twice": "VideoDescription.Name: 'Description names should be unique within this Live Event'; the model has no such condition",
        "medialive/name-modifier-twice": "ArchiveOutputSettings.NameModifier: 'Required for multiple outputs of the same type'; the model has no such condition",
        "medialive/audio-selector-not-defined": "AudioDescription.AudioSelectorName: 'The name of the AudioSelector used as the source'; the model has no such condition",
        "medialive/destinations-not-of-class": "OutputDestination.Settings: 'one destination for each redundant encoder'; the model has no such condition",
        "medialive/bitrate-of-mode-missing": "H264Settings.Bitrate: 'Required when the rate control mode is VBR or CBR'; the model has no such condition",
        "medialive/keep-below-index": "HlsGroupSettings.KeepSegments: 'This number should be bigger than indexNSegments'; the model has no such condition",
        "medialive/gop-size-not-of-units": "H264Settings.GopSize: 'If gopSizeUnits is frames, gopSize must be an integer'; the model has no such condition",
        "medialive/input-without-group": "CreateInput.InputSecurityGroups; the model has no such condition",
        "medialive/input-sources-misplaced": "CreateInput.Sources: 'Only specify sources for PULL type Inputs. Leave Destinations empty'; the model has no such condition",
        "medialive/segment-not-whole-seconds": "Segment.SegmentDurationSeconds: 1 to 30; a channel's segments go to an endpoint, and the model has no such condition",
        "ladder/gop-not-whole": "H264Settings.GopSize: the encoder converts seconds into frames, and segments need whole GOPs; the model has no such condition",
        "ladder/hdr-in-8-bits": "Rec. ITU-R BT.2100: HDR has 10 bits or more; the model has no such condition",
        "ladder/level-too-low": "Rec. ITU-T H.264, Annex A: a level limits size and rate; the model has no such condition",
        "medialive/value-not-readable": "InputWhitelistRuleCidr.Cidr: 'The IPv4 CIDR to whitelist'; the model takes any text",
        "medialive/value-out-of-range": "SrtListenerSettingsRequest.MinimumLatency: 'Range 120-15000'; the model's number has no range",
        "medialive/wrong-field-type": "OutputDestinationSettings.Url, Description: an empty text says nothing; the model has no least length",
        "medialive/package-name-malformed": "MediaPackageOutputDestinationSettings.ChannelName: MediaPackage's names are [a-zA-Z0-9_-]+; MediaLive's model has no pattern",
        "spec/codec-not-in-mpegts": "HlsSettings.StandardHlsSettings: MPEG-TS segments, which have no AV1; the model has no such condition",
        "ladder/odd-dimensions": "VideoDescription.Width: 'Output video width, in pixels. Must be an even number'; the model has no such condition",
        "ladder/buffer-below-one-frame": "H264Settings.BufSize: 'Size of buffer (HRD buffer model) in bits'; the model has no such condition",
        "medialive/output-of-another-group": "OutputSettings: 'Output type-specific settings'; the model has no such condition",
    },
    "judge": [
        {"path": "^[a-z-]+:/(Arn|Id|State|EgressEndpoints|PipelineDetails|PipelinesRunningCount|AttachedChannels|InputClass|ETag|CreatedAt|ModifiedAt|ResetAt|EgressDomain|IngestEndpoints)(/|$)", "why": "fields of answers: Rung warns of them (medialive/filled-by-provider)"},
    ],
}


def limits(shape):
    least, most = shape.metadata.get("min"), shape.metadata.get("max")
    named = NAMED.match(shape.name)
    if named and least is None and most is None:
        def number(sign, digits):
            return None if digits is None else int(digits) * (-1 if sign else 1)
        least, most = number(*named.groups()[:2]), number(*named.groups()[2:])
    return least, most


def count(number, shape, path):
    least, most = limits(shape)
    if (least is not None and number < least) or (most is not None and number > most):
        yield path, f"{number} is not from {least} to {most}"


def walk(value, shape, path):
    if shape.type_name == "structure" and isinstance(value, dict):
        for key, member in value.items():
            if key not in shape.members:
                yield f"{path}/{key}", "unknown member"
            else:
                yield from walk(member, shape.members[key], f"{path}/{key}")
    elif shape.type_name == "list" and isinstance(value, list):
        yield from count(len(value), shape, path)
        for index, item in enumerate(value):
            yield from walk(item, shape.member, f"{path}/{index}")
    elif shape.type_name == "map" and isinstance(value, dict):
        for key, item in value.items():
            yield from walk(item, shape.value, f"{path}/{key}")
    elif shape.type_name == "string" and isinstance(value, str):
        if shape.enum and value not in shape.enum:
            yield path, f"{value!r} is none of {shape.enum}"
        yield from count(len(value), shape, path)
        pattern = shape.metadata.get("pattern")
        stands = value.startswith("{") and value.endswith("}")
        if pattern and not stands and not re.fullmatch(pattern, value):
            yield path, f"{value!r} does not match {pattern}"
    elif shape.type_name in ("integer", "long", "double", "float") and isinstance(value, (int, float)) and not isinstance(value, bool):
        yield from count(value, shape, path)


def faults(request, body):
    if request not in OPERATIONS:
        return []
    service, operation = OPERATIONS[request]
    shape = MODELS[service].operation_model(operation).input_shape
    # The walker names unknown members by their place.
    report = ParamValidator().validate(body, shape).generate_report().splitlines()
    found = [{"path": "", "text": line} for line in report if not line.startswith("Unknown parameter") and not line.startswith("Invalid length")]
    return found + [{"path": path, "text": text} for path, text in walk(body, shape, "")]


if sys.argv[1:] == ["--explanations"]:
    print(json.dumps(EXPLANATIONS))
else:
    for line in sys.stdin:
        asked = json.loads(line)
        print(json.dumps({"faults": faults(asked["request"], asked["body"])}))
