"""Providers as their documents describe them, on the loopback interface, for scripts to be tried on.

    server.py --provider NAME --schemas DIR [--there KIND,KIND]

Prints the port on its first line. States move on one step with every question about them, and only then. What is asked
too early or in the wrong order is refused. Bodies are held against the schemas. `--there` names kinds of things that the
plan does not make, so that they are there already.

For the tests: GET /_playing says whether somebody could watch now, GET /_left what there is, GET /_faults what no sound
script sends, GET /_bodies every body that came, GET /_stored what became of them.
"""

import argparse
import http.server
import json
import os
import pathlib
import re
import sys
import threading
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
        self.things = {}

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


# --- Tenbyte


class Tenbyte(Provider):
    name = "tenbyte"

    def refuse(self, status, code, message, errors=()):
        return Refusal(status, {"success": False, "code": code, "message": message, "errors": list(errors)})

    def answer(self, method, path, headers, body):
        if not re.fullmatch(r"Bearer \S+", headers.get("Authorization", "")):
            raise self.refuse(401, "UNAUTHORIZED", "Missing authorization. Provide Authorization header or X-API-Key header.")
        if (method, path) == ("POST", "/v1/livestream/streams"):
            wrong = self.schema("create", body)
            if wrong:
                raise self.refuse(422, "VALIDATION_ERROR", "Some fields failed validation.", [{"message": one} for one in wrong])
            # The encoder, or the source, comes while the script waits.
            self.things["2f3e4d5c-6b7a"] = Thing("idle", "starting", "live", key="stream-key-a1b2c3d4", body=body)
            return 201, self.shown("2f3e4d5c-6b7a")
        match = re.fullmatch(r"/v1/livestream/streams/([^/]+)(/stop)?", path)
        if not match:
            raise self.refuse(404, "NOT_FOUND", f"no route {method} {path}")
        stream = self.thing(match[1], self.refuse(404, "NOT_FOUND", "stream not found"))
        if method == "GET" and not match[2]:
            return 200, self.shown(match[1], stream.asked())
        if method == "POST" and match[2]:
            if stream.state != "idle":
                stream.go("stopping", "idle")
            else:
                stream.go("idle")
            return 200, self.shown(match[1])
        if method == "DELETE" and not match[2]:
            if stream.state not in ("idle", "errored"):
                raise self.refuse(409, "INTERNAL_ERROR", "cannot delete stream while live")
            stream.go(None)
            return 204, None
        raise self.refuse(404, "NOT_FOUND", f"no route {method} {path}")

    def shown(self, name, state=None):
        stream = self.things[name]
        key, asked = stream.facts["key"], stream.facts["body"]
        ingest = {"kind": asked["ingest"]["kind"]}
        if ingest["kind"] == "push":
            ingest |= {
                "rtmp": "rtmp://ingest.sg.vidinfra.com:1935/live",
                "srt": f"srt://ingest.sg.vidinfra.com:9710?streamid=#!::r=live/{key},m=publish",
            }
        outputs = asked["output_protocols"]
        playback = {
            "hls": f"https://cdn.vidinfra.com/{name}/master.m3u8" if "hls" in outputs else None,
            "dash": f"https://cdn.vidinfra.com/{name}/manifest.mpd" if "dash" in outputs else None,
        }
        data = {"id": name, "status": state or stream.state, "stream_key": key, "ingest": ingest, "playback": playback}
        return {"success": True, "message": "Success", "data": data}

    def playing(self):
        return any(thing.state == "live" for thing in self.things.values())


# --- MK.IO


