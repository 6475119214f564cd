import Rung
import RungProviders
import RungSource

/// A provider in the mind, as its documents say that it takes requests: what is stored, and what an update makes of it.
struct Imagined {
  private let provider: any Provider.Type
  /// Whether objects in an update are merged into the stored ones, where no document says.
  private let isMerging: Bool
  private var stored: [String: Node] = [:]
  /// Requests that the documents would have refused.
  private(set) var refusals: [String] = []

  init(_ id: String, isMerging: Bool) {
    provider = Providers.named(id) ?? Providers.all[0]
    self.isMerging = isMerging
  }

  /// Steps that are sent on a condition are sent, but for deletions of what others may use.
  mutating func send(_ steps: [RequestStep]) {
    for step in steps where step.condition == nil || step.method != "DELETE" || provider.id == "qencode" { send(step) }
  }

  private mutating func send(_ step: RequestStep) {
    switch provider.id {
    case "tenbyte":
      if step.method == "DELETE" { stored["stream"] = nil } else if let body = step.node { create("stream", body) }
    case "livekit":
      switch step.bodyKind {
      case "create": step.node.map { create("ingress", $0) }
      case "update": step.node.map { updateIngress($0) }
      case "delete": stored["ingress"] = nil
      default: break
      }
    case "qencode": sendToQencode(step)
    case "cloudflare": sendToCloudflare(step)
    case "ivs": sendToIVS(step)
    case "medialive": sendToMediaLive(step)
    case "mux": sendToMux(step)
    default: sendToMKIO(step)
    }
  }

  private mutating func create(_ name: String, _ body: Node) {
    if stored[name] != nil { refusals.append("\(name) is there already") }
    stored[name] = body
  }

  // MARK: LiveKit

  /// Texts that are empty leave what is stored; `audio` and `video` take its place; the rest is set.
  private mutating func updateIngress(_ update: Node) {
    guard let ingress = stored["ingress"] else {
      refusals.append("there is no ingress")
      return
    }
    if ingress["input_type"]?.scalar?.text == "URL_INPUT" { refusals.append("ingress is not reusable and cannot be modified") }
    let isWHIP = ingress["input_type"]?.scalar?.text == "WHIP_INPUT"
    let transcoded = ingress["enable_transcoding"]?.scalar.map { $0.text == "true" } ?? !isWHIP
    var entries = ingress.entries
    for entry in update.entries where entry.key.value != "ingress_id" {
      if entry.value.scalar?.text == "", entry.value.scalar?.type == .string { continue }
      if !transcoded, ["audio", "video"].contains(entry.key.value), entry.value.has("preset") || entry.value.has("options") {
        refusals.append("\(entry.key.value) encoding options must be empty if transcoding bypass is selected")
      }
      if let index = entries.firstIndex(where: { $0.key.value == entry.key.value }) { entries[index] = entry } else { entries.append(entry) }
    }
    stored["ingress"] = Node(.map(entries), at: ingress.place)
  }

  // MARK: Qencode

  private mutating func sendToQencode(_ step: RequestStep) {
    let path = step.url.template.split(separator: "/").map(String.init)
    switch (step.method, step.bodyKind) {
    case ("POST", "create"?):
      step.node.map { create("stream", $0) }
      stored["playback-id public"] = Self.object(["policy": "public"], step)
    case ("PUT", "update"?):
      // A stream that exists was made by somebody else, with a public playback id.
      if stored["stream"] == nil { stored["playback-id public"] = Self.object(["policy": "public"], step) }
      guard let body = step.node else { return }
      stored["stream"] = merged(body, into: stored["stream"] ?? Node(.map([]), at: body.place), isTop: true)
    case ("POST", "playback-id"?):
      // A stream may have several of one policy.
      guard let body = step.node, let policy = body["policy"]?.scalar?.text else { return }
      let count = stored.keys.filter { $0.hasPrefix("playback-id \(policy)") }.count
      stored["playback-id \(policy)\(count == 0 ? "" : " \(count + 1)")"] = body
    case ("POST", "simulcast-target"?):
      step.node.map { create("simulcast-target \($0["url"]?.scalar?.text ?? "")", $0) }
    case ("POST", "domain"?):
      step.node.map { create("domain \($0["name"]?.scalar?.text ?? "")", $0) }
    case ("DELETE", _):
      guard let last = path.last, path.count > 5 else {
        for name in stored.keys where !name.hasPrefix("domain") { stored[name] = nil }
        return
      }
      let kind = path[path.count - 2] == "playback-ids" ? "playback-id" : "simulcast-target"
      let names = stored.keys.filter { $0.hasPrefix("\(kind) ") }
      // The id was read of the one that goes.
      let wanted = last.contains("authenticated") ? "playback-id authenticated" : last.contains("public") ? "playback-id public" : names.first
      if let wanted, stored[wanted] != nil { stored[wanted] = nil } else { refusals.append("nothing to delete at \(last)") }
    default: break
    }
  }

