"""The models of Mux's SDK: their declared types, and the checks of their setters."""
# pip: 'mux_python>=5,<6'
# imports: mux_python.models

import json
import re
import sys

from mux_python import Configuration, models

REQUESTS = {
    "create": models.CreateLiveStreamRequest,
    "update": models.UpdateLiveStreamRequest,
    "simulcast-target": models.CreateSimulcastTargetRequest,
    "embedded-subtitles": models.UpdateLiveStreamEmbeddedSubtitlesRequest,
    "generated-subtitles": models.UpdateLiveStreamGeneratedSubtitlesRequest,
    "static-renditions": models.UpdateLiveStreamNewAssetSettingsStaticRenditionsRequest,
}

PLAIN = {"str": str, "bool": bool, "int": int, "float": (int, float)}

EXPLANATIONS = {
    "rung": {
        "mux/static-renditions-with-mp4": "the SDK compares no fields; its text says of static_renditions: you may not enable both static_renditions and mp4_support",
        "mux/latency-modes-exclude": "the SDK compares no fields; its text says of low_latency: cannot be combined with Reduced Latency",
        "mux/missing-field": "the SDK declares the url of a simulcast target optional; its text calls it the endpoint for the destination, without which there is none",
        "mux/drm-policy-misplaced": "the SDK compares no fields; its text says of drm_configuration_id: must only be set when `policy` is set to `drm`",
        "mux/value-not-readable": "the SDK takes any text for a URL; its texts call url an endpoint, and reconnect_slate_url the URL of the image file",
        "mux/value-out-of-range": "the SDK does not check the length of passthrough; its text says: max 255 characters",
    },
    "judge": [
        {"path": "^[a-z-]+:(/simulcast_targets/[0-9]+)?/(id|created_at|stream_key|srt_passphrase|active_asset_id|recent_asset_ids|status|error_severity|playback_ids|active_ingest_protocol)(/|$)",
         "why": "fields of answers, which Rung reads as well"},
    ],
}


def value_faults(kind, value, path):
    """What is wrong with a value of a type that the SDK names as text, such as `list[PlaybackPolicy]`."""
    if kind == "object":
        return []
    if kind in PLAIN:
        # Python's bool is an int; JSON's is not.
        fits = isinstance(value, PLAIN[kind]) and (kind == "bool") == isinstance(value, bool)
        return [] if fits else [{"path": path, "text": f"{kind} expected"}]
    if items := re.fullmatch(r"list\[(.*)\]", kind):
        if not isinstance(value, list):
            return [{"path": path, "text": "list expected"}]
        return [fault for index, one in enumerate(value) for fault in value_faults(items[1], one, f"{path}/{index}")]
    if members := re.fullmatch(r"dict\(str, (.*)\)", kind):
        if not isinstance(value, dict):
            return [{"path": path, "text": "object expected"}]
        return [fault for key, one in value.items() for fault in value_faults(members[1], one, f"{path}/{key}")]
    model = getattr(models, kind)
    if allowed := getattr(model, "allowable_values", None):
        return [] if value in allowed else [{"path": path, "text": f"one of {allowed} expected"}]
    return model_faults(model, value, path)


def model_faults(model, body, path):
    if not isinstance(body, dict):
        return [{"path": path, "text": "object expected"}]
    names = {sent: name for name, sent in model.attribute_map.items()}
    faults = [{"path": f"{path}/{key}", "text": "not a member"} for key in body if key not in names]
    sound = {}
    blank = model.__new__(model)
    blank.local_vars_configuration = Configuration.get_default_copy()
    for key in sorted(body.keys() & names.keys()):
        found = value_faults(model.openapi_types[names[key]], body[key], f"{path}/{key}")
        if not found:
            try:
                setattr(blank, names[key], body[key])
                sound[names[key]] = body[key]
            except ValueError as error:
                found = [{"path": f"{path}/{key}", "text": str(error)}]
        faults += found
    if not faults:
        # What the SDK requires, its constructor refuses when it is absent.
        try:
            model(**sound)
        except ValueError as error:
            faults.append({"path": path, "text": str(error)})
    return faults


if sys.argv[1:] == ["--explanations"]:
    print(json.dumps(EXPLANATIONS))
else:
    for line in sys.stdin:
        case = json.loads(line)
        print(json.dumps({"faults": model_faults(REQUESTS[case["request"]], case["body"], "")}), flush=True)