class MKIO(Provider):
    name = "mkio"

    def __init__(self, schemas, there):
        super().__init__(schemas, there)
        self.spent, self.host_was_read = set(), False

    def refuse(self, status, detail):
        return Refusal(status, {"error": {"code": "Refused", "detail": detail}, "status": status, "ref": "x"})

    def answer(self, method, path, headers, body):
        if not re.fullmatch(r"Bearer \S+", headers.get("Authorization", "")):
            raise self.refuse(401, "no token")
        match = re.fullmatch(r"/api/v1/projects/[^/{}]+/media/(.*)", path)
        if not match:
            raise self.refuse(404, f"no route {path}")
        # Names stay encoded: one may hold a slash of its own.
        parts = match[1].split("/")
        action = parts.pop() if parts[-1] in ("state", "start", "stop", "listPaths") and len(parts) % 2 else None
        kind, key = parts[-2], "/".join(parts)
        if "{" in key or not parts[-1]:
            raise self.refuse(404, f"no route {path}")
        if kind == "streamingEndpoints" and "streaming-endpoint" in self.there and key not in self.things:
            self.things[key] = Thing("Running")
        handler = getattr(self, f"{method.lower()}_{action or 'it'}".lower(), None)
        if handler is None:
            raise self.refuse(405, f"no {method} {path}")
        return handler(kind, key, parts, body)

    def get_state(self, kind, key, parts, body):
        return 200, {"status": {"state": self.thing(key, self.refuse(404, f"no {key}")).asked()}}

    def get_it(self, kind, key, parts, body):
        thing = self.thing(key, self.refuse(404, f"no {key}"))
        if thing.state == "Deleting":
            thing.asked()
            return 200, {"name": key, "properties": {"resourceState": "Deleting"}}
        properties = {"provisioningState": "Succeeded", "resourceState": thing.state}
        if kind == "liveEvents":
            # Filled in by the server once the event takes something in.
            url = {"protocol": "RTMP", "url": "rtmp://in-1.example.io:1935/live/ingest-token-77aa"}
            properties["input"] = {"endpoints": [url] if thing.state == "Running" else []}
        if kind == "streamingEndpoints":
            running = thing.state == "Running"
            self.host_was_read = running
            properties |= {"hostName": "ep-acme.example.io" if running else None, "cdnBasePath": ""}
        return 200, {"name": parts[-1], "properties": properties}

    def put_it(self, kind, key, parts, body):
        names = {
            "liveEvents": "live-event", "assets": "asset", "liveOutputs": "live-output", "streamingLocators": "streaming-locator",
            "streamingEndpoints": "streaming-endpoint",
        }
        wrong = self.schema(names[kind], body)
        if wrong:
            raise self.refuse(400, "; ".join(wrong))
        if key in self.things and self.things[key].state is not None:
            raise self.refuse(409 if kind == "liveOutputs" else 400, f"{key} already exists")
        if key in self.spent:
            raise self.refuse(400, f"the name of {key} was used before")
        asset = urllib.parse.quote(body["properties"].get("assetName", ""), safe="")
        if kind in ("liveOutputs", "streamingLocators") and not ("asset" in self.there and f"assets/{asset}" not in self.things):
            if self.thing(f"assets/{asset}", self.refuse(404, f"no asset {asset}")).state != "Ready":
                raise self.refuse(400, f"asset {asset} is not ready")
        if kind == "liveOutputs":
            event = self.thing("/".join(parts[:2]), self.refuse(404, f"no {parts[1]}"))
            if event.state not in ("StandBy", "Stopped", "Running"):
                raise self.refuse(400, f"{parts[1]} is {event.state}")
        futures = {
            "liveEvents": ("Allocating", "StandBy"), "assets": ("Pending", "Ready"), "liveOutputs": ("Creating", "Running"),
            "streamingLocators": ("Creating", "Created"), "streamingEndpoints": ("Creating", "Created"),
        }
        self.things[key] = Thing(*futures[kind], body=body)
        if kind == "liveEvents":
            self.spent.add(key)
        return 201 if kind == "liveOutputs" else 200, {"name": parts[-1], "properties": {"provisioningState": "InProgress"}}

    def patch_it(self, kind, key, parts, body):
        thing = self.thing(key, self.refuse(404, f"no {key}"))
        if kind != "liveEvents" or set(body) != {"properties"} or set(body["properties"]) != {"pipeline"}:
            raise self.refuse(400, "currently only properties.pipeline is patchable")
        thing.facts["body"]["properties"] |= body["properties"]
        return 200, {"name": parts[-1], "properties": {"provisioningState": "InProgress"}}

    def outputs(self, event):
        return [thing for key, thing in self.things.items() if key.startswith(f"{event}/liveOutputs/") and thing.state is not None]

    def post_start(self, kind, key, parts, body):
        thing = self.thing(key, self.refuse(404, f"no {key}"))
        if thing.state not in ("StandBy", "Stopped", "Created"):
            raise self.refuse(400, f"{key} is {thing.state}")
        if any(output.state != "Running" for output in self.outputs(key)):
            raise self.refuse(400, f"an output of {key} is not there yet")
        thing.go("Starting", "Running")
        return 200, {}

    def post_stop(self, kind, key, parts, body):
        thing = self.thing(key, self.refuse(404, f"no {key}"))
        if self.outputs(key):
            raise self.refuse(400, "You must delete all live outputs first")
        if thing.state != "Running":
            raise self.refuse(400, f"{key} is {thing.state}")
        thing.go("Stopping", "Stopped")
        return 200, {}

    def delete_it(self, kind, key, parts, body):
        thing = self.thing(key, self.refuse(404, f"no {key}"))
        at_rest = ("StandBy", "Stopped", "Created", "Ready") + (("Running",) if kind == "liveOutputs" else ())
        if thing.state not in at_rest or self.outputs(key):
            raise self.refuse(400, f"{key} is {thing.state}")
        thing.go("Deleting", None)
        return 200, {}

    def post_listpaths(self, kind, key, parts, body):
        if self.thing(key, self.refuse(404, f"no {key}")).state != "Created":
            raise self.refuse(400, f"{key} is not there yet")
        paths = [("Dash", "mpd-time-cmaf"), ("Hls", "m3u8-cmaf")]
        return 200, {
            "downloadPaths": [],
            "streamingPaths": [
                {"streamingProtocol": name, "encryptionScheme": "NoEncryption", "paths": [f"/1/index.qfm/manifest(format={form})"]}
                for name, form in paths
            ],
        }

    def playing(self):
        def are(kind, state):
            # What made room for another is gone.
            things = [thing for key, thing in self.things.items() if key.split("/")[-2] == kind and thing.state is not None]
            return bool(things) and all(thing.state == state for thing in things)

        return (
            are("liveEvents", "Running") and are("liveOutputs", "Running") and are("streamingLocators", "Created")
            and are("streamingEndpoints", "Running") and self.host_was_read
        )

    def left(self):
        return [one for one in super().left() if not ("streaming-endpoint" in self.there and one.startswith("streamingEndpoints/"))]


