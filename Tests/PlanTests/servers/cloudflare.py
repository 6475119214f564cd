"""Cloudflare Stream Live."""

import re

from provider import Provider, Refusal, Thing


USUAL = {
    "enabled": True, "preferLowLatency": False, "defaultCreator": "", "mode": "off", "requireSignedURLs": False, "allowedOrigins": [],
    "hideLiveViewerCount": False, "timeoutSeconds": 0,
}


def merged(old, new):
    """What is stored after an update that leaves what it does not name."""
    both = {**old, **new}
    return {key: merged(old[key], new[key]) if isinstance(both[key], dict) and isinstance(old.get(key), dict) and key in new else both[key] for key in both}


def meant(body):
    """Without nulls, defaults and what is empty."""
    plain = {key: meant(value) if isinstance(value, dict) else value for key, value in body.items()}
    return {key: value for key, value in plain.items() if value is not None and value != {} and not (key in USUAL and value == USUAL[key])}


class Cloudflare(Provider):
    name = "cloudflare"

    def refuse(self, status, text):
        return Refusal(status, {"success": False, "errors": [{"code": 10000 + status, "message": text}], "messages": [], "result": None})

    def answer(self, method, path, headers, body):
        if not re.fullmatch(r"Bearer \S+", headers.get("Authorization", "")):
            raise self.refuse(401, "authentication error")
        gone = self.refuse(404, "not found")
        match = re.fullmatch(r"/client/v4/accounts/([^/{}$]+)/stream/live_inputs((?:/.*)?)", path)
        if not match:
            raise gone
        rest = match[2].split("/")[1:]
        if not rest:
            if method == "POST":
                if self.schema("create", body):
                    raise self.refuse(400, "invalid input")
                uid = self.make(f"{len(self.made) + 1:032x}", "idle", "starting", "live-inprogress", body=body, outputs=[])
                return 200, self.wrapped(self.shown(uid))
            live = [uid for uid, thing in self.things.items() if thing.state]
            return 200, self.wrapped({"liveInputs": [{"uid": uid, "meta": self.things[uid].facts["body"].get("meta", {})} for uid in reversed(live)]})
        uid = rest[0]
        thing = self.thing(uid, gone)
        if rest[1:] == ["videos"] and method == "GET":
            # Without a recording there is no video, and nothing to play.
            records = thing.facts["body"].get("recording", {}).get("mode") == "automatic"
            return 200, self.wrapped([{"uid": "v1", "status": {"state": thing.asked(), "errorReasonText": ""}}] if records else [])
        if rest[1:2] == ["outputs"]:
            return self.output(method, rest[2:], thing, body, gone)
        if rest[1:]:
            raise gone
        if method == "GET":
            return 200, self.wrapped(self.shown(uid))
        if method == "PUT":
            if self.schema("update", {key: value for key, value in body.items() if value is not None}):
                raise self.refuse(400, "invalid input")
            # No document says whether an update replaces what is stored or leaves what it does not name.
            replaced = meant(body)
            if replaced != meant(merged(thing.facts["body"], body)):
                raise self.refuse(400, "what the update does depends on whether it replaces what is stored")
            thing.facts["body"] = replaced
            return 200, self.wrapped(self.shown(uid))
        if method == "DELETE":
            thing.go(None)
            return 200, None
        raise gone

    def output(self, method, rest, thing, body, gone):
        outputs = thing.facts["outputs"]
        if method == "GET" and not rest:
            return 200, self.wrapped(outputs)
        if method == "POST" and not rest:
            if self.schema("output", body):
                raise self.refuse(400, "invalid output")
            outputs.append({"uid": f"{len(outputs) + 1:032x}", **body})
            self.made.append(f"output {body['url']}")
            return 200, self.wrapped(outputs[-1])
        if method == "DELETE" and any(one["uid"] == rest[0] for one in outputs):
            thing.facts["outputs"] = [one for one in outputs if one["uid"] != rest[0]]
            return 200, None
        raise gone

    def wrapped(self, result):
        return {"success": True, "errors": [], "messages": [], "result": result}

    def shown(self, uid):
        host = "https://customer-x1.cloudflarestream.com"
        return {
            **self.things[uid].facts["body"], "uid": uid, "status": None, "created": "2026-11-28T12:00:00Z", "modified": "2026-11-28T12:00:00Z",
            "rtmps": {"url": "rtmps://live.cloudflare.com:443/live/", "streamKey": "stream-key-a1b2c3d4"},
            "srt": {"url": "srt://live.cloudflare.com:778", "streamId": uid, "passphrase": "stream-key-a1b2c3d4-srt"},
            "webRTC": {"url": f"{host}/stream-key-a1b2c3d4/webRTC/publish"}, "webRTCPlayback": {"url": f"{host}/{uid}/webRTC/play"},
            "playback": {"hls": f"{host}/{uid}/manifest/video.m3u8", "dash": f"{host}/{uid}/manifest/video.mpd"},
        }

    def playing(self):
        return any(
            thing.state == "live-inprogress" or thing.state and thing.facts["body"].get("recording", {}).get("mode") != "automatic"
            for thing in self.things.values())

    def stored(self):
        return {uid: [meant(thing.facts["body"]), thing.facts["outputs"]] for uid, thing in self.things.items() if thing.state is not None}
