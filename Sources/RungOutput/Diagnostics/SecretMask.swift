package import RungSource

/// Keeps secrets out of what is shown: by place in source lines, by text in messages. What is secret is known from the
/// fields that a reader hid, and from the looks of the text, whatever a parser made of it.
package struct SecretMask {
  /// A fixed number of dots, so that not even the length gets out.
  static let dots = SecretSigns.mask.count
  static let text = SecretSigns.mask
  /// A shorter text is not a secret, and its replacement would damage ordinary words.
  private static let shortestSecret = 4
  /// The same for what only looks like one.
  private static let shortestLook = 6
  private static let longQuote = 80

  private let hidden: [FileID: [Range<Int>]]
  private let sources: SourceMap
  private let texts: SecretTexts
  /// Secrets that are words, such as `secret`. Sentences have them as well, and they say nothing there; values are quoted.
  private let words: Set<[UInt8]>
  /// Those that are also a key of the file, which a quote may mean: a key is not secret.
  private let keys: Set<[UInt8]>

  package init(_ secrets: Set<SourceSpan>, in sources: SourceMap) {
    var hidden: [FileID: [Range<Int>]] = [:]
    var texts: Set<[UInt8]> = []
    func add(_ bytes: ArraySlice<UInt8>, atLeast shortest: Int) {
      for text in Self.readings(Array(bytes)) where text.count >= shortest {
        texts.insert(text)
        // A message may show the ends of a long quote only.
        if text.count > Self.longQuote {
          texts.insert(Array(text.prefix(Self.longQuote / 2)))
          texts.insert(Array(text.suffix(Self.longQuote / 4)))
        }
      }
    }
    for span in secrets {
      let bytes = sources[span.file].bytes
      let range = min(Int(span.lower), bytes.count)..<min(Int(span.upper), bytes.count)
      guard !range.isEmpty else { continue }
      hidden[span.file, default: []].append(range)
      add(bytes[range], atLeast: Self.shortestSecret)
    }
    for file in sources.files { for range in file.secretRanges { add(file.bytes[range], atLeast: Self.shortestLook) } }
    self.hidden = hidden
    self.sources = sources
    let words = texts.filter { $0.allSatisfy { ($0 | 0x20) &- 0x61 < 26 } && SecretSigns.maskedWord(String(decoding: $0, as: UTF8.self)) != Self.text }
    self.words = words
    keys = words.isEmpty ? [] : hidden.keys.reduce(into: []) { keys, file in keys.formUnion(Self.keys(of: sources[file].bytes, among: words)) }
    self.texts = SecretTexts(texts)
  }

  /// In the order of their places.
  func ranges(in file: FileID) -> [Range<Int>] { ((hidden[file] ?? []) + sources[file].secretRanges + repetitions(in: sources[file].bytes)).merged() }

  /// Where a file has a secret once more, in a place that does not look like one's.
  private func repetitions(in bytes: [UInt8]) -> [Range<Int>] {
    guard !texts.isEmpty else { return [] }
    var found: [Range<Int>] = []
    var index = 0
    while index + Self.shortestSecret <= bytes.count {
      let secret = texts.longest(at: index, in: bytes) { $0.count >= Self.shortestLook && !words.contains($0) }
      if let secret { found.append(index..<(index + secret.count)) }
      index += secret?.count ?? 1
    }
    return found
  }

  /// An edit that writes dots in place of a secret would destroy it.
  func isApplicable(_ fix: FixIt) -> Bool {
    fix.edits.allSatisfy { $0.replacement.exactRange(of: Self.text) == nil && masked($0.replacement) == $0.replacement }
  }

  package func masked(_ text: String) -> String {
    let text = SecretSigns.masked(text)
    guard !texts.isEmpty else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var copied = 0
    var index = 0
    var isQuoted = false
    while index + Self.shortestSecret <= bytes.count {
      if bytes[index] == UInt8(ascii: "`") { isQuoted.toggle() }
      let secret = texts.longest(at: index, in: bytes)
      guard let secret, !words.contains(secret) || isQuoted && !(keys.contains(secret) && Self.isWord(at: index..<(index + secret.count), in: bytes)) else {
        index += 1
        continue
      }
      result += bytes[copied..<index]
      result += Array(Self.text.utf8)
      index += secret.count
      copied = index
    }
    return copied == 0 ? text : String(decoding: result + bytes[copied...], as: UTF8.self)
  }

  /// Those of the words that a mapping has as a key: `"word":`, `word:`.
  private static func keys(of bytes: [UInt8], among words: Set<[UInt8]>) -> Set<[UInt8]> {
    var keys: Set<[UInt8]> = []
    for colon in bytes.indices where bytes[colon] == UInt8(ascii: ":") {
      var end = colon
      while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
      if end > 0, bytes[end - 1] == 0x22 || bytes[end - 1] == 0x27 { end -= 1 }
      var start = end
      while start > 0, isLetter(bytes[start - 1]) { start -= 1 }
      let word = Array(bytes[start..<end])
      if words.contains(word) { keys.insert(word) }
    }
    return keys
  }

  private static func isWord(at range: Range<Int>, in bytes: [UInt8]) -> Bool {
    !(range.lowerBound > 0 && isLetter(bytes[range.lowerBound - 1])) && !(range.upperBound < bytes.count && isLetter(bytes[range.upperBound]))
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_") }

  /// A secret as the source has it, and as a message may quote it: without its quotes, its escapes, or the sign that makes it
  /// an alias, an anchor or a tag.
  private static func readings(_ bytes: [UInt8]) -> [[UInt8]] {
    var bytes = bytes
    if bytes.count >= 2, let first = bytes.first, first == bytes.last, first == 0x22 || first == 0x27 { bytes = Array(bytes.dropFirst().dropLast()) }
    let decoded = Escapes.decoded(bytes)
    var readings = decoded == bytes ? [bytes] : [bytes, decoded]
    if let sign = bytes.first, "*&!".utf8.contains(sign) { readings.append(Array(bytes.dropFirst())) }
    return readings
  }
}
