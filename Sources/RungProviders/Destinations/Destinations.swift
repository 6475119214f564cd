internal import RungSource
package import RungSpec

extension Destinations {
  private static let byHost = Dictionary(all.flatMap { known in known.hosts.map { ($0, known) } }) { first, _ in first }

  package static var ids: [String] { all.map(\.id) }

  package static func named(_ id: String) -> Destination? { all.first { $0.id == id } }

  /// Whose ingest the address is that an encoder pushes to; nil for any other, and behind a reference.
  static func at(_ address: Located<SecretText>?) -> Destination? {
    guard let address, address.value.isLiteral, let url = StreamURL(address.value.revealed) else { return nil }
    return at(url)
  }

  /// Whose ingest an address is; nil for any other, and where a reference hides the host.
  package static func at(_ url: StreamURL) -> Destination? {
    guard url.isHostKnown else { return nil }
    var host = url.host.lowercased()[...]
    // A name may end with the dot of the root.
    if host.hasSuffix(".") { host = host.dropLast() }
    // The longest host first, label by label: `evil-twitch.tv` is not in `twitch.tv`.
    while true {
      if let known = byHost[String(host)] { return known }
      guard let dot = host.firstIndex(of: ".") else { return nil }
      host = host[host.index(after: dot)...]
    }
  }
}