# --- LiveKit Ingress


class LiveKit(Provider):
    name = "livekit"

    def refuse(self, status, code, message):
        return Refusal(status, {"code": code, "msg": message})

    def answer(self, method, path, headers, body):
        call = path.removeprefix("/twirp/livekit.Ingress/")
        handler = getattr(self, call, None) if call in ("CreateIngress", "UpdateIngress", "ListIngress", "DeleteIngress") else None
        if handler is None or method != "POST" or headers.get("Content-Type") != "application/json":
            raise self.refuse(404, "bad_route", f"no handler for path {path!r}")
        if not re.fullmatch(r"Bearer \S+", headers.get("Authorization", "")):
            raise self.refuse(401, "unauthenticated", "permissions denied")
        return 200, handler(body)

    def body(self, kind, body):
        # The server drops what it does not know; a script that sends it is wrong all the same.
        wrong = self.schema(kind, body)
        if wrong:
            raise self.refuse(400, "malformed", "; ".join(wrong))

    def found(self, body):
        return self.thing(body.get("ingress_id"), self.refuse(404, "not_found", "ingress does not exist"))

    def CreateIngress(self, body):
        self.body("create", body)
        pulls = body.get("input_type") == "URL_INPUT"
        if not body.get("participant_identity"):
            raise self.refuse(400, "invalid_argument", "invalid ingress: no participant identity")
        if not body.get("room_name") and pulls:
            raise self.refuse(400, "invalid_argument", "invalid ingress: no room name")
        name = f"IN_{len(self.things) + 1}abc"
        states = ["ENDPOINT_BUFFERING", "ENDPOINT_PUBLISHING"]
        # Nobody is let in by an ingress that is off, or that has no room.
        if body.get("enabled") is False or not body.get("room_name"):
            states = []
        if not pulls:
            states.insert(0, "ENDPOINT_INACTIVE")
        self.things[name] = Thing(*states, body=body, pulls=pulls)
        return self.shown(name, self.things[name].state)

    def UpdateIngress(self, body):
        self.body("update", body)
        found = self.found(body)
        if found.facts["pulls"]:
            raise self.refuse(400, "invalid_argument", "ingress is not reusable and cannot be modified")
        stored = found.facts["body"]
        transcodes = stored.get("enable_transcoding", stored.get("input_type", "RTMP_INPUT") != "WHIP_INPUT")
        for kind in ("video", "audio"):
            # What is stored is looked at before it is refreshed.
            if not transcodes and {"preset", "options"} & set(body.get(kind, {})):
                raise self.refuse(
                    400, "invalid_argument", f"{kind} encoding options must be empty if transcoding bypass is selected")
        # An empty text leaves what is stored; objects take its place whole.
        stored |= {key: value for key, value in body.items() if key != "ingress_id" and value != ""}
        if stored.get("enable_transcoding") is False and any({"preset", "options"} & set(stored.get(kind, {})) for kind in ("video", "audio")):
            raise self.refuse(400, "invalid_argument", "encoding options must be empty if transcoding is disabled")
        # A session that runs ends; the encoder connects again.
        if found.state == "ENDPOINT_PUBLISHING":
            found.go("ENDPOINT_INACTIVE", "ENDPOINT_BUFFERING", "ENDPOINT_PUBLISHING")
        return self.shown(body["ingress_id"], found.state)

    def ListIngress(self, body):
        self.body("list", body)
        names = [name for name, thing in self.things.items() if thing.state and body.get("ingress_id", name) == name]
        return {"next_page_token": None, "items": [self.shown(name, self.things[name].asked()) for name in names]}

    def DeleteIngress(self, body):
        self.body("delete", body)
        found = self.found(body)
        found.go(None)
        return self.shown(body["ingress_id"], "ENDPOINT_INACTIVE")

    def shown(self, name, state):
        thing = self.things[name]
        shown = {
            "ingress_id": name, "name": thing.facts["body"].get("name", ""), "stream_key": "", "url": "",
            "input_type": thing.facts["body"].get("input_type", "RTMP_INPUT"), "reusable": not thing.facts["pulls"],
            "state": {"status": state, "error": "", "room_id": ""},
        }
        if not thing.facts["pulls"]:
            shown |= {"stream_key": "stream-key-a1b2c3d4", "url": "rtmps://acme.rtmp.livekit.cloud/x"}
        return shown

    def playing(self):
        states = [thing.state for thing in self.things.values()]
        off = [thing for thing in self.things.values() if thing.facts["body"].get("enabled") is False]
        there = [state for state in states if state]
        return bool(there) and all(state == "ENDPOINT_PUBLISHING" for state in there) or bool(off)


