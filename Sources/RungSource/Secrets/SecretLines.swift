/// Which parts of a file look like secrets, line by line and without a parser: values of keys that have a secret's
/// name, or nearly one, in any shape (`tokn: x`, `token: [x]`, `"key": {"value": "x"}`, `token = x`), and whatever
/// ``SecretSigns`` finds. Values only: keys are shown.
struct SecretLines {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var found: [Range<Int>] = []
  /// Places in the line at hand.
  private var signs: [Int] = []
  /// What the key of the current value implies.
  private var weight = SecretName.Weight.none
  /// How many more bytes may be scanned for ends of quotes and brackets: where they are not closed, each would scan all that
  /// follows. A value whose end is not scanned for ends with its line and those that are more indented.
  private var patience: Int
  private static let longest = 1 << 16

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    patience = 8 * bytes.count + Self.longest
  }

  /// In the order of their places; none touches another.
  static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    let found = bytes.withUnsafeBufferPointer { bytes in
      var lines = SecretLines(bytes)
      lines.run()
      return lines.found
    }
    return found.merged()
  }

  private mutating func run() {
    var start = 0
    // A value may span lines, which are not checked a second time for keys.
    var cursor = 0
    while start < bytes.count {
      let (text, end, hasEscape) = line(from: start)
      if hasEscape {
        findEscapedSigns(start..<end)
      } else if SecretSigns.mayBeIn(UnsafeBufferPointer(rebasing: bytes[text..<end]), isLine: true) {
        for sign in SecretSigns.found(in: UnsafeBufferPointer(rebasing: bytes[start..<end])) { found.append((sign.range.lowerBound + start)..<(sign.range.upperBound + start)) }
      }
      for sign in signs where sign >= cursor {
        cursor = sign
        if Self.isQuote(bytes[sign]) {
          if let column = keyStart(withoutSignBefore: sign, from: start) { cursor = value(sign, of: column, from: start, to: end) }
        } else if let column = keyStart(before: sign, from: start) {
          cursor = value(sign + 1, of: column, from: start, to: end)
        }
        cursor = max(cursor, sign + 1)
      }
      start = end + 1
    }
  }

  /// Line ends, and signs that are behind a key or around it, by their bits: `:`, `=` and quotes.
  private static let marks: UInt64 = 1 << 0x0A | 1 << 0x0D | 1 << 0x3A | 1 << 0x3D | 1 << 0x22 | 1 << 0x27

  /// Where the text of a line begins, where it ends, and whether it has escapes. Its ``signs`` are known then.
  private mutating func line(from start: Int) -> (text: Int, end: Int, hasEscape: Bool) {
    signs.removeAll(keepingCapacity: true)
    var hasEscape = false
    var end = start
    while end < bytes.count, bytes[end] == 0x20 { end += 1 }
    let text = end
    while end < bytes.count {
      let byte = bytes[end]
      // Letters are most of a text.
      if byte > 0x3D {
        if byte == UInt8(ascii: "\\") { hasEscape = true }
      } else if Self.marks >> UInt64(byte) & 1 != 0 {
        if byte < 0x20 { break }
        signs.append(end)
      }
      end += 1
    }
    return (text, end, hasEscape)
  }

  /// As JSON and YAML escape them: `\/`, `\u0026`, `\x3d`.
  private mutating func findEscapedSigns(_ line: Range<Int>) {
    let (text, origins) = Escapes.decoded(bytes[line])
    let signs = text.withUnsafeBufferPointer { SecretSigns.found(in: $0) }
    found += signs.map { origins[$0.range.lowerBound]..<origins[$0.range.upperBound] }
  }

  // MARK: Keys

  /// Where the key before a `:` or `=` starts, if it has the name of a secret.
  private mutating func keyStart(before sign: Int, from line: Int) -> Int? {
    let next = sign + 1 < bytes.count ? bytes[sign + 1] : 0x0A
    var end = sign
    while end > line, Self.isBlank(bytes[end - 1]) { end -= 1 }
    guard end > line else { return nil }
    let quote = bytes[end - 1]
    var start = end - 1
    if Self.isQuote(quote) {
      guard let open = bytes[line..<(end - 1)].lastIndex(of: quote) else { return nil }
      start = open
      return isSecretName((open + 1)..<(end - 1)) ? start : nil
    }
    while start >= line, Self.isName(bytes[start]) { start -= 1 }
    start += 1
    guard start < end else { return nil }
    if start > line + 1, bytes[start - 1] == UInt8(ascii: "/") {
      // The name of a rule, as configurations and comments have it.
      let family = bytes[line..<(start - 1)].lastIndex { !Self.isName($0) }.map { $0 + 1 } ?? line
      if family < start - 1, !isSecretName(family..<end) { return nil }
    }
    guard !isInsideText(start, from: line) else { return nil }
    // `token://host` is a URL, `token=` without spaces is checked elsewhere.
    if bytes[sign] == UInt8(ascii: "=") {
      guard end < sign, Self.isBlank(next) else { return nil }
    } else if !Self.isBlank(next), next != 0x0A, next != 0x0D, !Self.isQuote(next), next != UInt8(ascii: "["), next != UInt8(ascii: "{") {
      guard next != UInt8(ascii: "/"), next != UInt8(ascii: ":") else { return nil }
      let before = start > line ? bytes[start - 1] : 0x20
      guard Self.isBlank(before) || before == UInt8(ascii: "{") || before == UInt8(ascii: "[") || before == UInt8(ascii: ",") || Self.isQuote(before) else { return nil }
    }
    return isSecretName(start..<end) ? start : nil
  }

  /// `"key" "value"`: the sign between them is missing.
  private mutating func keyStart(withoutSignBefore quote: Int, from line: Int) -> Int? {
    var end = quote
    while end > line, Self.isBlank(bytes[end - 1]) { end -= 1 }
    guard end > line + 1, end < quote, Self.isQuote(bytes[end - 1]), let open = bytes[line..<(end - 1)].lastIndex(of: bytes[end - 1]) else { return nil }
    return isSecretName((open + 1)..<(end - 1)) ? open : nil
  }

  /// `"the key: a story"`: words before it, and a quote before them.
  private func isInsideText(_ start: Int, from line: Int) -> Bool {
    var index = start
    while index > line, Self.isName(bytes[index - 1]) || Self.isBlank(bytes[index - 1]) { index -= 1 }
    return index > line && Self.isQuote(bytes[index - 1]) && bytes[index..<start].contains { !Self.isBlank($0) }
  }

  private mutating func isSecretName(_ range: Range<Int>) -> Bool {
    guard !range.isEmpty, range.count <= 64 else { return false }
    weight = SecretName.weight(UnsafeBufferPointer(rebasing: bytes[range]))
    return weight != .none
  }

  // MARK: Values

  /// - Returns: where to go on.
  private mutating func value(_ start: Int, of key: Int, from line: Int, to end: Int) -> Int {
    var index = start
    func skipBlanks() { while index < end, Self.isBlank(bytes[index]) { index += 1 } }
    skipBlanks()
    // A tag or an anchor before the value.
    while index < end, bytes[index] == UInt8(ascii: "!") || bytes[index] == UInt8(ascii: "&") {
      guard let blank = bytes[index..<end].firstIndex(where: Self.isBlank) else { break }
      let mark = index
      index = blank
      skipBlanks()
      if index < end, bytes[index] == UInt8(ascii: "#") { index = end }
      // What looks like one may be the value itself.
      if index == end, bytes[mark] == UInt8(ascii: "&") || bytes[mark] == UInt8(ascii: "!") { add(mark..<blank) }
    }
    let column = key - line
    // A mapping under a name that only may be a secret's has names of its own.
    if weight != .always, index == end || bytes[index] == UInt8(ascii: "#") || bytes[index] == UInt8(ascii: "{") { return index }
    guard index < end, bytes[index] != UInt8(ascii: "#") else { return lines(after: end, deeperThan: column, isText: false) }
    switch bytes[index] {
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      // Signs alone head a block; anything else is a value.
      if bytes[(index + 1)..<end].contains(where: { !Self.isBlank($0) && $0 != 0x2B && $0 != 0x2D && $0 &- 0x30 >= 10 }) { add(index..<end) }
      return lines(after: end, deeperThan: column, isText: true)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard let close = closingQuote(index) else {
        add((index + 1)..<end)
        return lines(after: end, deeperThan: column, isText: true)
      }
      add((index + 1)..<close)
      return close + 1
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      if let close = closingBracket(index) {
        scalars(index..<close)
        return close
      }
      scalars(index..<end)
      return lines(after: end, deeperThan: column, isText: false)
    default:
      let isInside = bytes[line..<key].contains { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }
      // A text in quotes that begins with the key: `"Authorization: abcdef"`.
      let quote = key > line && Self.isQuote(bytes[key - 1]) ? bytes[key - 1] : nil
      let limit = quote.flatMap { quote in bytes[index..<end].firstIndex { $0 == quote || $0 == UInt8(ascii: "\\") } } ?? end
      let upper = plainEnd(index, limit, isInside: isInside)
      add(index..<upper)
      // Its text may go on below.
      return weight == .always && bytes[upper..<end].allSatisfy({ Self.isBlank($0) }) && !isInside ? lines(after: end, deeperThan: column, isText: false) : upper
    }
  }

  /// Lines that are more indented than the key, and members of a list that are as far in: `- value`.
  ///
  /// - Parameter isText: whether all of a line is value, and nothing in it a key.
  private mutating func lines(after end: Int, deeperThan column: Int, isText: Bool) -> Int {
    var start = end
    while start < bytes.count {
      let next = start + (bytes[start] == 0x0D && start + 1 < bytes.count && bytes[start + 1] == 0x0A ? 2 : 1)
      guard next < bytes.count else { return bytes.count }
      let stop = bytes[next...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      let text = bytes[next..<stop].firstIndex { !Self.isBlank($0) } ?? stop
      if text < stop {
        let isItem = bytes[text] == UInt8(ascii: "-") && text + 1 < stop && Self.isBlank(bytes[text + 1])
        guard text - next > column || isItem && text - next == column || Self.isQuote(bytes[text]) && !isKey(text, stop) && start == end else { break }
        if isText {
          add(text..<stop)
        } else {
          // Another key that is as far in as the value of this one belongs to what surrounds both.
          scalars(text..<stop)
        }
      }
      start = stop
    }
    return start
  }

  /// Whether what starts there in quotes is a key.
  private mutating func isKey(_ quote: Int, _ end: Int) -> Bool {
    guard let close = closingQuote(quote), close < end else { return false }
    return bytes[(close + 1)..<end].first { !Self.isBlank($0) } == UInt8(ascii: ":")
  }

  /// The scalars of a region that are not keys, without those that say what a secret is for: its `type`, its `policyName`.
  private mutating func scalars(_ region: Range<Int>) {
    var index = region.lowerBound
    var isDescribed = false
    func isBehindKey(_ index: Int) -> Bool {
      guard let sign = bytes[index..<region.upperBound].firstIndex(where: { !Self.isBlank($0) }) else { return false }
      return bytes[sign] == UInt8(ascii: ":")
    }
    while index < region.upperBound {
      let byte = bytes[index]
      if byte <= 0x20 || ",[]{}:?".utf8.contains(byte) {
        if ",[]{}".utf8.contains(byte) { isDescribed = false }
        index += 1
      } else if byte == UInt8(ascii: "-"), index + 1 < region.upperBound, Self.isBlank(bytes[index + 1]) {
        index += 1
      } else if byte == UInt8(ascii: "#"), index == region.lowerBound || bytes[index - 1] <= 0x20 {
        index = bytes[index..<region.upperBound].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? region.upperBound
      } else if Self.isQuote(byte) {
        let close = min(closingQuote(index) ?? region.upperBound, region.upperBound)
        if close < region.upperBound, isBehindKey(close + 1) {
          isDescribed = Self.isDescription(bytes[(index + 1)..<close])
        } else if !isDescribed {
          add((index + 1)..<close)
        }
        index = close + 1
      } else {
        let line = bytes[index..<region.upperBound].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? region.upperBound
        let upper = plainEnd(index, line, isInside: true, stopsAtKey: true)
        if isBehindKey(upper) {
          isDescribed = Self.isDescription(bytes[index..<upper])
        } else if !isDescribed {
          add(index..<upper)
        }
        index = max(upper, index + 1)
      }
    }
  }

  private static func isDescription(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let name = String(decoding: name, as: UTF8.self)
    return SecretName.isDescription(name) && !SecretName.isSecret(name)
  }

  /// Where a scalar without quotes ends: at a comment, in brackets at a comma or a bracket, elsewhere where the next key
  /// follows a comma.
  private func plainEnd(_ start: Int, _ end: Int, isInside: Bool, stopsAtKey: Bool = false) -> Int {
    var index = start
    var upper = start
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "$"), index + 1 < end, bytes[index + 1] == UInt8(ascii: "{"),
        let close = bytes[index..<end].firstIndex(of: UInt8(ascii: "}"))
      {
        index = close + 1
        upper = index
        continue
      }
      if byte == UInt8(ascii: "#"), index > start, Self.isBlank(bytes[index - 1]) { break }
      if isInside, ",[]{}".utf8.contains(byte) { break }
      if stopsAtKey, byte == UInt8(ascii: ":"), index + 1 == end || Self.isBlank(bytes[index + 1]) { break }
      if byte == UInt8(ascii: ","), startsKey(index + 1, end) { break }
      index += 1
      if !Self.isBlank(byte) { upper = index }
    }
    // `value }` and `"key": value,` of a list that began lines before.
    while !isInside, upper > start, ",]}".utf8.contains(bytes[upper - 1]), bytes[upper - 1] == UInt8(ascii: ",") || !bytes[start..<upper].contains(UInt8(ascii: "{")) {
      upper -= 1
      while upper > start, Self.isBlank(bytes[upper - 1]) { upper -= 1 }
    }
    return upper
  }

  /// `name:`, in quotes or not, at a place of a line.
  private func startsKey(_ index: Int, _ end: Int) -> Bool {
    let start = bytes[index..<end].firstIndex { !Self.isBlank($0) && !Self.isQuote($0) } ?? end
    let upper = bytes[start..<end].firstIndex { !Self.isName($0) } ?? end
    return upper > start && bytes[upper..<end].first { !Self.isBlank($0) && !Self.isQuote($0) } == UInt8(ascii: ":")
  }

  private mutating func closingQuote(_ open: Int) -> Int? {
    let quote = bytes[open]
    var index = open + 1
    let limit = min(bytes.count, open + min(Self.longest, patience))
    defer { patience -= index - open }
    while index < limit {
      if bytes[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        index += 2
        continue
      }
      if bytes[index] == quote {
        guard quote == UInt8(ascii: "'"), index + 1 < limit, bytes[index + 1] == quote else { return index }
        index += 1
      }
      index += 1
    }
    return nil
  }

  private mutating func closingBracket(_ open: Int) -> Int? {
    var depth = 0
    var index = open
    let limit = min(bytes.count, open + min(Self.longest, patience))
    defer { patience -= index - open }
    while index < limit {
      switch bytes[index] {
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return index + 1 }
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard let close = closingQuote(index) else { return nil }
        index = close
      default: break
      }
      index += 1
    }
    return nil
  }

  private mutating func add(_ range: Range<Int>) {
    guard !range.isEmpty, SecretSigns.isSecret(bytes[range], named: weight) else { return }
    found.append(range)
  }

  // MARK: Bytes

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }

  private static func isName(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte >= 0x80
  }
}

extension [Range<Int>] {
  /// In order, those that overlap or touch as one.
  package func merged() -> [Range<Int>] {
    var result: [Range<Int>] = []
    for next in sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, next.lowerBound <= last.upperBound {
        result[result.count - 1] = last.lowerBound..<Swift.max(last.upperBound, next.upperBound)
      } else {
        result.append(next)
      }
    }
    return result
  }
}
