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
  package static func ofSpec(readBy reader: BodyReader, source: Citation?) -> Rewording {
    let (words, unsaid) = (reader.words, Set(reader.unsaid + notOfBodies))
    return Rewording(
      isFirstReading: false, citation: source,
      rule: { unsaid.contains($0.name) ? nil : BodyFaults.standIn($0) },
      text: { $0.replacingWords(words) })
  }

  /// Remarks on how a spec is written.
  private static let notOfBodies = ["extra-field", "limit-negotiated", "no-target", "ntsc-frame-rate", "unused-default"]
}

extension String {
  /// What JSON calls it.
  var inJSON: String {
    outsideQuotes {
      $0.replacing("a mapping (`key: value`)", with: "an object").replacing("a mapping", with: "an object").replacing("a list", with: "an array")
    }
  }

  /// With what stands between backquotes in other words: `max_bitrate` and `packaging.hls`, and the key of `crf: 21`.
  func replacingWords(_ words: [String: String]) -> String {
    guard utf8.contains(UInt8(ascii: "`")) else { return self }
    let parts = split(separator: "`", omittingEmptySubsequences: false)
    return parts.enumerated().map { index, part in
      guard index % 2 == 1, index < parts.count - 1 else { return String(part) }
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
