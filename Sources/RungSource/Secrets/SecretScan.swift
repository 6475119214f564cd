/// One look along the bytes of a text for what ``SecretSigns`` describes.
struct SecretScan {
  let bytes: UnsafeBufferPointer<UInt8>
  var found: [SecretSigns.Found] = []
  /// How many bytes more may be looked through for the ends of values: where thousands of names are in one word, each
  /// would look through all of it. Then a value ends after ``shortest``.
  private var patience: Int
  private static let shortest = 256

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    patience = 16 * bytes.count + (1 << 16)
  }

  /// The first match from a place on, or the end of the range.
  mutating func end(_ lower: Int, _ isEnd: (Int) -> Bool) -> Int {
    let limit = patience > 0 ? bytes.count : min(bytes.count, lower + Self.shortest)
    var end = lower
    while end < limit, !isEnd(end) { end += 1 }
    patience -= end - lower
    return end
  }

  mutating func run() -> [SecretSigns.Found] {
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "="): pair(index, width: 1)
      case UInt8(ascii: "%") where is3D(index): pair(index, width: 3)
      case UInt8(ascii: ":"): if starts("://", at: index) { url(index) } else { header(index) }
      case UInt8(ascii: "-"): option(index)
      case UInt8(ascii: "@"): credentialsWithoutScheme(index)
      case UInt8(ascii: " "): credentials(index)
      case UInt8(ascii: "e") where starts("eyJ", at: index): webToken(index)
      default: break
      }
    }
    guard found.count > 1 else { return found }
    found.sort { $0.range.lowerBound != $1.range.lowerBound ? $0.range.lowerBound < $1.range.lowerBound : $0.range.upperBound > $1.range.upperBound }
    var result: [SecretSigns.Found] = []
    for next in found {
      guard let last = result.last, next.range.lowerBound < last.range.upperBound else {
        result.append(next)
        continue
      }
      result[result.count - 1].range = last.range.lowerBound..<max(last.range.upperBound, next.range.upperBound)
    }
    return result
  }

  // MARK: Names and values

  /// The name before and the value after a `=`, or a `%3D`.
  private mutating func pair(_ index: Int, width: Int) {
    var start = index
    while start > 0, Self.isName(bytes[start - 1]) { start -= 1 }
    guard start < index else { return }
    let name = Self.decodedName(bytes[start..<index])
    let isStreamID = name.lowercased() == "streamid"
    let weight = SecretName.weight(name)
    guard isStreamID || weight != .none else { return }
    let lower = index + width
    let upper = valueEnd(lower, isEncoded: width == 3, isStreamID: isStreamID)
    if isStreamID { return parts(lower..<upper, "streamid") }
    if SecretSigns.isSecret(bytes[lower..<upper], named: weight) { found.append(SecretSigns.Found(range: lower..<upper, name: name)) }
  }

  private mutating func valueEnd(_ lower: Int, isEncoded: Bool, isStreamID: Bool) -> Int {
    var isInReference = false
    let scan = self
    let end = end(lower) { index in
      let byte = scan.bytes[index]
      if Self.endsToken(byte) || byte == UInt8(ascii: "&") || byte == UInt8(ascii: ";") { return true }
      if byte == UInt8(ascii: "#"), !isStreamID { return true }
      if byte == UInt8(ascii: "{") { isInReference = true }
      if byte == UInt8(ascii: "}") {
        guard isInReference else { return true }
        isInReference = false
      }
      return isEncoded && scan.starts("%26", at: index) || byte == UInt8(ascii: ",") && !isStreamID && scan.isBeforePair(index + 1)
    }
    return trimmed(lower..<end)
  }

  /// Whether `name=` is there.
  private func isBeforePair(_ index: Int) -> Bool {
    var index = index
    let start = index
    while index < bytes.count, Self.isName(bytes[index]) { index += 1 }
    return index == bytes.count || (index > start ? bytes[index] == UInt8(ascii: "=") : Self.endsToken(bytes[index]))
  }

  /// Parts of a value that look like keys.
  mutating func parts(_ range: Range<Int>, _ name: String) {
    var lower = range.lowerBound
    func isPart(_ byte: UInt8) -> Bool {
      (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
    }
    while lower < range.upperBound {
      if bytes[lower] == UInt8(ascii: "%") {
        lower += 3
        continue
      }
      if starts("${env:", at: lower), let close = bytes[lower..<range.upperBound].firstIndex(of: UInt8(ascii: "}")) {
        lower = close + 1
        continue
      }
      guard isPart(bytes[lower]) else {
        lower += 1
        continue
      }
      var upper = lower
      while upper < range.upperBound, isPart(bytes[upper]) { upper += 1 }
      if KeyShape.fits(bytes[lower..<upper]) { found.append(SecretSigns.Found(range: lower..<upper, name: name)) }
      lower = upper
    }
  }

  // MARK: URLs

  private mutating func url(_ colon: Int) {
    var scheme = colon
    while scheme > 0, (bytes[scheme - 1] | 0x20) &- 0x61 < 26 { scheme -= 1 }
    let lower = colon + 3
    let text = bytes
    var end = end(lower) { Self.endsToken(text[$0]) }
    func authority(_ lower: Int) -> Int {
      bytes[lower..<end].firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? end
    }
    var path = authority(lower)
    if let at = userInfoEnd(lower, path, &end) {
      userInfo(lower..<at)
      path = min(end, authority(min(end, at + 1)))
    }
    let pathEnd = trimmed(path..<(bytes[path..<end].firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? end))
    guard isWord("rtmp", at: scheme) else {
      guard colon - scheme >= 2, let last = bytes[..<path].lastIndex(where: { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "/") }), last < path else { return }
      let isWeb = ["http", "https", "ws", "wss"].contains(String(decoding: bytes[scheme..<colon], as: UTF8.self).lowercased())
      found += SecretPath.found(in: bytes, host: (last + 1)..<path, path: path..<pathEnd, isWeb: isWeb)
      return
    }
    // `/app`, then what may be a key.
    var slashes = 0
    var segment = path
    while segment < pathEnd {
      let next = bytes[(segment + 1)..<pathEnd].firstIndex(of: UInt8(ascii: "/")) ?? pathEnd
      slashes += 1
      if slashes > 1, SecretSigns.isLiteral(bytes[(segment + 1)..<next]), KeyShape.fits(bytes[(segment + 1)..<next]) {
        found.append(SecretSigns.Found(range: (segment + 1)..<next, name: "stream_key"))
      }
      segment = next
    }
  }

  /// `user:password@host/path`: an address without its scheme; `//user:password@host` as well.
  private mutating func credentialsWithoutScheme(_ at: Int) {
    var lower = at
    while lower > 0, at - lower < Self.shortest, !Self.endsToken(bytes[lower - 1]), bytes[lower - 1] != UInt8(ascii: "/") { lower -= 1 }
    let hasSlashes = lower > 1 && bytes[lower - 1] == UInt8(ascii: "/") && bytes[lower - 2] == UInt8(ascii: "/")
    // After a scheme it is a URL, and after one slash a part of a path.
    guard hasSlashes ? !(lower > 2 && bytes[lower - 3] == UInt8(ascii: ":")) : lower == 0 || bytes[lower - 1] != UInt8(ascii: "/") else { return }
    guard let colon = bytes[lower..<at].firstIndex(of: UInt8(ascii: ":")), colon > lower, colon + 1 < at else { return }
    var host = at + 1
    while host < bytes.count, Self.isName(bytes[host]) { host += 1 }
    guard host > at + 1, !starts("sha", at: at + 1) else { return }
    let isAddress = hasSlashes || host + 1 < bytes.count && (bytes[host] == UInt8(ascii: "/") || bytes[host] == UInt8(ascii: ":") && bytes[host + 1] &- 0x30 < 10)
    guard isAddress, !["mailto", "sip", "sips"].contains(String(decoding: bytes[lower..<colon], as: UTF8.self).lowercased()) else { return }
    userInfo(lower..<at)
  }

  /// The `@` after the credentials. In a URL that is not well formed they may contain a `/`, or a space.
  private mutating func userInfoEnd(_ lower: Int, _ path: Int, _ end: inout Int) -> Int? {
    let at = UInt8(ascii: "@")
    if let found = bytes[lower..<path].lastIndex(of: at) { return found }
    guard let colon = bytes[lower..<path].lastIndex(of: UInt8(ascii: ":")), !bytes[lower..<path].contains(UInt8(ascii: "]")) else { return nil }
    let port = bytes[(colon + 1)..<trimmed((colon + 1)..<path)]
    guard !port.allSatisfy({ $0 &- 0x30 < 10 }), bytes[path - 1] != UInt8(ascii: "}") else { return nil }
    if let found = bytes[path..<end].lastIndex(of: at) { return found }
    let text = bytes
    let line = self.end(end) { text[$0] == 0x0A || text[$0] == 0x0D || text[$0] > 0x20 && text[$0] != 0x7F && Self.endsToken(text[$0]) }
    guard let found = bytes[end..<line].firstIndex(of: at) else {
      // A line that ends before the host.
      return path == end && KeyShape.fits(port) ? end : nil
    }
    end = found + 1
    while end < line, !Self.endsToken(bytes[end]) { end += 1 }
    return found
  }

  /// `user:password`, or one word, which may be a token. `udp://@239.1.1.1` has neither, and a reference has a colon too.
  private mutating func userInfo(_ range: Range<Int>) {
    var isInReference = false
    var colon: Int?
    for index in range where colon == nil {
      switch bytes[index] {
      case UInt8(ascii: "{"): isInReference = true
      case UInt8(ascii: "}"): isInReference = false
      case UInt8(ascii: ":") where !isInReference: colon = index
      default: break
      }
    }
    let secret = (colon.map { $0 + 1 } ?? range.lowerBound)..<range.upperBound
    guard !secret.isEmpty, SecretText(String(decoding: bytes[secret], as: UTF8.self)).isLiteral else { return }
    found.append(SecretSigns.Found(range: secret, name: colon == nil ? "token" : "password"))
  }

  // MARK: Bytes

  /// The range's end without what belongs to the text around it: `https://host/path)`, `{url: https://host}`.
  private func trimmed(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound {
      let opening: UInt8
      switch bytes[end - 1] {
      case UInt8(ascii: "}"): opening = UInt8(ascii: "{")
      case UInt8(ascii: "]"): opening = UInt8(ascii: "[")
      case UInt8(ascii: ")"): opening = UInt8(ascii: "(")
      case UInt8(ascii: ","): opening = 0
      default: return end
      }
      if bytes[range.lowerBound..<(end - 1)].contains(opening) { return end }
      end -= 1
    }
    return end
  }

  func starts(_ text: StaticString, at index: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard index + count <= bytes.count else { return false }
    return bytes[index..<(index + count)].elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: count))
  }

  /// Whether a word is there, in capitals or small letters.
  func isWord(_ word: StaticString, at index: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    return index >= 0 && index + count <= bytes.count && (0..<count).allSatisfy { bytes[index + $0] | 0x20 == word.utf8Start[$0] }
  }

  private func is3D(_ index: Int) -> Bool { starts("%3D", at: index) || starts("%3d", at: index) }

  static func isName(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "%")
  }

  /// Blanks, controls, and quotes of every kind.
  static func endsToken(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
  }

  /// `%74oken` → `token`; of `%26token` the part after the sign.
  private static func decodedName(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    guard bytes.contains(UInt8(ascii: "%")) else { return String(decoding: UnsafeBufferPointer(rebasing: bytes), as: UTF8.self) }
    func value(_ byte: UInt8) -> UInt8? {
      byte &- 0x30 < 10 ? byte - 0x30 : (byte | 0x20) &- 0x61 < 6 ? (byte | 0x20) - 0x61 + 10 : nil
    }
    var decoded: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.endIndex, let high = value(bytes[index + 1]), let low = value(bytes[index + 2]) {
        decoded.append(high << 4 | low)
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    let name = decoded.lastIndex { !isName($0) || $0 == UInt8(ascii: "%") }.map { decoded[($0 + 1)...] } ?? decoded[...]
    return String(decoding: name, as: UTF8.self)
  }
}
