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
    guard (claims + families + extended).allSatisfy({ word in !word.utf8.contains { $0 < 0x20 } }) else { return nil }
  }

  // MARK: As a line

  /// `1`, or `0` for one that was not judged as a whole, then words, and before each list of them how many there are: separated by tabs.
  package var line: String {
    var line = isWhole ? "1" : "0"
    for list in [claims, families, extended] {
      line += "\t\(list.count)"
      for word in list { line += "\t"; line += word }
    }
    return line
  }

  package init(line: ArraySlice<UInt8>) throws(PartFault) {
    var fields = line.split(separator: 0x09, omittingEmptySubsequences: false).makeIterator()
    func words() throws(PartFault) -> [String] {
      guard let count = fields.next().flatMap({ Int(String(decoding: $0, as: UTF8.self)) }) else { throw PartFault("holds a line that is cut off") }
      var words: [String] = []
      while words.count < count {
        guard let word = fields.next() else { throw PartFault("holds a line that is cut off") }
        words.append(String(decoding: word, as: UTF8.self))
      }
      return words
    }
    isWhole = fields.next()?.first == UInt8(ascii: "1")
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
