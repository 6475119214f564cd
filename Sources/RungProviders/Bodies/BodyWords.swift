package import RungSource
internal import RungSpec

extension Rewording {
  /// While a body itself is read.
  ///
  /// - Parameters:
  ///   - isAnswer: providers add fields to their answers and leave others out; what they say themselves is no fault.
  ///   - keys: what the provider's bodies have; nil while no kind of body is known.
  static func ofBodies(of provider: String, isAnswer: Bool = false, source: Citation? = nil, keys: KnownKeys? = nil) -> Rewording {
    var rewording = Rewording(
      of: provider, isFirstReading: true, citation: source,
      rule: { rule in
        let spoken = BodyFaults.standIn(rule)
        return isAnswer && spoken === BodyFaults.missingField ? nil : spoken
      },
      severity: { rule in isAnswer && rule === BodyFaults.unknownField ? .note : nil },
      help: { rule, help in
        if rule === SpecFaults.literalSecret { return keptSecret }
        // A request may hold the secret itself.
        if let help, ["write `${env:NAME}`", "`rung init` writes a starter spec"].contains(Vocabulary.spec.text(help)) { return nil }
        return help.flatMap(Vocabulary.spec.text).map { help in ofSpecsOnly.reduce(help) { $0.replacing($1, with: "") }.inJSON }
      },
      vocabulary: Vocabulary(
        name: { $1 ? $0.path : $0.name }, setting: { "\($2 ? $0.path : $0.name): \($1)" },
        plain: {
          $0.replacing("; expected a reference to one", with: "").replacing("expected a secret reference", with: "expected text")
            .replacing("the file holds no stream", with: "the file holds no body").inJSON
        }))
    rewording.unknownKey = { key, mapping in
      keys?.unknown(key, in: mapping)
    }
    return rewording
  }

  /// While a text is parsed that holds bodies.
  package static func ofBodies(of provider: String) -> Rewording { ofBodies(of: provider, isAnswer: false) }

  /// While the spec is judged that bodies were read into.
  package static func ofSpec(_ draft: SpecDraft, of bodies: [ParsedBody], readBy reader: BodyReader, at provider: String, source: Citation?) -> Rewording {
    let words = BodyWords(reader, provider, bodies.map(\.kind))
    let helps = reader.help
    let unsaid = Set(reader.unsaid + draft.unsaid + notOfBodies)
    let unsaidNotes = reader.unsaidNotes
    return Rewording(
      of: provider, isFirstReading: false, citation: source,
      rule: { unsaid.contains($0.name) ? nil : BodyFaults.standIn($0) },
      help: { rule, help in
        rule === SpecFaults.literalSecret ? keptSecret : helps[rule.name] ?? help.flatMap(Vocabulary.spec.text).flatMap { words.help($0) }
      },
      vocabulary: words.vocabulary, keepsNote: { note in !unsaidNotes.contains { note.contains($0) } })
  }

  /// While another provider judges that spec. What it has no field for is told in the words of the bodies, and by its path
  /// in them; what to do about it is done in the spec.
  package static func ofConversion(_ bodies: [ParsedBody], readBy reader: BodyReader, from source: String, to provider: String) -> Rewording {
    let words = BodyWords(values: reader, source, bodies.map(\.kind))
    var paths: [SourceSpan: String] = [:]
    for body in bodies { body.whole.forEachLeaf { path, leaf in paths[leaf.span] = path } }
    return Rewording(
      of: provider, isFirstReading: false, rule: { notOfBodies.contains($0.name) ? nil : $0 }, help: { $1.flatMap(Vocabulary.spec.text) }, vocabulary: words.vocabulary,
      path: { [paths] in paths[$0.span] })
  }

  /// What is an answer for specs, and none for what is sent as it stands.
  private static let ofSpecsOnly = [", or `- …` on a line of its own", ", or write the file as YAML, which has comments"]

