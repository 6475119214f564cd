package import RungSource
internal import RungSpec

extension Rewording {
  /// While a body itself is read.
  ///
  /// - Parameter isAnswer: providers add fields to their answers and leave others out; what they say themselves is no fault.
  static func ofBodies(isAnswer: Bool, source: Citation?) -> Rewording {
    Rewording(
      isFirstReading: true, citation: source,
      rule: { rule in
        let spoken = BodyFaults.standIn(rule)
        return isAnswer && spoken === BodyFaults.missingField ? nil : spoken
      },
      severity: { rule in isAnswer && rule === BodyFaults.unknownField ? .note : nil },
      text: { $0.inJSON })
  }

  /// While the spec is judged that bodies were read into.
  package static func ofSpec(_ draft: SpecDraft, readBy reader: BodyReader, of provider: String, source: Citation?) -> Rewording {
    let (words, helps) = (reader.words, reader.help)
    let terms = reader.terms + [("the target \(provider)", "the request"), ("the spec", "the request")]
    let unsaid = Set(reader.unsaid + draft.unsaid + notOfBodies)
    return Rewording(
      isFirstReading: false, citation: source,
      rule: { unsaid.contains($0.name) ? nil : BodyFaults.standIn($0) }, help: { helps[$0.name] },
      text: { $0.inWordsOfBodies(words, terms) })
  }

  /// Remarks on how a spec is written.
  private static let notOfBodies = ["extra-field", "limit-negotiated", "no-target", "ntsc-frame-rate", "unused-default"]
}

extension String {
  /// What JSON calls it.
  var inJSON: String {
    replacing("a mapping (`key: value`)", with: "an object").outsideQuotes {
      $0.replacing("a mapping", with: "an object").replacing("the mapping", with: "the object").replacing("a list", with: "an array")
    }.replacing(":` ", with: "`: ")
  }

  /// In other words where it speaks of specs: `max_bitrate` and `packaging.hls`, the key of `crf: 21`, the target's options.
  func inWordsOfBodies(_ words: [String: String], _ terms: [(String, String)]) -> String {
    split(separator: "`", omittingEmptySubsequences: false).enumerated().map { index, part in
      if index % 2 == 0 {
        return terms.reduce(String(part)) { text, term in text.replacing(term.0, with: term.1) }
      }
      if let word = words[String(part)] { return word }
      let key = part.prefix { $0 != ":" }
      guard let word = words[String(key)] else { return String(part) }
      return word + part.dropFirst(key.count)
    }.joined(separator: "`")
  }

  private func outsideQuotes(_ change: (String) -> String) -> String {
    split(separator: "`", omittingEmptySubsequences: false).enumerated().map { index, part in
      index % 2 == 0 ? change(String(part)) : String(part)
    }.joined(separator: "`")
  }
}
