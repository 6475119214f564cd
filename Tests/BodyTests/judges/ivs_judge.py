"""botocore, and the limits of the service model that botocore itself does not check: words, lengths, ranges, patterns, unknown members."""
# pip: 'botocore>=1.40,<2'
# imports: botocore

import json
import re
import sys
import unicodedata

import botocore.session
from botocore.validate import ParamValidator

OPERATIONS = {
    "channel": "CreateChannel", "update-channel": "UpdateChannel", "recording-configuration": "CreateRecordingConfiguration",
    "playback-restriction-policy": "CreatePlaybackRestrictionPolicy", "update-playback-restriction-policy": "UpdatePlaybackRestrictionPolicy",
}
MODEL = botocore.session.Session().get_service_model("ivs")

EXPLANATIONS = {
    "rung": {
        "ivs/multitrack-incomplete": "MultitrackInputConfiguration.enabled: 'If true, then policy, maximumResolution, and containerFormat are required'; the model has no such condition",
        "ivs/preset-not-advanced": "CreateChannel.preset: 'This is selectable only for ADVANCED_HD and ADVANCED_SD channel types'; the model has no such condition",
        "ivs/multitrack-not-standard": "MultitrackInputConfiguration.enabled: 'Can be set to true only if channel type is STANDARD'; the model has no such condition",
        "ivs/multitrack-container": "CreateChannel.containerFormat: 'required and must be set to FRAGMENTED_MP4' with multitrack input; the model has no such condition",
        "ivs/renditions-without-custom": "RenditionConfiguration.renditionSelection: 'If CUSTOM is specified, a set of renditions must be specified in the renditions field'; the model has no such condition",
        "ivs/value-not-readable": "PlaybackRestrictionPolicy: 'Allowed values are the officially assigned ISO 3166-1 alpha-2 codes' and 'the same as valid values of the Origin header'; the model has their lengths only",
    },
    "judge": [
        {"path": "^[a-z-]+:/(arn|state|ingestEndpoint|playbackUrl|srt)(/|$)", "why": "fields of answers: Rung warns of them (ivs/filled-by-provider)"},
        {
            "path": "^channel:/(recordingConfigurationArn|playbackRestrictionPolicyArn)$",
            "why": "a plan has `{name}` there, which stands for the ARN in an earlier answer until the request is sent",
        },
        {
            "path": "^(channel|update-channel):/preset$",
            "why": "CreateChannel.preset: 'For other channel types (BASIC and STANDARD), preset is the empty string (\"\")'; the enumeration of the model lacks it",
        },
    ],
}


def fitting(text, value):
    if "\\p{" in text:
        # The classes of Unicode that `re` does not have.
        return all(unicodedata.category(one)[0] in "LZN" or one in "_.:/=+-@" for one in value)
    return re.fullmatch(text.replace("^$|^", "|").replace("$", ""), value) is not None


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
        yield from count(len(value), shape, path)
        for key, item in value.items():
            yield from walk(key, shape.key, f"{path}/{key}")
            yield from walk(item, shape.value, f"{path}/{key}")
    elif shape.type_name == "string" and isinstance(value, str):
        if shape.enum and value not in shape.enum:
            yield path, f"{value!r} is none of {shape.enum}"
        yield from count(len(value), shape, path)
        if "pattern" in shape.metadata and not fitting(shape.metadata["pattern"], value):
            yield path, f"{value!r} does not match {shape.metadata['pattern']}"
    elif shape.type_name in ("integer", "long") and isinstance(value, int):
        yield from count(value, shape, path)


def count(number, shape, path):
    if number < shape.metadata.get("min", number) or number > shape.metadata.get("max", number):
        yield path, f"{number} is not from {shape.metadata.get('min')} to {shape.metadata.get('max')}"


def faults(request, body):
    if request not in OPERATIONS:
        return []
    shape = MODEL.operation_model(OPERATIONS[request]).input_shape
    # The walker names unknown members by their place.
    report = ParamValidator().validate(body, shape).generate_report().splitlines()
    found = [{"path": "", "text": line} for line in report if not line.startswith("Unknown parameter")]
    return found + [{"path": path, "text": text} for path, text in walk(body, shape, "")]


if sys.argv[1:] == ["--explanations"]:
    print(json.dumps(EXPLANATIONS))
else:
    for line in sys.stdin:
        asked = json.loads(line)
        print(json.dumps({"faults": faults(asked["request"], asked["body"])}))