  private static let keptSecret = "a request has to carry it; keep a file that holds it out of version control"

  /// Remarks on how a spec is written.
  private static let notOfBodies = ["extra-field", "limit-negotiated", "no-target", "ntsc-frame-rate", "unused-default"]
}

/// What rules say of specs, in the words of a provider's bodies.
struct BodyWords: Sendable {
  private let words: [String: String]
  private let terms: [(String, String)]
  private let value: @Sendable (String, String) -> String?

  private let names: BodyNames
  private let kinds: [String]

  init(_ reader: BodyReader, _ provider: String, _ kinds: [String]) {
    names = BodyNames.of(provider)
    self.kinds = kinds
    words = reader.words
    terms = reader.terms + [
      ("the target \(provider)", "the request"), ("the spec", "the request"), ("; expected a reference to one", ""),
    ]
    value = reader.value
  }

  /// For rules that speak of another provider: only what a value is called is put in other words.
  init(values reader: BodyReader, _ provider: String, _ kinds: [String]) {
    names = BodyNames.of(provider)
    self.kinds = kinds
    words = reader.words
    terms = reader.terms
    value = reader.value
  }

  var vocabulary: Vocabulary {
    Vocabulary(
      name: { [words, names, kinds] key, isFull in names.name(key, isFull: isFull, in: kinds) ?? words[key.path] ?? words[key.name] },
      setting: { [self] in names.setting($0, $1, in: kinds) ?? help("`\($2 ? $0.path : $0.name): \($1)`").map { String($0.dropFirst().dropLast()) } }, plain: { text($0) })
  }

  /// Messages and notes: what has no other word stays.
  func text(_ text: String) -> String {
    each(of: text) { part in
      if let word = words[part] { return word }
      guard let (key, rest) = Self.keyed(part), let word = words[key] else { return part }
      return "\(word): \(rest)"
    } ?? text
  }

  /// What to write, as the body has it: `max_bitrate: 3500k` is `"max_bitrate_kbps": 3500`. Nil where a body has nothing
  /// like it.
  func help(_ text: String) -> String? {
    each(of: text) { part in
      if let word = words[part] { return word }
      if case .value(let size) = Resolution.parse(part) { return "\"width\": \(size.width), \"height\": \(size.height)" }
      guard let (key, rest) = Self.keyed(part) else { return part }
      let field = words[key] ?? key
      let last = field.split(separator: ".").last.map(String.init) ?? field
      return value(last, rest).map { "\"\(last)\": \($0)" }
    }
  }

  /// `key: value`, with nothing but a path before the colon.
  private static func keyed(_ part: String) -> (key: String, rest: String)? {
    guard let colon = part.firstRange(of: ": ") else { return nil }
    let key = part[..<colon.lowerBound]
    guard key.utf8.allSatisfy({ $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x5F || $0 == 0x2E }) else { return nil }
    return (String(key), String(part[colon.upperBound...]))
  }

  private func each(of text: String, _ change: (String) -> String?) -> String? {
    var parts: [String] = []
    for (index, part) in text.split(separator: "`", omittingEmptySubsequences: false).enumerated() {
      if index % 2 == 0 {
        parts.append(terms.reduce(String(part)) { $0.replacing($1.0, with: $1.1) })
      } else {
        guard let changed = change(String(part)) else { return nil }
        parts.append(changed)
      }
    }
    return parts.joined(separator: "`")
  }
}

extension String {
  /// What JSON calls it.
  var inJSON: String {
    let text = replacing("a mapping (`key: value`)", with: "an object").replacing(":` ", with: "`: ")
    return text.split(separator: "`", omittingEmptySubsequences: false).enumerated().map { index, part in
      index % 2 == 1
        ? String(part)
        : String(part).replacing("a mapping", with: "an object").replacing("the mapping", with: "the object").replacing("a list", with: "an array")
    }.joined(separator: "`")
  }
}
