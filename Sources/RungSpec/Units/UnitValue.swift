/// A quantity with its unit in its text. Parsing is exact: no floating point, no truncation.
public protocol UnitValue: Sendable, Hashable {
  /// With its article: "a bitrate".
  static var noun: String { get }
  /// Forms to show in a help.
  static var examples: [String] { get }
  /// A regular expression (ECMA-262) of the accepted forms, for the JSON Schema. It may accept more than `parse`.
  static var pattern: String { get }

  /// Reads a text.
  static func parse(_ text: String) -> UnitParse<Self>

  /// The form that Rung itself would write.
  var text: String { get }
}

extension UnitValue {
  /// The value of a text; nil when the text is none, or when there is something to say about it.
  package static func plain(_ text: String) -> Self? { if case .value(let value) = parse(text) { value } else { nil } }

  /// The fault of a text, with what may be meant, as far as it is a quantity of the kind. Where nothing is, the fault is that of the first:
  /// no unit makes a bitrate of `0`.
  ///
  /// - Parameter candidates: texts, each with a word for its unit where that needs one.
  static func fault(_ kind: UnitFault.Kind, _ message: String, write candidates: (text: String, word: String?)...) -> UnitParse<Self> {
    let readable = candidates.filter { plain($0.text) != nil }
    guard !readable.isEmpty else { return parse(candidates[0].text) }
    let shown = readable.map { candidate in "`\(candidate.text)`\(candidate.word.map { " (\($0))" } ?? "")" }
    return .fault(UnitFault(kind, message, help: "write \(oneOf(quoted: shown))", replacements: readable.map(\.text)))
  }
}
