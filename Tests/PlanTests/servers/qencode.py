"""Qencode Live: two hosts, one server."""

import re

from provider import Provider, Refusal, Thing


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
            if f"domains/{body['name']}" in self.made:
                raise self.refuse(400, "domain_exists")
            self.made.append(f"domains/{body['name']}")
            return 200, {"domain": {"name": body["name"], "type": body["type"]}}
        if (method, path) == ("POST", "/v1/live-streams"):
            if self.schema("create", body or {}):
                raise self.refuse(400, "invalid_field")
            name = f"12345fcd-{len(self.made) + 1:04}"
            self.made.append(name)
            self.things[name] = self.stream(body or {})
            return 200, self.shown(name)
        if (method, path) == ("GET", "/v1/live-streams"):
            return 200, {"streams": [self.shown(name)["stream"] for name, thing in self.things.items() if thing.state]}
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
                self.made.append(f"playback-ids/{body['policy']}")
            case "POST /simulcast-targets":
                if self.schema("simulcast-target", body):
                    raise self.refuse(400, "invalid_field")
                facts["targets"].append({"id": self.fresh("target"), **body})
                self.made.append(f"simulcast-targets/{body['url']}")
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
                "id": name, "name": stream.facts["params"].get("name"), "stream_key": "stream-key-a1b2c3d4", "server_urls": urls, "created_at": "2026-11-20 12:00:00",
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
