"""Tenbyte."""

import re

from provider import Provider, Refusal


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
            name = self.make(f"2f3e4d5c-{len(self.made) + 1:04}", "idle", "starting", "live", key="stream-key-a1b2c3d4", body=body)
            return 201, self.shown(name)
        if (method, path) == ("GET", "/v1/livestream/streams"):
            # The newest first, without keys and URLs.
            rows = [
                {"id": name, "status": thing.state} | {key: thing.facts["body"][key] for key in ("name", "type", "mode", "region")}
                for name, thing in reversed(self.things.items()) if thing.state
            ]
            return 200, {"success": True, "message": "Success", "data": rows, "meta": {"pagination": {"page": 1, "total": len(rows)}}}
        match = re.fullmatch(r"/v1/livestream/streams/([^/]+)(/stop)?", path)
        if not match:
            raise self.refuse(404, "NOT_FOUND", f"no route {method} {path}")
        stream = self.thing(match[1], self.refuse(404, "NOT_FOUND", "stream not found"))
        if method == "GET" and not match[2]:
            return 200, self.shown(match[1], stream.asked())
        if method == "POST" and match[2]:
            if stream.state in ("idle", "stopping", "errored"):
                # No encoder comes any more.
                stream.future = [state for state in stream.future if state == "idle"]
                raise self.refuse(409, "INTERNAL_ERROR", "the stream is not live")
            stream.go("stopping", "idle")
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
