"""The types of Cloudflare's SDK, checked by pydantic."""
# pip: 'cloudflare>=5,<6' 'pydantic>=2,<3'
# imports: cloudflare.types.stream

import json
import sys
import typing

from cloudflare.types.stream import live_input_create_params, live_input_update_params
from cloudflare.types.stream.live_inputs import output_create_params
from pydantic import ConfigDict, TypeAdapter, ValidationError
from typing_extensions import NotRequired, Required, TypedDict, is_typeddict

# Path parameters, and headers, which the SDK declares beside the members of the body.
OUTSIDE = {"account_id", "live_input_identifier", "idempotency_key"}


def plain(kind, name):
    """The type by the names that are sent, closed, and strict about scalars."""
    members = {}
    for key, annotation in typing.get_type_hints(kind, include_extras=True).items():
        if key in OUTSIDE:
            continue
        required = typing.get_origin(annotation) is Required
        if required:
            annotation = typing.get_args(annotation)[0]
        sent = key
        for extra in getattr(annotation, "__metadata__", ()):
            sent = getattr(extra, "alias", None) or sent
        if hasattr(annotation, "__metadata__"):
            annotation = annotation.__origin__
        if is_typeddict(annotation):
            annotation = plain(annotation, key)
        elif getattr(typing.get_origin(annotation), "__name__", "") == "SequenceNotStr":
            annotation = list[str]
        members[sent] = Required[annotation] if required else NotRequired[annotation]
    made = TypedDict(name, members)
    made.__pydantic_config__ = ConfigDict(extra="forbid", strict=True)
    return made


TYPES = {
    "create": TypeAdapter(plain(live_input_create_params.LiveInputCreateParams, "create")),
    "update": TypeAdapter(plain(live_input_update_params.LiveInputUpdateParams, "update")),
    "output": TypeAdapter(plain(output_create_params.OutputCreateParams, "output")),
}

EXPLANATIONS = {
    "rung": {
        "cloudflare/value-not-readable": "the SDK takes any text for a URL; the API reference describes `url` as the URL an output uses to restream",
        "cloudflare/value-out-of-range": "the SDK checks no range; the guide says of deleteRecordingAfterDays: minimum value is 30, maximum value is 1096",
        "cloudflare/low-latency-without-recording": "the SDK compares no fields; the guide says of preferLowLatency: recording mode property must also be set to automatic",
        "cloudflare/wrong-field-type": "the SDK takes anything for meta; its text calls it a key-value store",
    },
    "judge": [
        {"path": "^(create|update):/deleteRecordingAfterDays$", "why": "null is no number to the SDK; its own text says: include with a `null` value to remove an existing scheduled deletion"},
        {"path": "^[a-z]+:/(uid|created|modified|keysRotatedAt|status|playback|(rtmps|srt|webRTC)(Playback)?)(/|$)", "why": "fields of answers, which Rung reads as well"},
    ],
}


def faults(request, body):
    try:
        TYPES[request].validate_python(body)
        return []
    except ValidationError as error:
        return [{"path": "".join(f"/{part}" for part in one["loc"]), "text": one["msg"]} for one in error.errors()]


if sys.argv[1:] == ["--explanations"]:
    print(json.dumps(EXPLANATIONS))
else:
    for line in sys.stdin:
        case = json.loads(line)
        print(json.dumps({"faults": faults(case["request"], case["body"])}), flush=True)
