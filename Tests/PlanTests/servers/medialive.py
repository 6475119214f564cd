"""AWS Elemental MediaLive and MediaPackage v2."""

import re
import urllib.parse

from provider import Provider, Refusal, signature


def secret(variable):
    """What the trials set a variable to."""
    return f"s3cr3t-{variable}-\"\\'$`&%/"


def large(value, key=""):
    """A body of MediaLive as AWS's tools write it, which is how the schemas have it."""
    if isinstance(value, dict):
        return {name if key == "Tags" else name[:1].upper() + name[1:]: large(item, name[:1].upper() + name[1:]) for name, item in value.items()}
    return [large(item) for item in value] if isinstance(value, list) else value


class MediaLive(Provider):
    name = "medialive"

    def refuse(self, status, message):
        return Refusal(status, {"message": message})

    def answer(self, method, path, headers, body):
        match = re.search(r"/([a-z0-9-]+)/(medialive|mediapackagev2)/aws4_request", headers.get("Authorization", ""))
        keys = [secret(f"AWS_{name}") for name in ("ACCESS_KEY_ID", "SECRET_ACCESS_KEY", "SESSION_TOKEN")]
        service = "medialive" if path.startswith("/prod/") else "mediapackagev2"
        wrong = signature(*keys, match[1] if match else "", service, method, headers.sent_path, headers, headers.raw)
        if wrong:
            raise self.refuse(403, wrong)
        parts = [urllib.parse.unquote(part) for part in path.strip("/").split("/")]
        if service == "medialive":
            return self.live(method, parts[1:], body)
        return self.packaging(method, parts, body)

    def checked(self, kind, body):
        wrong = self.schema(kind, body)
        if wrong:
            raise self.refuse(422, "; ".join(wrong))

    def found(self, key):
        return self.thing(key, self.refuse(404, f"no {key}"))

    # MediaLive

    def live(self, method, parts, body):
        kinds = {"channels": self.channels, "inputs": self.inputs, "inputSecurityGroups": self.groups}
        if not parts or parts[0] not in kinds:
            raise self.refuse(404, "no such resource")
        return kinds[parts[0]](method, parts[1:], body)

    def id(self):
        return str(1000000 + len(self.made))

    def shown(self, key):
        thing = self.things[key]
        return {**thing.facts["body"], "id": key.split("/", 1)[1], "arn": f"arn:aws:medialive:us-east-1:123456789012:{key}", "state": thing.state}

    def listed(self, kind, member):
        return 200, {member: [self.shown(key) for key, thing in self.things.items() if key.startswith(f"{kind}/") and thing.state]}

    def groups(self, method, rest, body):
        if method == "POST":
            self.checked("create-input-security-group", large(body))
            key = self.make(f"inputSecurityGroup/{self.id()}", "IDLE", body=body)
            return 200, {"securityGroup": self.shown(key)}
        if not rest:
            return self.listed("inputSecurityGroup", "inputSecurityGroups")
        key = f"inputSecurityGroup/{rest[0]}"
        thing = self.found(key)
        if method == "DELETE":
            if any(rest[0] in one.facts["body"].get("inputSecurityGroups", []) for one in self.there_are("input")):
                raise self.refuse(409, "an input uses the group")
            thing.go(None)
            return 200, {}
        if method == "PUT":
            self.checked("update-input-security-group", {"InputSecurityGroupId": rest[0], **large(body)})
            thing.facts["body"] = {**thing.facts["body"], **body}
            thing.go("UPDATING", "IN_USE")
            return 200, {"securityGroup": self.shown(key)}
        return 200, {**self.shown(key), "state": thing.asked()}

    def there_are(self, kind):
        return [thing for key, thing in self.things.items() if key.startswith(f"{kind}/") and thing.state not in (None, "DELETED")]

    def inputs(self, method, rest, body):
        if method == "POST":
            self.checked("create-input", large(body))
            for group in body.get("inputSecurityGroups", []):
                self.found(f"inputSecurityGroup/{group}")
            key = self.make(f"input/{self.id()}", "CREATING", "CREATING", "DETACHED", body=body)
            return 201, {"input": self.shown(key)}
        if not rest:
            return self.listed("input", "inputs")
        key = f"input/{rest[0]}"
        thing = self.found(key)
        if method == "DELETE":
            if thing.state in ("CREATING", "ATTACHED"):
                raise self.refuse(409, f"the input is {thing.state}")
            thing.go("DELETING", None)
            return 200, {}
        if method == "PUT":
            self.checked("update-input", {"InputId": rest[0], **large(body)})
            for group in body.get("inputSecurityGroups", []):
                self.found(f"inputSecurityGroup/{group}")
            if any(channel.state != "IDLE" and key in self.attached(channel.facts["body"]) for channel in self.there_are("channel")):
                raise self.refuse(409, "a running channel takes the input")
            thing.facts["body"] = {**thing.facts["body"], **body}
            return 200, {"input": self.shown(key)}
        shown = self.shown(key)
        shown["state"] = thing.asked()
        urls = [{"ip": "198.51.100.7", "port": "1935", "url": f"rtmp://198.51.100.7:1935/{one.get('streamName')}"} for one in shown.get("destinations", [{}, {}])]
        return 200, {**shown, "destinations": urls}

    def attached(self, body):
        return [f"input/{one.get('inputId')}" for one in body.get("inputAttachments", [])]

    def channels(self, method, rest, body):
        if method == "POST" and not rest:
            self.checked("create-channel", large(body))
            self.refers(body)
            for key in self.attached(body):
                if key in self.things:
                    if self.found(key).state != "DETACHED":
                        raise self.refuse(409, "the input is not detached")
                    self.things[key].go("ATTACHED")
            key = self.make(f"channel/{self.id()}", "CREATING", "CREATING", "IDLE", body=body)
            return 201, {"channel": self.shown(key)}
        if not rest:
            return self.listed("channel", "channels")
        key = f"channel/{rest[0]}"
        thing = self.found(key)
        if method == "POST":
            start = {"start": ("IDLE", "STARTING", "RUNNING"), "stop": ("RUNNING", "STOPPING", "IDLE")}.get(rest[1] if len(rest) > 1 else "")
            if not start:
                raise self.refuse(404, "no such operation")
            if thing.state == start[2]:
                raise self.refuse(409, f"the channel is {thing.state} already")
            if thing.state not in start[:2]:
                raise self.refuse(409, f"the channel is {thing.state}")
            thing.go(start[1], start[1], start[2])
            return 200, self.shown(key)
        if method == "PUT":
            self.checked("update-channel-class" if rest[1:] == ["channelClass"] else "update-channel", {"ChannelId": rest[0], **large(body)})
            self.refers(body)
            if thing.state != "IDLE":
                raise self.refuse(409, f"the channel is {thing.state}")
            thing.facts["body"] = {**thing.facts["body"], **body}
            thing.go("UPDATING", "UPDATING", "IDLE")
            return 200, {"channel": self.shown(key)}
        if method == "DELETE":
            if thing.state != "IDLE":
                raise self.refuse(409, f"the channel is {thing.state}")
            for one in self.attached(thing.facts["body"]):
                if one in self.things and self.things[one].state:
                    self.things[one].go("DETACHED")
            thing.go("DELETING", "DELETED", None)
            return 200, self.shown(key)
        shown = self.shown(key)
        shown["state"] = thing.asked()
        return 200, shown

    def refers(self, body):
        for destination in body.get("destinations", []):
            for package in destination.get("mediaPackageSettings", []):
                name = f"channelGroup/{package.get('channelGroup')}/channel/{package.get('channelName')}"
                self.found(name)

    # MediaPackage v2

    def packaging(self, method, parts, body):
        kinds = {1: "mediapackage-channel-group", 3: "mediapackage-channel", 5: "mediapackage-origin-endpoint"}
        names = {1: "ChannelGroupName", 3: "ChannelName", 5: "OriginEndpointName"}
        if method == "POST":
            depth = len(parts)
            if depth not in kinds:
                raise self.refuse(404, "no such resource")
            above = {names[at]: parts[at] for at in (1, 3) if at < depth}
            self.checked(kinds[depth], {**above, **(body or {})})
            key = "/".join(parts + [body[names[depth]]])
            # A group that the plan does not make is there.
            if depth > 3 or depth == 3 and "mediapackage-channel-group" not in self.there:
                self.found("/".join(parts[:-1]))
            if self.things.get(key) and self.things[key].state:
                raise self.refuse(409, f"{key} exists")
            self.make(key, "there", body=body)
            return 200, self.told(key, parts)
        key = "/".join(parts)
        thing = self.found(key)
        if method == "DELETE":
            below = [one for one, other in self.things.items() if one.startswith(key + "/") and other.state]
            if below:
                raise self.refuse(409, f"{below[0]} is there")
            thing.go(None)
            return 200, {}
        if method == "PUT":
            self.checked(f"update-{kinds[len(parts) - 1]}", {**{names[at]: parts[at] for at in names if at < len(parts)}, **(body or {})})
            # A list that is sent empty is gone.
            thing.facts["body"] = {key: value for key, value in {**thing.facts["body"], **body}.items() if value != []}
        return 200, self.told(key, parts)

    def told(self, key, parts):
        body = dict(self.things[key].facts["body"])
        for kind, end in (("HlsManifests", "m3u8"), ("LowLatencyHlsManifests", "m3u8"), ("DashManifests", "mpd")):
            if kind in body:
                body[kind] = [{**one, "Url": f"https://a1b2.egress.mediapackagev2.us-east-1.amazonaws.com/out/v1/{one['ManifestName']}.{end}"} for one in body[kind]]
        return {**body, "Arn": f"arn:aws:mediapackagev2:us-east-1:123456789012:{key}", "EgressDomain": "a1b2.egress.mediapackagev2.us-east-1.amazonaws.com"}

    # For the tests

    def stored(self):
        """By kind, with what is referred to in place of ids."""
        def meant(body):
            if isinstance(body, dict):
                return {key: meant(value) for key, value in body.items()}
            if isinstance(body, list):
                return [meant(item) for item in body]
            for kind in ("inputSecurityGroup", "input"):
                thing = self.things.get(f"{kind}/{body}")
                if thing:
                    return meant(thing.facts["body"])
            return body
        return {re.sub(r"/\d+$", "", key): meant(thing.facts["body"]) for key, thing in self.things.items() if thing.state not in (None, "DELETED")}

    def playing(self):
        channels = [thing.state for key, thing in self.things.items() if key.startswith("channel/") and thing.state]
        return bool(channels) and all(state == "RUNNING" for state in channels)
