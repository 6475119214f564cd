"""Mux live streams."""

import base64
import re

from provider import Provider, Refusal


class Mux(Provider):
    name = "mux"

    def refuse(self, status, text):
        return Refusal(status, {"error": {"type": "invalid_parameters", "messages": [text]}})

    def answer(self, method, path, headers, body):
        scheme, _, given = headers.get("Authorization", "").partition(" ")
        given = base64.b64decode(given).decode() if scheme == "Basic" else ""
        if not re.fullmatch(r"[^:]+:.+", given) or "${env:" in given:
            raise self.refuse(401, "unauthorized")
        gone = self.refuse(404, "not found")
        path = path.partition("?")[0]
        match = re.fullmatch(r"/video/v1/live-streams((?:/[^/]+)*)", path)
        if not match:
            raise gone
        rest = match[1].split("/")[1:]
        if not rest:
            if method == "POST":
                if self.schema("create", body):
                    raise self.refuse(400, "invalid input")
                name = self.make(f"ls{len(self.made) + 1}", "idle", "idle", "active", body=body)
                self.number(body)
                return 201, {"data": self.shown(name)}
            return 200, {"data": [self.shown(name) for name, thing in self.things.items() if thing.state]}
        name, thing = rest[0], self.thing(rest[0], gone)
        stored, kind = thing.facts["body"], "/".join(rest[1:])
        if (method, kind) == ("GET", ""):
            return 200, {"data": {**self.shown(name), "status": thing.asked()}}
        if (method, kind) == ("PATCH", ""):
            if self.schema("update", body):
                raise self.refuse(400, "invalid input")
            stored.update({**body, "new_asset_settings": {**stored.get("new_asset_settings", {}), **body.get("new_asset_settings", {})}})
            return 200, {"data": self.shown(name)}
        if (method, kind) == ("DELETE", ""):
            # An encoder that still sends would be cut off: the plan disables the stream first, and waits.
            if thing.state != "disabled":
                self.faults.append(f"{name} is deleted while it is {thing.state}")
            thing.go(None)
            return 204, None
        if (method, kind) == ("PUT", "disable"):
            thing.go("idle" if thing.state != "active" else "active", "disabled")
            return 200, {"data": {}}
        if method == "PUT" and kind in ("embedded-subtitles", "generated-subtitles"):
            if self.schema(kind, body):
                raise self.refuse(400, "invalid input")
            stored.update(body)
            return 200, {"data": self.shown(name)}
        if kind == "new-asset-settings/static-renditions":
            if method == "PUT" and self.schema("static-renditions", body):
                raise self.refuse(400, "invalid input")
            stored.setdefault("new_asset_settings", {})["static_renditions"] = body["static_renditions"] if method == "PUT" else []
            return (201, {"data": self.shown(name)}) if method == "PUT" else (204, None)
        targets = stored.setdefault("simulcast_targets", [])
        if (method, kind) == ("POST", "simulcast-targets"):
            if self.schema("simulcast-target", body):
                raise self.refuse(400, "invalid input")
            targets.append(dict(body))
            self.number(stored)
            self.made.append(f"target {body['url']}")
            return 201, {"data": targets[-1]}
        if method == "DELETE" and rest[1:2] == ["simulcast-targets"] and any(one["id"] == rest[2] for one in targets):
            stored["simulcast_targets"] = [one for one in targets if one["id"] != rest[2]]
            return 204, None
        raise gone

    def number(self, body):
        for index, one in enumerate(body.get("simulcast_targets", [])):
            one.setdefault("id", f"target{index}{len(self.made)}")

    def shown(self, name):
        body = self.things[name].facts["body"]
        policies = body.get("playback_policies", []) + [one["policy"] for one in body.get("advanced_playback_policies", [])]
        return {
            **{key: value for key, value in body.items() if not key.endswith("playback_policies")}, "id": name, "status": self.things[name].state,
            "created_at": "1795867200", "stream_key": "stream-key-a1b2c3d4", "srt_passphrase": "stream-key-a1b2c3d4-srt",
            "playback_ids": [{"id": f"playback{index}", "policy": policy} for index, policy in enumerate(policies)],
        }

    def playing(self):
        return any(thing.state == "active" for thing in self.things.values())

    def stored(self):
        usual = {
            "latency_mode": "standard", "reconnect_window": 60, "use_slate_for_standard_latency": False, "max_continuous_duration": 43200, "passthrough": "",
            "reconnect_slate_url": "",
        }
        found = []
        for thing in self.things.values():
            if thing.state is None:
                continue
            body = {key: value for key, value in thing.facts["body"].items() if value not in ([], {}) and not (key in usual and value == usual[key])}
            body["simulcast_targets"] = [{key: value for key, value in one.items() if key != "id"} for one in body.get("simulcast_targets", [])]
            found.append(body)
        return found