# --- Qencode Live: two hosts, one server


class Qencode(Provider):
    name = "qencode"
    token = "access-token-99ff"
    running = ("starting", "waiting", "launching", "live", "idle", "stopping")

    def __init__(self, schemas, there):
        super().__init__(schemas, there)
        self.count, self.handed_out = 0, False
        if "create" in there:
            self.things["existing"] = self.stream({})

    def refuse(self, status, code):
        return Refusal(status, {"error": code})

    def stream(self, params):
        return Thing("created", params=dict(params), ids=[self.playback_id("public")], targets=[])

    def fresh(self, lead):
        self.count += 1
        return f"{lead}{self.count:04}"

    def playback_id(self, policy):
        name = self.fresh("Av")
        url = f"https://play-{name}.qencode.com/qhls/qlive/playlist.m3u8"
        return {"policy": policy, "created": "2026-11-20 12:00:00", "id": name, "playback_url": url}

    def answer(self, method, path, headers, body):
        match = re.fullmatch(r"/v1/access_token/([^/{}$]+)", path)
        if match and method == "POST":
            return 200, {"access_token": self.token}
        if headers.get("Authorization") != f"Bearer {self.token}":
            raise self.refuse(401, "unauthorized")
        if (method, path) == ("POST", "/v1/domains"):
            if self.schema("domain", body):
                raise self.refuse(400, "invalid_field")
            return 200, {"domain": {"name": body["name"], "type": body["type"]}}
        if (method, path) == ("POST", "/v1/live-streams"):
            if self.schema("create", body or {}):
                raise self.refuse(400, "invalid_field")
            self.things["12345fcd-7aea"] = self.stream(body or {})
            return 200, self.shown("12345fcd-7aea")
        match = re.fullmatch(r"/v1/live-streams/([^/]+)((?:/.*)?)", path)
        if not match:
            raise self.refuse(404, "not_found")
        # A plan for a stream that exists may call it what it likes.
        name = "existing" if "create" in self.there else match[1]
        stream = self.thing(name, self.refuse(404, "stream_not_found"))
        return self.about(method, match[2], name, stream, body)

    def about(self, method, rest, name, stream, body):
        route = f"{method} {re.sub(r'(playback-ids|simulcast-targets)/[^/]+$', r'*', rest) if '*' not in rest else rest}"
        facts = stream.facts
        match route:
            case "GET ":
                return 200, self.shown(name, stream.asked())
            case "PUT ":
                if self.schema("update", body):
                    raise self.refuse(400, "nothing_to_update" if not body else "invalid_field")
                facts["params"] |= body
            case "POST /playback-ids":
                if self.schema("playback-id", body):
                    raise self.refuse(400, "invalid_field")
                if stream.state not in ("created", "stopped"):
                    raise self.refuse(400, "stream_active")
                facts["ids"].append(self.playback_id(body["policy"]))
            case "POST /simulcast-targets":
                if self.schema("simulcast-target", body):
                    raise self.refuse(400, "invalid_field")
                facts["targets"].append({"id": self.fresh("target"), **body})
            case "DELETE /*":
                kept = {"playback-ids": "ids", "simulcast-targets": "targets"}[rest.split("/")[1]]
                wanted = rest.split("/")[2]
                if all(one["id"] != wanted for one in facts[kept]):
                    raise self.refuse(404, "not_found")
                facts[kept] = [one for one in facts[kept] if one["id"] != wanted]
            case "POST /start":
                if stream.state not in ("created", "stopped"):
                    raise self.refuse(406, "live_api_error")
                # The encoder comes when it has been told where to; `shown` moves on from there.
                stream.go("starting", "starting", "waiting")
            case "POST /stop":
                if stream.state not in self.running[:-1]:
                    raise self.refuse(406, "live_api_error")
                stream.go("stopping", "stopped")
            case "DELETE ":
                if stream.state not in ("created", "stopped"):
                    raise self.refuse(400, "stream_active")
                stream.go(None)
                return 200, {"stream": {"id": name, "status": {"name": "deleted", "timestamp": "2026-11-20 12:00:00"}}}
            case _:
                raise self.refuse(404, "not_found")
        return 200, self.shown(name)

    def shown(self, name, state=None):
        stream = self.things[name]
        state = state or stream.state
        urls = {"rtmp": "rtmp://rtmp-live.qencode.com/qlive", "rtmps": "rtmps://rtmp-live.qencode.com/qlive"}
        if state in ("waiting", "launching", "live", "idle"):
            urls |= {
                "webrtc": "wss://live-77.qencode.com:3334/qlive/534ce5b1-webrtc?direction=send&transport=tcp",
                "srt": "srt://live-77.qencode.com:9999?streamid=534ce5b1-srt",
            }
            # Whoever reads that the transcoder waits can push; one who pushed before was turned away.
            if state == "waiting" and not stream.future:
                stream.future = ["launching", "live"]
        return {
            "stream": {
                "id": name, "stream_key": "stream-key-a1b2c3d4", "server_urls": urls, "created_at": "2026-11-20 12:00:00",
                "status": {"name": state, "timestamp": "2026-11-20 12:00:00"}, "playback_ids": stream.facts["ids"],
                "simulcast_targets": stream.facts["targets"], "params": stream.facts["params"],
            }
        }

    def playing(self):
        return any(thing.state == "live" for thing in self.things.values())

    def stored(self):
        return {
            key: {
                "params": thing.facts["params"], "policies": sorted(one["policy"] for one in thing.facts["ids"]),
                "targets": sorted(one["url"] for one in thing.facts["targets"]),
            }
            for key, thing in self.things.items() if thing.state is not None
        }

    def left(self):
        return [one for one in super().left() if one not in ("existing: created", "existing: stopped")]


