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

  /// Whether the number of a text is zero, whatever its unit.
  static func isZero(_ text: String) -> Bool { !text.utf8.contains { $0 &- 0x31 < 9 } }

  /// The help where nothing is known of what is meant.
  static var formHelp: String { "use a form such as \(oneOf(examples))" }

  /// The fault of a text, with what may be meant, as far as it is a quantity of the kind. Where nothing is, the fault is that of the first:
  /// no unit makes a bitrate of `0`.
  ///
  /// - Parameter candidates: texts, each with a word for its unit where that needs one.
  static func fault(_ kind: UnitFault.Kind, _ message: String, write candidates: (text: String, word: String?)...) -> UnitParse<Self> {
    let readable = candidates.filter { plain($0.text) != nil }
    guard !readable.isEmpty else { return parse(candidates[0].text) }
    // Few settings may be zero, and hardly anyone who wrote it means a unit of nothing.
    guard !isZero(candidates[0].text) else { return .fault(UnitFault(kind, message, help: formHelp)) }
    let shown = readable.map { candidate in "`\(candidate.text)`\(candidate.word.map { " (\($0))" } ?? "")" }
    return .fault(UnitFault(kind, message, help: "write \(oneOf(quoted: shown))", replacements: readable.map(\.text)))
  }
}
