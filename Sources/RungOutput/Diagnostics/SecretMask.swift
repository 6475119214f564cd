internal import RungSource

/// Keeps secrets out of what is shown: by place in source lines, by text in messages.
struct SecretMask {
  /// A fixed number of dots, so that not even the length gets out.
  static let dots = 8
  static let text = String(repeating: "•", count: dots)
  /// Below this a text is no secret, and its replacement would eat into ordinary words.
  private static let shortestSecret = 4
  private static let longQuote = 80

  private let ranges: [FileID: [Range<Int>]]
  private let texts: [[UInt8]]

  init(_ secrets: Set<Span>, in sources: SourceMap) {
    var ranges: [FileID: [Range<Int>]] = [:]
    var texts: Set<[UInt8]> = []
    for span in secrets {
      let bytes = sources[span.file].bytes
      let range = min(Int(span.lower), bytes.count)..<min(Int(span.upper), bytes.count)
      guard !range.isEmpty else { continue }
      ranges[span.file, default: []].append(range)
      let text = Self.withoutQuotes(Array(bytes[range]))
      texts.insert(text)
      // A message may show the ends of a long quote only.
      if text.count > Self.longQuote {
        texts.insert(Array(text.prefix(Self.longQuote / 2)))
        texts.insert(Array(text.suffix(Self.longQuote / 4)))
      }
    }
    self.ranges = ranges.mapValues { $0.sorted { $0.lowerBound < $1.lowerBound } }
    // Longest first, so that a secret that holds another goes as a whole; then by bytes, for the same output each time.
    self.texts = texts.filter { $0.count >= Self.shortestSecret }
      .sorted { $0.count != $1.count ? $0.count > $1.count : $0.lexicographicallyPrecedes($1) }
  }

  /// In the order of their places.
  func ranges(in file: FileID) -> [Range<Int>] { ranges[file] ?? [] }

  func masked(_ text: String) -> String {
    guard !texts.isEmpty else { return text }
    var bytes = Array(text.utf8)
    var found = false
    for secret in texts {
      var index = 0
      while index + secret.count <= bytes.count {
        if bytes[index..<(index + secret.count)].elementsEqual(secret) {
          bytes.replaceSubrange(index..<(index + secret.count), with: Array(Self.text.utf8))
          index += Self.text.utf8.count
          found = true
        } else {
          index += 1
        }
      }
    }
    return found ? String(decoding: bytes, as: UTF8.self) : text
  }

  private static func withoutQuotes(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.count >= 2, let first = bytes.first, first == bytes.last, first == 0x22 || first == 0x27 else { return bytes }
    return Array(bytes.dropFirst().dropLast())
  }
}