  private func merged(_ update: Node, into old: Node, isTop: Bool) -> Node {
    guard case .map(let new) = update.content, case .map(var entries) = old.content else { return update }
    for entry in new {
      let value = isTop && !isMerging ? entry.value : old[entry.key.value].map { merged(entry.value, into: $0, isTop: false) } ?? entry.value
      let whole = Node.Entry(key: entry.key, value: value)
      if let index = entries.firstIndex(where: { $0.key.value == entry.key.value }) { entries[index] = whole } else { entries.append(whole) }
    }
    return Node(.map(entries), at: old.place)
  }

  // MARK: Cloudflare

  /// A field that is left out is not changed, and null removes it.
  private mutating func sendToCloudflare(_ step: RequestStep) {
    switch (step.method, step.bodyKind) {
    case ("POST", "create"?): step.node.map { create("live-input", $0) }
    case ("PUT", "update"?):
      guard let body = step.node, let old = stored["live-input"] else { return refusals.append("there is no live input") }
      stored["live-input"] = merged(body, into: old, isTop: true).withoutNulls
    case ("POST", "output"?): step.node.map { create("output \($0["url"]?.scalar?.text ?? "")", $0) }
    case ("DELETE", _) where step.id.rawValue.hasPrefix("delete-output"):
      guard let name = stored.keys.filter({ $0.hasPrefix("output ") }).min() else { return refusals.append("there is no output") }
      stored[name] = nil
    case ("DELETE", _): stored = [:]
    default: break
    }
  }

  // MARK: Amazon IVS

  /// An update sets what it has, and leaves the rest.
  private mutating func sendToIVS(_ step: RequestStep) {
    switch step.bodyKind {
    case "channel", "recording-configuration", "playback-restriction-policy": step.node.map { create(step.bodyKind?.rawValue ?? "", $0) }
    case "update-channel":
      guard let body = step.node, let old = stored["channel"] else { return refusals.append("there is no channel") }
      stored["channel"] = merged(body.without(["arn"]), into: old, isTop: true)
    default:
      let name = step.url.template.split(separator: "/").last ?? ""
      guard name.hasPrefix("Delete") else { return }
      for kind in ["channel", "recording-configuration", "playback-restriction-policy"] where Deployment.pascalCase(kind) == name.dropFirst(6) {
        if stored[kind] == nil { refusals.append("there is no \(kind)") }
        stored[kind] = nil
      }
    }
  }

  // MARK: AWS MediaLive

  /// What is left out at the top of an update stays, or goes, where no document says; class and tags have requests of their own.
  /// Endpoints have names.
  private mutating func sendToMediaLive(_ step: RequestStep) {
    guard step.method != "GET" else { return }
    switch step.bodyKind {
    case let kind? where kind.rawValue.hasPrefix("update-"):
      let names = ["update-channel": "create-channel", "update-channel-class": "create-channel", "update-mediapackage-channel": "mediapackage-channel"]
      let created = names[kind.rawValue] ?? "create-\(kind.rawValue.dropFirst(7))"
      let name = kind == "update-mediapackage-origin-endpoint" ? "mediapackage-origin-endpoint \(step.url.text.split(separator: "/").last ?? "")" : created
      guard let body = step.node?.without(["ChannelId", "InputId", "InputSecurityGroupId"]), let old = stored[name] else { return refusals.append("there is no \(name)") }
      let fixed: Set = ["ChannelClass", "Tags", "Type", "InputType", "ContainerType", "ChannelGroupName", "ChannelName", "OriginEndpointName"]
      let kept = old.entries.filter { (isMerging || kind == "update-channel-class" || fixed.contains($0.key.value)) && !body.has($0.key.value) }
      stored[name] = Node(.map(kept + body.entries), at: body.place)
    case "mediapackage-origin-endpoint": step.node.map { create("mediapackage-origin-endpoint \($0["OriginEndpointName"]?.scalar?.text ?? "")", $0) }
    case let kind?: step.node.map { create(kind.rawValue, $0) }
    default:
      guard step.method == "DELETE" else { return }
      let path = step.url.text
      let gone =
        path.contains("/originEndpoint/") ? "mediapackage-origin-endpoint \(path.split(separator: "/").last ?? "")" : path.contains("/inputSecurityGroups/") ? "create-input-security-group"
        : path.contains("/inputs/") ? "create-input" : path.contains("/channels/") ? "create-channel" : path.contains("/channel/") ? "mediapackage-channel" : "mediapackage-channel-group"
      if stored.removeValue(forKey: gone) == nil { refusals.append("there is no \(gone)") }
    }
  }