PROVIDERS = {provider.name: provider for provider in (Tenbyte, MKIO, LiveKit, Qencode)}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    provider = None
    bodies = []

    def serve(self):
        url = urllib.parse.urlsplit(self.path)
        length = self.headers.get("Content-Length")
        if self.command in ("POST", "PUT") and length is None:
            return self.reply(411, {"error": "length required"})
        raw = self.rfile.read(int(length or 0))
        provider = self.provider
        about = {
            "/_playing": provider.playing, "/_left": provider.left, "/_faults": lambda: provider.faults, "/_bodies": lambda: self.bodies,
            "/_stored": provider.stored,
        }.get(url.path)
        if about:
            return self.reply(200, about())
        try:
            body = json.loads(raw) if raw else None
            if raw:
                self.bodies.append(body)
            if raw and self.headers.get("Content-Type") != "application/json":
                provider.faults.append(f"{self.command} {url.path}: a body of another type")
            self.reply(*provider.answer(self.command, url.path, self.headers, body))
        except Refusal as refusal:
            self.reply(refusal.status, refusal.answer)
        except ValueError as error:
            provider.faults.append(f"{self.command} {url.path}: {error}")
            self.reply(400, {"error": "not JSON"})

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = serve

    def reply(self, status, answer):
        body = b"" if answer is None else json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def leave():
    """Whoever started this holds the other end of standard input; when they are gone there is nobody to serve."""
    sys.stdin.read()
    os._exit(0)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--provider", required=True, choices=PROVIDERS)
    parser.add_argument("--schemas", required=True, type=pathlib.Path)
    parser.add_argument("--there", default="")
    options = parser.parse_args()
    Handler.provider = PROVIDERS[options.provider](options.schemas, options.there.split(","))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    print(server.server_address[1], flush=True)
    threading.Thread(target=leave, daemon=True).start()
    server.serve_forever()


main()
