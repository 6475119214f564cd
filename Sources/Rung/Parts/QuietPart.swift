internal import RungProviders
internal import RungSource

/// A text in which nothing was found, as the part of a run that knows it says of it: most texts of most runs.
package struct QuietPart {
  /// What its streams claim: words that are equal where claims are.
  package let claims: [String]
  private let families: [String]
  private let isWhole: Bool
  private let extended: [String]

  /// Nil where there is more to say of it.
  package init?(_ analysis: Analysis, named name: String) {
    guard let part = analysis.part, analysis.indexed.isEmpty, analysis.sources.files.first?.name == name else { return nil }
    guard !analysis.isBase, !analysis.mayBeBase, !analysis.isPassedOver else { return nil }
    (claims, families, isWhole) = (part.claims.map(\.word), part.families.sorted(), part.isWhole)
    extended = analysis.extended.sorted()
    guard [claims, families, extended].allSatisfy({ list in list.allSatisfy { word in !word.utf8.contains { $0 < 0x20 } } }) else { return nil }
  }

  // MARK: As a line

  /// `1`, or `0` for one that was not judged as a whole, then words, and before each list of them how many there are: separated by tabs.
  package func write(to line: inout [UInt8]) {
    line.append(isWhole ? UInt8(ascii: "1") : UInt8(ascii: "0"))
    for list in [claims, families, extended] {
      line.append(Self.tab)
      line += "\(list.count)".utf8
      for word in list {
        line.append(Self.tab)
        line += word.utf8
      }
    }
  }

  package static let tab: UInt8 = 0x09

  package init(line: ArraySlice<UInt8>) throws(PartFault) {
    var rest: ArraySlice<UInt8>? = line
    func field() throws(PartFault) -> ArraySlice<UInt8> {
      guard let fields = rest else { throw PartFault("holds a line that is cut off") }
      let end = fields.firstIndex(of: Self.tab)
      rest = end.map { fields[($0 + 1)...] }
      return end.map { fields[..<$0] } ?? fields
    }
    func words() throws(PartFault) -> [String] {
      guard let count = Int(digits: try field()) else { throw PartFault("holds a line that is cut off") }
      var words: [String] = []
      while words.count < count { words.append(String(decoding: try field(), as: UTF8.self)) }
      return words
    }
    isWhole = try field().first == UInt8(ascii: "1")
    (claims, families, extended) = (try words(), try words(), try words())
  }

  /// As the whole run has it.
  ///
  /// - Parameter policy: what settles findings of a text when all parts are known: a baseline.
  package func analysis(of name: String, _ policy: Policy?) -> Analysis {
    var sources = SourceMap()
    _ = sources.add(SourceFile(name: name, positions: [:]))
    var analysis = Analysis(sources: sources, streams: [], report: Report(), jsonFiles: [])
    analysis.extended = Set(extended)
    policy?.settle(&analysis, isWhole: isWhole, for: Set(families))
    return analysis
  }
}