  // MARK: Mux

  /// A field that is left out is not changed; a list that has a request of its own is replaced.
  private mutating func sendToMux(_ step: RequestStep) {
    let name = "live-stream"
    if step.bodyKind == "create" {
      step.node.map { create(name, $0) }
      return
    }
    guard let old = stored[name] else { return step.method == "GET" ? () : refusals.append("there is no live stream") }
    switch step.bodyKind {
    case "update"?, "embedded-subtitles"?, "generated-subtitles"?: step.node.map { stored[name] = merged($0, into: old, isTop: false) }
    case "static-renditions"?:
      guard let body = step.node else { return }
      stored[name] = merged(Node(.map([Node.Entry(key: Located("new_asset_settings", at: body.place), value: body)]), at: body.place), into: old, isTop: false)
    case "simulcast-target"?: step.node.map { stored[name] = Self.with(old, (old["simulcast_targets"]?.items ?? []) + [$0]) }
    default:
      if step.id.rawValue.hasPrefix("delete-simulcast-target") {
        stored[name] = Self.with(old, Array((old["simulcast_targets"]?.items ?? []).dropFirst()))
      } else if step.method == "DELETE", step.url.text.hasSuffix("static-renditions") {
        stored[name] = merged(Node(.map([Node.Entry(key: Located("new_asset_settings", at: old.place), value: Node(.map([Node.Entry(key: Located("static_renditions", at: old.place), value: Node(.list([]), at: old.place))]), at: old.place))]), at: old.place), into: old, isTop: false)
      } else if step.method == "DELETE" {
        stored = [:]
      }
    }
  }

  private static func with(_ stream: Node, _ targets: [Node]) -> Node {
    let rest = stream.entries.filter { $0.key.value != "simulcast_targets" }
    return Node(.map(rest + [Node.Entry(key: Located("simulcast_targets", at: stream.place), value: Node(.list(targets), at: stream.place))]), at: stream.place)
  }

  // MARK: MK.IO

  /// Everything by its path. What is made twice is refused, but where nobody says so.
  private mutating func sendToMKIO(_ step: RequestStep) {
    let path = step.url.text
    switch step.method {
    case "PUT":
      guard let body = step.node else { return }
      if step.condition == nil { create(path, body) } else { stored[path] = body }
    case "PATCH":
      guard let body = step.node, let old = stored[path] else { return refusals.append("there is no \(path)") }
      stored[path] = merged(body, into: old, isTop: false)
    case "DELETE":
      if stored.removeValue(forKey: path) == nil, !path.contains("/assets/") { refusals.append("there is no \(path)") }
    default: break
    }
  }

  private static func object(_ members: [String: String], _ step: RequestStep) -> Node {
    let place = step.node?.place ?? SourcePlace(SourceSpan(file: FileID(index: 0), lower: 0, upper: 0))
    return Node(.map(members.map { Node.Entry(key: Located($0.key, at: place), value: .string($0.value, at: place)) }), at: place)
  }

  // MARK: Comparing

  /// What is not as it would be, had it been made so from the start. Old things may be left over, where a person decides.
  func differences(from wanted: Imagined) -> [String] {
    var rest: [String] = []
    for (name, body) in wanted.stored {
      let kind = name.hasPrefix("https://") ? Self.kind(name) : String(name.prefix { $0 != " " })
      // Another name was asked for.
      guard let mine = stored[name] ?? stored.first(where: { $0.key.contains("{event_name}") && Self.kind($0.key) == kind })?.value else {
        rest.append("no \(name)")
        continue
      }
      func side(_ body: Node) -> DiffSide {
        DiffSide(plan: RequestPlan(provider: provider.id, steps: []), requests: [DeclaredRequest(kind, body: body, place: body.place)])
      }
      for resource in provider.wholeComparison.differences(side(mine), side(body), provider.changes, Report()) {
        rest += resource.differences.map { "\(name): \($0.path)" }
      }
    }
    return rest.sorted()
  }

  private static func kind(_ path: String) -> String {
    let names = [
      "liveEvents": "live-event", "assets": "asset", "liveOutputs": "live-output", "streamingLocators": "streaming-locator",
      "streamingEndpoints": "streaming-endpoint",
    ]
    return path.split(separator: "/").dropLast().last.flatMap { names[String($0)] } ?? path
  }
}
