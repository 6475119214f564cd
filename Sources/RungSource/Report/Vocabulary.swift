/// What keys, settings and parts are called in one kind of text: the one place where messages become sentences.
package struct Vocabulary: Sendable {
  /// What a key is called, without quotes; by its path where that is wanted. Nil for a key that the text does not have.
  let name: @Sendable (_ key: SpecKey, _ isFull: Bool) -> String?
  /// A key and its value as the text has them, without quotes around the whole. Nil where the text has no such value.
  let setting: @Sendable (_ key: SpecKey, _ value: String, _ isFull: Bool) -> String?
  let terms: [Message.Term: String]
  /// Whether it is the language of specs: what is for one kind of text only is shown there.
  private let isOfSpecs: Bool

  package init(
    name: @escaping @Sendable (SpecKey, Bool) -> String?, setting: @escaping @Sendable (SpecKey, String, Bool) -> String?,
    terms: [Message.Term: String] = [:], isOfSpecs: Bool = false
  ) {
    self.name = name
    self.setting = setting
    self.terms = terms
    self.isOfSpecs = isOfSpecs
  }

  /// The language of specs.
  package static let spec = Vocabulary(
    name: { $1 ? $0.path : $0.name }, setting: { "\($2 ? $0.path : $0.name): \($1)" }, isOfSpecs: true)

  /// The sentence; a key that the text does not have keeps its name in specs.
  package func text(_ message: Message) -> String {
    text(message, name: { name($0, $1) ?? Self.spec.name($0, $1) }, setting: { setting($0, $1, $2) ?? Self.spec.setting($0, $1, $2) }) ?? ""
  }

  /// The ways that apply to the text, in one line; nil when there is none.
  package func text(_ help: Help) -> String? {
    let ways = help.ways.filter(applies).compactMap { text($0, name: name, setting: setting) }.filter { !$0.isEmpty }
    guard let last = ways.last else { return nil }
    return ways.count == 1 ? last : "\(ways.dropLast().joined(separator: ", ")), or \(last)"
  }

  /// Whether the message is for this kind of text.
  package func applies(_ message: Message) -> Bool { !message.parts.contains(isOfSpecs ? .ofBodies : .ofSpecs) }

  private func text(
    _ message: Message, name: (SpecKey, Bool) -> String?, setting: (SpecKey, String, Bool) -> String?
  ) -> String? {
    var text = ""
    for part in message.parts {
      switch part {
      case .text(let words), .value(let words): text += words
      case .term(let term): text += terms[term] ?? term.inSpecs
      case .ofSpecs, .ofBodies: break
      case .key(let key, let isFull):
        guard let name = name(key, isFull) else { return nil }
        text += "`\(name)`"
      case .setting(let key, let value, let isFull):
        guard let setting = setting(key, value, isFull) else { return nil }
        text += "`\(setting)`"
      }
    }
    return text
  }
}

extension Message.Term {
  var inSpecs: String {
    switch self {
    case .spec: "the spec"
    case .mapping: "a mapping"
    case .writtenMapping: "a mapping (`key: value`)"
    case .theMapping: "the mapping"
    case .list: "a list"
    case .secret: "a secret reference"
    case .rendition, .renditions, .stream: rawValue
    }
  }
}
