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
    return known.groups.compactMap { id, addresses in
      Destinations.named(id).map { Feed(destination: $0, addresses: addresses, renditions: sent.renditions, isContribution: sent.isContribution, target: target, addressKey: key) }
    }
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
    return Feed.all(to: simulcast.value.map(\.value.url), under: SpecKey.simulcastURL.path, from: id) {
      let isForwarded = simulcastsInput || fit.stream.encoding.value == .passthrough
      if isForwarded, let sent = fit.spec.ingest.flatMap({ Stream.sent(by: $0, &report) }) { return ([sent], true) }
      return (simulcastsInput && fit.stream.encoding.value == .transcode ? [] : Array((fit.ladder?.renditions ?? []).prefix(1)), false)
    }
  }

  package static var simulcastsInput: Bool { false }
}
