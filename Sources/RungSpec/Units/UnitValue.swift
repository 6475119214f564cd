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
}
