"""What botocore's validator and a service model say of a body: types and required members, and what botocore does not check: words, lengths,
ranges, patterns, unknown members."""

import json
import re
import sys
import unicodedata

from botocore.validate import ParamValidator

# MediaLive's ranges stand in the names of its shapes: `__integerMin1Max31`.
NAMED = re.compile(r"__(?:string|integer|double)(?:Min(Negative)?(\d+))?(?:Max(Negative)?(\d+))?(?:Pattern.*)?$")


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


def fitting(text, value):
    if value.startswith("{") and value.endswith("}"):
        # It stands for what an earlier answer says, until the request is sent.
        return True
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
    elif shape.type_name in ("integer", "long", "double", "float") and isinstance(value, (int, float)) and not isinstance(value, bool):
        yield from count(value, shape, path)


def faults(shape, body):
    # The walker names unknown members by their place.
    report = ParamValidator().validate(body, shape).generate_report().splitlines()
    found = [{"path": "", "text": line} for line in report if not line.startswith(("Unknown parameter", "Invalid length"))]
    return found + [{"path": path, "text": text} for path, text in walk(body, shape, "")]


def answer(operations, explanations):
    """Serves ProviderJudgeTests. `operations`: by request, the service's model and the name of the operation."""
    if sys.argv[1:] == ["--explanations"]:
        print(json.dumps(explanations))
        return
    for line in sys.stdin:
        asked = json.loads(line)
        model, operation = operations.get(asked["request"], (None, ""))
        found = faults(model.operation_model(operation).input_shape, asked["body"]) if model else []
        print(json.dumps({"faults": found}))
