internal import RungReading
package import RungSource

/// One text in another form that means the same: whatever is found in the one is found in the other, at the same place.
package enum Disguise: String, CaseIterable, Sendable, CustomStringConvertible {
  case asWritten = "as written"
  case behindComment = "behind a multibyte comment"
  case lineEndings = "with CRLF"
  case byteOrderMark = "behind a byte order mark"
  case json = "as JSON"
  case flow = "in flow style"
  case reordered = "with the keys reordered"

  package var description: String { rawValue }

  package struct Worn: Sendable {
    package let text: String
    /// Where the marked text stands now; several when it is used through aliases.
    package let marks: [Range<Int>]
  }

  /// Nil when the text has no such form: a syntax error in YAML cannot be told in JSON.
  package func worn(by text: String, mark: Range<Int>?) -> Worn? {
    let isJSON = Reader.format(name: "", bytes: Array(text.utf8)) == .json
    switch self {
    case .asWritten:
      return Worn(text: text, marks: mark.map { [$0] } ?? [])
    case .behindComment:
      return shifted(text, mark, behind: isJSON ? "\n \t\n" : "# 📺 Übertragung, 放送\n")
    case .byteOrderMark:
      return shifted(text, mark, behind: "\u{FEFF}")
    case .lineEndings:
      return withCRLF(text, mark)
    case .json, .flow, .reordered:
      guard !isJSON, let tree = Self.tree(text) else { return nil }
      let form: Rewriting.Form = self == .json ? .json : self == .flow ? .flow : .flowReversed
      guard let written = Rewriting(tree, as: form) else { return nil }
      guard let mark else { return Worn(text: written.text, marks: []) }
      return Worn(text: written.text, marks: written.places[mark] ?? [])
    }
  }

  /// The only document of a text; nil when it does not read without a finding, or there are several.
  package static func tree(_ text: String) -> Node? {
    var report = Report()
    let file = SourceFile(name: "", bytes: Array(text.utf8))
    let format = Reader.format(name: "", bytes: file.bytes)
    let documents = Reader.read(file, id: FileID(index: 0), format: format, into: &report)
    return documents.count == 1 && report.diagnostics.isEmpty ? documents.first : nil
  }

  private func shifted(_ text: String, _ mark: Range<Int>?, behind lead: String) -> Worn {
    let width = lead.utf8.count
    return Worn(text: lead + text, marks: mark.map { [$0.lowerBound + width..<$0.upperBound + width] } ?? [])
  }

  private func withCRLF(_ text: String, _ mark: Range<Int>?) -> Worn {
    var bytes: [UInt8] = []
    var lower: Int?
    var upper: Int?
    for (index, byte) in text.utf8.enumerated() {
      if index == mark?.lowerBound { lower = bytes.count }
      if index == mark?.upperBound { upper = bytes.count }
      if byte == 0x0A { bytes.append(0x0D) }
      bytes.append(byte)
    }
    let start = lower ?? bytes.count
    let moved = mark.map { _ in [start..<Swift.max(start, upper ?? bytes.count)] }
    return Worn(text: String(decoding: bytes, as: UTF8.self), marks: moved ?? [])
  }
}
