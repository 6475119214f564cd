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
  /// By their first bytes; longest first, so that a secret that holds another goes as a whole.
  private let texts: [UInt32: [[UInt8]]]
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
    words = texts.filter { $0.allSatisfy { ($0 | 0x20) &- 0x61 < 26 } && SecretSigns.maskedWord(String(decoding: $0, as: UTF8.self)) != Self.text }
    keys = words.filter { word in hidden.keys.contains { Self.isKey(word, in: sources[$0].bytes) } }
    self.texts = Dictionary(grouping: texts) { Self.key($0[0..<4]) }.mapValues { texts in
      texts.sorted { $0.count != $1.count ? $0.count > $1.count : $0.lexicographicallyPrecedes($1) }
    }
  }

  /// In the order of their places.
  func ranges(in file: FileID) -> [Range<Int>] { ((hidden[file] ?? []) + sources[file].secretRanges + repetitions(in: sources[file].bytes)).merged() }

  /// Where a file has a secret once more, in a place that does not look like one's.
  private func repetitions(in bytes: [UInt8]) -> [Range<Int>] {
    guard !texts.isEmpty else { return [] }
    var starts = [Bool](repeating: false, count: 256)
    for key in texts.keys { starts[Int(key >> 24)] = true }
    var found: [Range<Int>] = []
    var index = 0
    while index + Self.shortestSecret <= bytes.count {
      let secret = !starts[Int(bytes[index])] ? nil : texts[Self.key(bytes[index..<(index + 4)])]?.first {
        $0.count >= Self.shortestLook && !words.contains($0) && index + $0.count <= bytes.count && bytes[index..<(index + $0.count)].elementsEqual($0)
      }
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
      let secret = texts[Self.key(bytes[index..<(index + 4)])]?.first {
        index + $0.count <= bytes.count && bytes[index..<(index + $0.count)].elementsEqual($0)
      }
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

  /// Whether a mapping has the word as a key: `"word":`, `word:`.
  private static func isKey(_ word: [UInt8], in bytes: some RandomAccessCollection<UInt8>) -> Bool {
    var rest = bytes[...]
    while let start = rest.firstRange(of: word) {
      var after = rest[start.upperBound...]
      let isWhole = start.lowerBound == bytes.startIndex || !isLetter(bytes[bytes.index(before: start.lowerBound)])
      if let quote = after.first, quote == 0x22 || quote == 0x27 { after = after.dropFirst() }
      after = after.drop { $0 == 0x20 }
      if isWhole, after.first == UInt8(ascii: ":") { return true }
      rest = rest[start.upperBound...]
    }
    return false
  }

  private static func isWord(at range: Range<Int>, in bytes: [UInt8]) -> Bool {
    !(range.lowerBound > 0 && isLetter(bytes[range.lowerBound - 1])) && !(range.upperBound < bytes.count && isLetter(bytes[range.upperBound]))
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_") }

  private static func key(_ bytes: ArraySlice<UInt8>) -> UInt32 { bytes.reduce(0) { $0 << 8 | UInt32($1) } }

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
