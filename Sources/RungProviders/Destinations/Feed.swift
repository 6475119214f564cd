package import RungSource
package import RungSpec

/// What one target sends to one destination.
package struct Feed: Sendable {
  package let destination: Destination
  /// Several, where a backup is sent as well.
  package let addresses: [Located<StreamURL>]
  /// Video and audio, as they are encoded.
  package let renditions: [Located<Rendition>]
  /// Whether that is the contribution of `ingest`, not the ladder.
  package let isContribution: Bool
  /// All destinations that get the same.
  private let all: [Destination]
  /// The id of the target, and where it has the addresses.
  private let target: String
  private let addressKey: String

  /// One for each destination that is known.
  ///
  /// - Parameters:
  ///   - key: the path of the addresses.
  ///   - sent: what goes there; asked for only where there is one.
  static func all(
    to addresses: [Located<StreamURL>?], under key: String, from target: String, sending sent: () -> (renditions: [Located<Rendition>], isContribution: Bool)
  ) -> [Feed] {
    var known = Grouped<String, Located<StreamURL>>()
    for case let address? in addresses { if let id = Destinations.at(address.value)?.id { known.add(address, to: id) } }
    guard !known.groups.isEmpty else { return [] }
    let sent = sent()
    let all = known.groups.compactMap { Destinations.named($0.0) }
    return zip(all, known.groups).map { destination, group in
      Feed(destination: destination, addresses: group.1, renditions: sent.renditions, isContribution: sent.isContribution, all: all, target: target, addressKey: key)
    }
  }

  /// The lowest of a limit among the destinations that get the same: what one takes another may refuse.
  func lowest<Value: Comparable>(_ limit: (Destination) -> Value?) -> Value? { all.compactMap(limit).min() }

  /// The first of what the destination allows that the others allow as well; where there is none, its own first.
  func common<Value: Equatable>(_ allowed: (Destination) -> [Value]?) -> Value? {
    let own = allowed(destination) ?? []
    return own.first { value in all.allSatisfy { allowed($0)?.contains(value) ?? true } } ?? own.first
  }

  /// The help for a value of what is sent: to set the key to another, or to accept this one.
  ///
  /// - Parameter key: of a rendition.
  func help(_ key: SpecKey, _ value: String, at span: SourceSpan) -> Help { .set(key, value, at: span, or: acceptance(of: key)) }

  /// To accept the addresses.
  var acceptanceOfAddress: Message { AcceptsOption.way(addressKey, at: target) }

  /// To accept a value of what is sent.
  ///
  /// - Parameter key: of a rendition.
  func acceptance(of key: SpecKey) -> Message {
    let name = key.path.dropFirst(SpecKey.renditions.path.count + 1)
    let path = isContribution ? (name.hasPrefix("audio.") ? "ingest.\(name)" : "ingest.video.\(name)") : "ladder.*.\(name)"
    return AcceptsOption.way(path, at: target)
  }
}

extension Provider {
  /// What a provider sends to `simulcast`: what comes in where it forwards that, otherwise the highest rendition that it makes.
  package static func feeds(_ fit: Fit<Self>, _ report: inout Report) -> [Feed] {
    guard let simulcast = fit.spec.simulcast else { return [] }
    var addresses = simulcast.value.map(\.value.url)
    // Where the provider sends nothing on, and that is accepted, no destination gets anything.
    if Targets.reasons(of: Self.self).below("simulcast") != nil {
      addresses.removeAll { $0.map { report.acceptance?.accepts($0.place) == true } ?? true }
    }
    return Feed.all(to: addresses, under: SpecKey.simulcastURL.path, from: id) {
      let isForwarded = simulcastsInput || fit.stream.encoding.value == .passthrough
      if isForwarded, let sent = fit.spec.ingest.flatMap({ Stream.sent(by: $0, &report) }) { return ([sent], true) }
      return (simulcastsInput && fit.stream.encoding.value == .transcode ? [] : highest(fit.ladder?.renditions ?? []), false)
    }
  }

  /// The rendition with the highest bitrate, wherever it is listed; the first one where none has a bitrate.
  private static func highest(_ renditions: [Located<Rendition>]) -> [Located<Rendition>] {
    func bits(_ rendition: Located<Rendition>) -> Int64 { (rendition.value.bitrate ?? rendition.value.maxBitrate)?.value.bitsPerSecond ?? 0 }
    guard let first = renditions.first else { return [] }
    return [renditions.reduce(first) { bits($1) > bits($0) ? $1 : $0 }]
  }

  package static var simulcastsInput: Bool { false }
}
