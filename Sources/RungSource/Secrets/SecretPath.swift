/// Which parts of an address's path grant access: anyone with the address of a webhook can post to it.
enum SecretPath {
  /// Where a service has the key of its addresses.
  private struct Service {
    /// The host, or the end of it.
    let host: String
    /// The part before it; nil where the path is nothing but the key.
    let mark: String?
    /// So many parts after the mark name the owner.
    var names = 0
    /// Whether the path ends with the key.
    var endsWithKey = true
  }

  private static let services = [
    Service(host: "hooks.slack.com", mark: "services", names: 2), Service(host: "hooks.slack.com", mark: "workflows", names: 2),
    Service(host: "hooks.slack.com", mark: "triggers", names: 1), Service(host: "hooks.slack-gov.com", mark: "services", names: 2),
    Service(host: "discord.com", mark: "webhooks", names: 1, endsWithKey: false),
    Service(host: "discordapp.com", mark: "webhooks", names: 1, endsWithKey: false),
    Service(host: "webhook.office.com", mark: "incomingwebhook"), Service(host: "outlook.office.com", mark: "incomingwebhook"),
    Service(host: "outlook.office365.com", mark: "incomingwebhook"), Service(host: "hooks.zapier.com", mark: "catch", names: 1),
    Service(host: "maker.ifttt.com", mark: "key"), Service(host: "make.com", mark: nil), Service(host: "integromat.com", mark: nil),
  ]
  /// Words of a host or a path that say that what follows is a webhook's.
  private static let hooks: Set<String> = ["hook", "hooks", "webhook", "webhooks", "webhookb2", "incomingwebhook", "incoming-webhook", "incoming_webhook"]
  /// These are followed by a name.
  private static let nouns: Set<String> = [
    "asset", "assets", "c", "channel", "channels", "clip", "clips", "embed", "event", "events", "live", "media", "object", "objects", "playlist", "playlists",
    "stream", "streams", "user", "users", "v", "video", "videos", "watch",
  ]

  /// - Parameters:
  ///   - host: with its port.
  ///   - isWeb: whether the address is used over HTTP; elsewhere a path is a name, unless a word marks it as a key.
  static func found(in bytes: UnsafeBufferPointer<UInt8>, host: Range<Int>, path: Range<Int>, isWeb: Bool) -> [SecretSigns.Found] {
    guard path.count > 2 else { return [] }
    var parts: [Range<Int>] = []
    var lower = path.lowerBound + 1
    while lower < path.upperBound {
      let upper = bytes[lower..<path.upperBound].firstIndex(of: UInt8(ascii: "/")) ?? path.upperBound
      if lower < upper { parts.append(lower..<upper) }
      lower = upper + 1
    }
    func word(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self).lowercased() }
    let words = parts.map { $0.count <= 64 ? word($0) : "" }
    let name = word(host.lowerBound..<(bytes[host].firstIndex(of: UInt8(ascii: ":")) ?? host.upperBound))
    var secret: Set<Int> = []
    for service in services where isWeb && isHost(name, of: service) {
      // `eu1.make.com` is the service's own site, `hook.eu1.make.com` takes messages.
      if service.mark == nil, !name.hasPrefix("hook") { continue }
      guard let mark = service.mark.map({ words.firstIndex(of: $0) }) ?? -1 else { continue }
      let first = mark + 1 + service.names
      for index in parts.indices where index == first || index > first && service.endsWithKey { secret.insert(index) }
    }
    var isHook = isWeb && hooks.contains(String(decoding: name.utf8.prefix { $0 != UInt8(ascii: ".") }, as: UTF8.self))
    // A file that players fetch, its segments and their folder are public.
    let isFile = parts.last.map { isFileName(bytes[$0]) } ?? false
    for index in parts.indices {
      let part = bytes[parts[index]]
      let before = index > 0 ? words[index - 1] : ""
      // The shape of a part takes less to tell than what the word before it means.
      if isBot(part)
        || KeyShape.fits(part) && (isHook && !part.allSatisfy({ $0 &- 0x30 < 10 }) || SecretName.isSecret(before))
        || isWeb && !isFile && KeyShape.isLongAndMixed(part) && !nouns.contains(before) && !isChannel(part)
      {
        secret.insert(index)
      }
      if isWeb, !isHook, hooks.contains(words[index]) { isHook = true }
    }
    return secret.sorted().filter { parts[$0].count == 1 || SecretSigns.isLiteral(bytes[parts[$0]]) }.map { index in
      SecretSigns.Found(range: parts[index], name: "token")
    }
  }

  private static func isHost(_ name: String, of service: Service) -> Bool {
    guard name.hasSuffix(service.host) else { return false }
    let before = name.utf8.dropLast(service.host.utf8.count)
    return before.isEmpty || before.last == UInt8(ascii: ".")
  }

  /// `bot123456789:AAE…`, which Telegram's API has in every path.
  private static func isBot(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard part.starts(with: "bot".utf8) else { return false }
    let id = part.dropFirst(3).prefix { $0 &- 0x30 < 10 }
    let rest = part.dropFirst(3 + id.count)
    return id.count >= 6 && rest.count >= 20 && (rest.first == UInt8(ascii: ":") || rest.first == UInt8(ascii: "%"))
  }

  /// `index.m3u8`, `manifest(format=m3u8-cmaf)`.
  private static func isFileName(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    if part.starts(with: "manifest".utf8) { return true }
    guard let dot = part.lastIndex(of: UInt8(ascii: ".")), dot > part.startIndex else { return false }
    let end = part[(dot + 1)...]
    return (1...5).contains(end.count) && end.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }
  }

  /// `UC` and 22 characters: a channel of YouTube's.
  private static func isChannel(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> Bool { part.count == 24 && part.starts(with: "UC".utf8) }
}
