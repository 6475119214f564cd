internal import RungSource

extension SpecRules {
  static let addressCoveredTwice = Rule<Stream>(
    "address-covered-twice", family: "spec", severity: .warning,
    summary: "an entry of `ingest.allow` that another entry covers",
    why: "It allows no address that is not allowed already. Removing only one of the two does not block an encoder.",
    bad: [
      Example("""
        rung: 1
        name: news
        ingest:
          allow:
            - 203.0.113.0/24
            - ⟦203.0.113.7⟧
        """, severity: .note),
      Example("""
        rung: 1
        name: news
        ingest:
          allow:
            - 203.0.113.7
            - ⟦203.0.113.7/32⟧
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ingest:
          allow:
            - 203.0.113.0/24
            - 198.51.100.7
        """)
    ]
  ) { stream, report in
    let ranges = stream.spec.ingest?.value.allow?.value ?? []
    guard ranges.count > 1, mayOverlap(ranges) else { return }
    var first: [AddressRange: Int] = [:]
    for (index, range) in ranges.enumerated() where first[range.value.network] == nil { first[range.value.network] = index }
    for (index, range) in ranges.enumerated() {
      let covering = (0...range.value.prefix).lazy.compactMap { first[range.value.widened(to: $0)] }.first { $0 != index }
      guard let covering, ranges[covering].value.network != range.value.network || covering < index else { continue }
      let other = ranges[covering]
      let same = other.value.network == range.value.network
      report.flag(
        range.place, "`\(range.value.text)` is \(same ? "listed twice" : "already covered by `\(other.value.text)`")",
        severity: same ? nil : .note,
        notes: [MessageNote("the other entry is here", at: other.place.span)], help: "remove one of the two")
    }
  }

  /// Compares a handful of ranges pair by pair; only when two meet, or there are many, is the index built.
  private static func mayOverlap(_ ranges: [Located<AddressRange>]) -> Bool {
    guard ranges.count <= 32 else { return true }
    for index in ranges.indices.dropFirst() {
      for other in 0..<index {
        let prefix = min(ranges[index].value.prefix, ranges[other].value.prefix)
        let mask = prefix == 0 ? 0 : UInt32.max << UInt32(32 - prefix)
        if (ranges[index].value.address ^ ranges[other].value.address) & mask == 0 { return true }
      }
    }
    return false
  }
}
