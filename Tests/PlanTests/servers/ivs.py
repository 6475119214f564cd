"""Amazon IVS, low-latency streaming."""

import re

from provider import Provider, Refusal, signature


def secret(variable):
    """What the trials set a variable to."""
    return f"s3cr3t-{variable}-\"\\'$`&%/"


ACCOUNT = "arn:aws:ivs:us-east-1:123456789012"


class IVS(Provider):
    name = "ivs"

    def refuse(self, status, kind, message):
        return Refusal(status, {"__type": kind, "exceptionMessage": message})

    def answer(self, method, path, headers, body):
        region = re.search(r"/([a-z0-9-]+)/ivs/aws4_request", headers.get("Authorization", ""))
        keys = [secret(f"AWS_{name}") for name in ("ACCESS_KEY_ID", "SECRET_ACCESS_KEY", "SESSION_TOKEN")]
        wrong = signature(*keys, region[1] if region else "", "ivs", method, headers.sent_path, headers, headers.raw)
        if wrong:
            raise self.refuse(403, "AccessDeniedException", wrong)
        handler = getattr(self, path.removeprefix("/"), None) if method == "POST" and path.count("/") == 1 else None
        if handler is None or not path[1:2].isupper():
            raise self.refuse(404, "UnknownOperationException", f"no operation {path}")
        if not isinstance(body, dict):
            raise self.refuse(400, "ValidationException", "no body")
        return handler(body)

    def found(self, body, member="arn"):
        return self.thing(body.get(member), self.refuse(404, "ResourceNotFoundException", f"no {body.get(member)}"))

    def checked(self, kind, body):
        wrong = self.schema(kind, body)
        if wrong:
            raise self.refuse(400, "ValidationException", "; ".join(wrong))

    def arn(self, kind):
        return f"{ACCOUNT}:{kind}/{len(self.made) + 1}abc"

    def shown(self, arn):
        return {"arn": arn, **self.things[arn].facts["body"]}

    def listed(self, kind):
        return [self.shown(arn) for arn, thing in self.things.items() if thing.state and f":{kind}/" in arn]

    # Recording configurations

    def CreateRecordingConfiguration(self, body):
        self.checked("recording-configuration", body)
        arn = self.make(self.arn("recording-configuration"), "CREATING", "CREATING", "ACTIVE", body=body)
        return 200, {"recordingConfiguration": {**self.shown(arn), "state": "CREATING"}}

    def GetRecordingConfiguration(self, body):
        return 200, {"recordingConfiguration": {**self.shown(body.get("arn")), "state": self.found(body).asked()}}

    def ListRecordingConfigurations(self, body):
        return 200, {"recordingConfigurations": self.listed("recording-configuration")}

    def DeleteRecordingConfiguration(self, body):
        return self.delete(body, "recordingConfigurationArn")

    # Playback restriction policies

    def CreatePlaybackRestrictionPolicy(self, body):
        self.checked("playback-restriction-policy", body)
        return 200, {"playbackRestrictionPolicy": self.shown(self.make(self.arn("playback-restriction-policy"), "there", body=body))}

    def GetPlaybackRestrictionPolicy(self, body):
        self.found(body)
        return 200, {"playbackRestrictionPolicy": self.shown(body["arn"])}

    def UpdatePlaybackRestrictionPolicy(self, body):
        self.checked("update-playback-restriction-policy", body)
        self.found(body).facts["body"] |= {key: value for key, value in body.items() if key != "arn"}
        return self.GetPlaybackRestrictionPolicy(body)

    def ListPlaybackRestrictionPolicies(self, body):
        return 200, {"playbackRestrictionPolicies": self.listed("playback-restriction-policy")}

    def DeletePlaybackRestrictionPolicy(self, body):
        return self.delete(body, "playbackRestrictionPolicyArn")

    def delete(self, body, member):
        thing = self.found(body)
        if any(one.state and one.facts["body"].get(member) == body["arn"] for one in self.things.values()):
            raise self.refuse(409, "ConflictException", f"{body['arn']} is associated with a channel")
        thing.go(None)
        return 204, None

    # Channels

    def refers(self, body):
        recording = body.get("recordingConfigurationArn")
        if recording and recording in self.things and self.things[recording].state != "ACTIVE":
            raise self.refuse(400, "ValidationException", "the recording configuration is not active")

    def CreateChannel(self, body):
        self.checked("channel", body)
        self.refers(body)
        arn = self.make(self.arn("channel"), "OFFLINE", body=body, key="stream-key-a1b2c3d4")
        return 200, {**self.GetChannel({"arn": arn})[1], "streamKey": {"arn": self.key(arn), "value": "stream-key-a1b2c3d4", "channelArn": arn}}

    def key(self, arn):
        return arn.replace(":channel/", ":stream-key/")

    def GetChannel(self, body):
        self.found(body)
        srt = {"endpoint": "srt://a1.srt.live-video.net:9000", "passphrase": "access-token-99ff"}
        there = {"ingestEndpoint": "a1.global-contribute.live-video.net", "playbackUrl": "https://a1.playback.live-video.net/x.m3u8", "srt": srt}
        return 200, {"channel": {**self.shown(body["arn"]), **there}}

    def ListChannels(self, body):
        return 200, {"channels": [one for one in self.listed("channel") if body.get("filterByName", one.get("name")) == one.get("name")]}

    def UpdateChannel(self, body):
        self.checked("update-channel", body)
        self.refers(body)
        thing = self.found(body)
        if thing.state == "LIVE":
            raise self.refuse(409, "ConflictException", "live channels cannot be updated")
        thing.facts["body"] |= {key: value for key, value in body.items() if key != "arn"}
        return self.GetChannel({"arn": body["arn"]})

    def DeleteChannel(self, body):
        thing = self.found(body)
        if thing.state in ("LIVE", "ENDING"):
            raise self.refuse(409, "ConflictException", "the channel is live")
        thing.go(None)
        return 204, None

    def ListStreamKeys(self, body):
        self.found(body, "channelArn")
        return 200, {"streamKeys": [{"arn": self.key(body["channelArn"]), "channelArn": body["channelArn"]}]}

    def GetStreamKey(self, body):
        channel = body.get("arn", "").replace(":stream-key/", ":channel/")
        thing = self.found({"arn": channel})
        # An encoder that has the key begins to send.
        if thing.state == "OFFLINE":
            thing.go("STARTING", "LIVE")
        return 200, {"streamKey": {"arn": body["arn"], "value": "stream-key-a1b2c3d4", "channelArn": channel}}

    # Streams

    def GetStream(self, body):
        thing = self.found(body, "channelArn")
        state = thing.asked()
        if state not in ("LIVE", "ENDING"):
            raise self.refuse(404, "ChannelNotBroadcasting", "the channel is not live")
        return 200, {"stream": {"channelArn": body["channelArn"], "state": "LIVE"}}

    def StopStream(self, body):
        thing = self.found(body, "channelArn")
        if thing.state not in ("LIVE", "STARTING"):
            raise self.refuse(404, "ChannelNotBroadcasting", "the channel is not live")
        thing.go("ENDING", "ENDING", "OFFLINE")
        return 200, {}

    def stored(self):
        """By kind, without what is a default of the API reference, and with what it refers to in place of ARNs."""
        defaults = {
            "latencyMode": "LOW", "type": "STANDARD", "authorized": False, "insecureIngest": False, "containerFormat": "TS",
            "multitrackInputConfiguration": {"enabled": False}, "allowedCountries": [], "allowedOrigins": [], "enableStrictOriginEnforcement": False,
        }
        def meant(body):
            return {
                key: meant(self.things[value].facts["body"]) if isinstance(value, str) and value in self.things else value
                for key, value in body.items() if value != "" and defaults.get(key) != value
            }
        return {arn.rsplit("/", 1)[0]: meant(thing.facts["body"]) for arn, thing in self.things.items() if thing.state is not None}

    def playing(self):
        there = [thing.state for arn, thing in self.things.items() if ":channel/" in arn and thing.state]
        return bool(there) and all(state == "LIVE" for state in there)
