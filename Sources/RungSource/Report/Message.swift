/// The words of a finding, independent of the kind of text: a ``Vocabulary`` renders them.
///
///     report.flag(place, "\(.maxBitrate) \(max) of \(rendition) is below \(.bitrate) \(target)")
///
/// Rung's own text, text from outside, and keys and settings stay separate until then, so that no word of an author is read
/// as a key.
package struct Message: Sendable, Hashable, ExpressibleByStringInterpolation {
  package enum Part: Sendable, Hashable {
    /// Written here, the same for every text.
    case text(String)
    /// A value, as it is shown.
    case value(String)
    /// A key, by its own name or with the path to it.
    case key(SpecKey, isFull: Bool)
    /// A key and the value that it has or gets, as a spec writes it.
    case setting(SpecKey, String, isFull: Bool)
    /// A part that specs and bodies call differently.
    case term(Term)
    /// Shows nothing; a way of a ``Help`` or a note that has it is for specs only.
    case ofSpecs
    /// The same for bodies.
    case ofBodies
  }

  /// What is called differently in specs and in requests.
  package enum Term: String, Sendable, Hashable, CaseIterable {
    /// "the spec", "the request".
    case spec
    /// "a mapping", "an object".
    case mapping
    /// "a mapping (`key: value`)", "an object".
    case writtenMapping
    /// "the mapping", "the object".
    case theMapping
    /// "a list", "an array".
    case list
    /// "a secret reference", "a string".
    case secret
    /// What a file holds: "stream", "body".
    case stream
    /// "rendition", or what the provider calls one.
    case rendition
    case renditions
  }

  package private(set) var parts: [Part]

  package init(parts: [Part]) { self.parts = parts }

  /// A text that is shown as it is.
  package init(_ text: String) { parts = [.value(text)] }

  /// A way of a ``Help`` that bodies do not have: YAML, environment references, commands that write specs.
  package static func ofSpecs(_ way: Message) -> Message { Message(parts: [.ofSpecs] + way.parts) }

  /// A way of a ``Help`` that specs do not have.
  package static func ofBodies(_ way: Message) -> Message { Message(parts: [.ofBodies] + way.parts) }

  package init(stringLiteral text: String) { parts = [.text(text)] }

  package init(stringInterpolation interpolation: Interpolation) { parts = interpolation.parts }

  /// One message of several, with a text between each two.
  package init(joining messages: [Message], with separator: String) {
    parts = Array(messages.map(\.parts).joined(separator: [.text(separator)]))
  }

  package var isEmpty: Bool { parts.allSatisfy { $0 == .text("") || $0 == .value("") } }

  package static func + (left: Message, right: Message) -> Message { Message(parts: left.parts + right.parts) }

  package struct Interpolation: StringInterpolationProtocol {
    var parts: [Part] = []

    package init(literalCapacity: Int, interpolationCount: Int) { parts.reserveCapacity(2 * interpolationCount + 1) }

    package mutating func appendLiteral(_ text: String) {
      if !text.isEmpty { parts.append(.text(text)) }
    }

    package mutating func appendInterpolation(_ value: String) { parts.append(.value(value)) }

    package mutating func appendInterpolation(_ value: Substring) { parts.append(.value(String(value))) }

    package mutating func appendInterpolation(_ value: some BinaryInteger) { parts.append(.value("\(value)")) }

    package mutating func appendInterpolation(_ message: Message) { parts += message.parts }

    /// `` `max_bitrate` ``
    package mutating func appendInterpolation(_ key: SpecKey) { parts.append(.key(key, isFull: false)) }

    /// `` `recording.window` ``
    package mutating func appendInterpolation(path key: SpecKey) { parts.append(.key(key, isFull: true)) }

    /// `` `max_bitrate: 3500k` ``: what to write, or what is written.
    package mutating func appendInterpolation(_ key: SpecKey, _ value: String) { parts.append(.setting(key, value, isFull: false)) }

    package mutating func appendInterpolation(_ key: SpecKey, _ value: some BinaryInteger) { parts.append(.setting(key, "\(value)", isFull: false)) }

    /// `` `packaging.hls.low_latency: true` ``
    package mutating func appendInterpolation(path key: SpecKey, _ value: String) { parts.append(.setting(key, value, isFull: true)) }

    package mutating func appendInterpolation(term: Term) { parts.append(.term(term)) }
  }
}
