"""MK.IO."""

import re
import urllib.parse

from provider import Provider, Refusal, Thing


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
            "streamingLocators": ("Creating", "Created"), "streamingEndpoints": ("Creating", "Creating", "Created"),
        }
        self.make(key, *futures[kind], body=body)
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
        thing.go("Stopping", "Stopping", "Stopped")
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
