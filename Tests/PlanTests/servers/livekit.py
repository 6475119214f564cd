"""LiveKit Ingress."""

import re

from provider import Provider, Refusal


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
        self.make(name, *states, body=body, pulls=pulls)
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
        names = [
            name for name, thing in self.things.items()
            if thing.state and body.get("ingress_id", name) == name
            and body.get("room_name", room := thing.facts["body"].get("room_name", "")) == room
        ]
        return {"next_page_token": None, "items": [self.shown(name, self.things[name].asked()) for name in names]}

    def DeleteIngress(self, body):
        self.body("delete", body)
        found = self.found(body)
        found.go(None)
        return self.shown(body["ingress_id"], "ENDPOINT_INACTIVE")

    def shown(self, name, state):
        thing = self.things[name]
        shown = {
            "ingress_id": name, "stream_key": "", "url": "",
            **{key: thing.facts["body"].get(key, "") for key in ("name", "room_name", "participant_identity")},
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
