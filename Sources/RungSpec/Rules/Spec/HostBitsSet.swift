internal import RungSource

extension SpecRules {
  static let hostBitsSet = Rule<Stream>(
    "host-bits-set", family: "spec", severity: .warning,
    summary: "an address range with host bits set",
    why: "`203.0.113.7/24` may mean the one address or the whole range of 256. Providers differ: some reject it, some allow the whole range.",
    citation: Citation("RFC 4632", "section 3.1: the bits behind the prefix are zero", url: "https://www.rfc-editor.org/rfc/rfc4632", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        ingest: {allow: [⟦203.0.113.7/24⟧]}
        """,
        mended: """
        rung: 1
        name: news
        ingest: {allow: [203.0.113.0/24]}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ingest: {allow: [203.0.113.0/24, 198.51.100.7/32, 192.0.2.1, 0.0.0.0/0]}
        """)
    ]
  ) { stream, report in
    for range in stream.spec.ingest?.value.allow?.value ?? [] where range.value.hasHostBits {
      let network = range.value.network
      report.flag(
        range.place, "`\(range.value.text)` has host bits set beyond its prefix of \(range.value.prefix) bits",
        help: Help(
          ["write `\(network.text)` for the range", "write `\(range.value.addressText)` for the one address"],
          fix: .replace(range.place.span, with: network.text, .unsafe)))
    }
  }
}

extension AddressRange {
  /// One address is written without its prefix.
  var text: String { prefix == 32 ? addressText : "\(addressText)/\(prefix)" }

  /// The range without host bits.
  var network: AddressRange { widened(to: prefix) }

  /// The range of a shorter prefix that contains this one.
  func widened(to prefix: Int) -> AddressRange {
    let mask: UInt32 = prefix == 0 ? 0 : ~0 << UInt32(32 - prefix)
    return AddressRange(address: address & mask, prefix: prefix)
  }
}
