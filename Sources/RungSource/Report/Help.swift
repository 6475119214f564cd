/// What to do about a finding: one imperative, or several of which one is enough.
///
/// Ways that cannot be expressed in the text that is checked are omitted; with none left there is no help.
package struct Help: Sendable, Hashable, ExpressibleByStringInterpolation, ExpressibleByArrayLiteral {
  package private(set) var ways: [Message]
  /// The edit for the first way; nil where a person must choose.
  package private(set) var fix: FixIt?

  package init(_ ways: [Message?], fix: FixIt? = nil) {
    self.ways = ways.compactMap { $0 }
    self.fix = fix
  }

  /// A text that is shown as it is.
  package init(_ text: String) { self.init([Message(text)]) }

  package init(_ way: Message, fix: FixIt? = nil) { self.init([way], fix: fix) }

  package init(stringLiteral text: String) { self.init([Message(stringLiteral: text)]) }

  package init(stringInterpolation interpolation: Message.Interpolation) { self.init([Message(stringInterpolation: interpolation)]) }

  package init(arrayLiteral ways: Message?...) { self.init(ways) }

  /// The same words without the edit.
  package var withoutFix: Help { Help(ways) }

  /// Sets a key to a value: "set `fps: 25`", and the edit that does so.
  ///
  /// - Parameters:
  ///   - span: the value that is there.
  ///   - note: why, or what follows: "keeps every second frame".
  package static func set(
    _ key: SpecKey, _ value: String, at span: SourceSpan, _ degree: FixIt.Degree = .unsafe, note: String? = nil, or others: Message?...
  ) -> Help {
    Help(["set \(key, value)\(note.map { " (\($0))" } ?? "")"] + others, fix: .replace(span, with: value, degree))
  }
}
