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

  /// The same where options of a target are set in a spec that lists its targets: with the mapping to write in place of the list.
  ///
  /// - Parameter targets: the list.
  func typed(into targets: [String], of provider: String) -> Help {
    guard !targets.isEmpty else { return self }
    return Help(
      ways.map { way in
        let parts = way.parts
        let settings = parts.indices.filter { if case .setting(let key, _, _) = parts[$0] { key.path.hasPrefix("targets.") } else { false } }
        guard settings.count == 1, let index = settings.first, case .setting(let key, let value, _) = parts[index] else { return way }
        // `targets.accepts` is of any target, `targets.mkio.event` of one.
        let keys = Array(key.path.split(separator: ".").dropFirst().drop { $0 == provider })
        var option = value
        for position in keys.indices.reversed() { option = position == keys.count - 1 ? "\(keys[position]): \(option)" : "\(keys[position]): {\(option)}" }
        let all = targets.map { $0 == provider ? "\($0): {\(option)}" : "\($0): {}" }
        let whole = "{\(all.joined(separator: ", "))}"
        // More than a message shows of a quote.
        guard MessageText.fits("targets: \(whole)") else { return Message(parts: parts + [.text(", with a mapping in place of the list `targets`")]) }
        let mapping = Message.Part.setting(SpecKey("targets"), whole, isFull: false)
        return Message(parts: parts[..<index] + [mapping] + Self.withoutHome(parts[(index + 1)...]))
      }, fix: fix)
  }

  /// Without "under this target", and "under `targets.tenbyte`", which are in the mapping.
  private static func withoutHome(_ rest: ArraySlice<Message.Part>) -> [Message.Part] {
    guard case .text(let words)? = rest.first else { return Array(rest) }
    for home in [" under this target", " under `targets."] where words.hasPrefix(home) {
      let kept = Message.Part.text(String(words.dropFirst(home.count)))
      guard home.hasSuffix("."), case .text(let end)? = rest.dropFirst(2).first else { return [kept] + rest.dropFirst() }
      return [.text(String(end.dropFirst()))] + rest.dropFirst(3)
    }
    return Array(rest)
  }

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
