"""What the providers of this folder share: things with states, refusals, and bodies held against the schemas."""

import hashlib
import hmac
import json
import re
import urllib.parse


class Refusal(Exception):
    def __init__(self, status, answer):
        super().__init__(answer)
        self.status, self.answer = status, answer


# --- JSON Schema, as much as the schemas of bodies use


def mismatches(value, schema, root, path="$"):
    kinds = {
        "object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool, "null": type(None)
    }
    if "$ref" in schema:
        yield from mismatches(value, root["$defs"][schema["$ref"].rsplit("/", 1)[1]], root, path)
    if "type" in schema:
        names = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        if not any(isinstance(value, kinds[name]) and (name == "boolean" or not isinstance(value, bool)) for name in names):
            yield f"{path} is no {' or '.join(names)}"
            return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{path} is {value!r}"
    if "const" in schema and value != schema["const"]:
        yield f"{path} is {value!r}"
    if "anyOf" in schema and all(list(mismatches(value, choice, root, path)) for choice in schema["anyOf"]):
        yield f"{path} fits none of the choices"
    if isinstance(value, str):
        if not schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", len(value)):
            yield f"{path} has {len(value)} characters"
        if "pattern" in schema and not re.search(schema["pattern"], value):
            yield f"{path} does not match {schema['pattern']}"
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if not schema.get("minimum", value) <= value <= schema.get("maximum", value):
            yield f"{path} is {value}"
    if isinstance(value, list):
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
            yield f"{path} has {len(value)} items"
        if schema.get("uniqueItems") and len({json.dumps(item, sort_keys=True) for item in value}) != len(value):
            yield f"{path} repeats an item"
        for index, item in enumerate(value):
            yield from mismatches(item, schema.get("items", {}), root, f"{path}[{index}]")
    if isinstance(value, dict):
        for key in schema.get("required", []):
            if key not in value:
                yield f"{path} has no {key}"
        known = schema.get("properties", {})
        others = schema.get("additionalProperties", True)
        for key, member in value.items():
            if key in known:
                yield from mismatches(member, known[key], root, f"{path}.{key}")
            elif others is False:
                yield f"{path} has an unknown {key}"
            elif isinstance(others, dict):
                yield from mismatches(member, others, root, f"{path}.{key}")


# --- AWS Signature Version 4, as its documentation describes it


def signature(key, secret, token, region, service, method, path, headers, raw):
    """What is wrong with the signature of a request; None when it is right."""
    found = re.fullmatch(r"AWS4-HMAC-SHA256 Credential=(.*)/(\d{8})/([^/]+)/([^/]+)/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})",
                         headers.get("Authorization", ""))
    if not found:
        return "there is no signature"
    *scope, names, given = found.groups()
    date = headers.get("X-Amz-Date", "")
    if scope != [key, date[:8], region, service]:
        return f"the scope is {scope}"
    signed = names.split(";")
    if token and (headers.get("X-Amz-Security-Token") != token or "x-amz-security-token" not in signed):
        return "the session token is not part of the signature"
    if not {"host", "x-amz-date"} <= set(signed):
        return f"signed are only {names}"
    path, _, query = path.partition("?")
    canonical = "\n".join([
        method, urllib.parse.quote(urllib.parse.unquote(path), safe="/~"), "&".join(sorted(query.split("&"))) if query else "",
        "".join(f"{name}:{' '.join(headers.get(name, '').split())}\n" for name in signed), names, hashlib.sha256(raw).hexdigest()])
    text = "\n".join(["AWS4-HMAC-SHA256", date, "/".join(scope[1:] + ["aws4_request"]), hashlib.sha256(canonical.encode()).hexdigest()])
    by = ("AWS4" + secret).encode()
    for part in scope[1:] + ["aws4_request", text]:
        by = hmac.new(by, part.encode(), hashlib.sha256).digest()
    return None if by.hex() == given else "the signature is another one"


# --- What all providers share


class Thing:
    """Something with a state; `None` in its future means that it is gone."""

    def __init__(self, *future, **facts):
        self.facts = facts
        self.go(*future)

    def go(self, state, *future):
        self.state, self.future = state, list(future)

    def asked(self):
        """The state that the answer tells; after that it moves on."""
        state = self.state
        if self.future:
            self.state = self.future.pop(0)
        return state


class Provider:
    def __init__(self, schemas, there):
        self.schemas, self.there, self.faults = schemas, there, []
        self.things, self.made = {}, []

    def make(self, key, /, *future, **facts):
        """What is created is never forgotten: nothing may be created twice."""
        self.made.append(key)
        self.things[key] = Thing(*future, **facts)
        return key

    def schema(self, kind, body):
        """What is wrong with a body is a fault of the script; each provider says how it refuses it."""
        text = (self.schemas / f"{self.name}.{kind}.schema.json").read_text()
        schema = json.loads(text)
        wrong = ["there is no body"] if body is None else list(mismatches(body, schema, schema))
        if "${env:" in json.dumps(body) or re.search(r'"\{[a-z_]+\}"', json.dumps(body)):
            wrong.append("a reference was sent as it stands")
        self.faults += [f"{kind}: {one}" for one in wrong]
        return wrong

    def thing(self, key, refusal):
        found = self.things.get(key)
        if found is None or found.state is None:
            raise refusal
        return found

    def stored(self):
        return {key: thing.facts.get("body") for key, thing in self.things.items() if thing.state is not None}

    def left(self):
        return sorted(f"{key}: {thing.state}" for key, thing in self.things.items() if thing.state is not None)
