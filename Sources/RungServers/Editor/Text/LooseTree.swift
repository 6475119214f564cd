internal import RungSource

/// The keys of a YAML or JSON text by its lines, braces and quotes alone. Unlike a reader it takes a text that is being typed.
struct LooseTree {
  private(set) var entries: [LooseEntry] = []
  /// From their sign to the end of the line.
  private(set) var comments: [Range<Int>] = []
  /// Of each document, its entries at the top.
  private(set) var tops: [[Int]] = [[]]
  let bytes: [UInt8]
  private var index = 0
  /// Entries that may hold what comes next, the innermost last.
  private var open: [Int] = []

  private static let deepest = 64

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    while index < bytes.count { line() }
    for entry in entries.indices.reversed() {
      if let parent = entries[entry].parent { entries[parent].end = max(entries[parent].end, entries[entry].end) }
    }
  }

  // MARK: Looking

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// A scalar without its quotes.
  func plain(_ range: Range<Int>) -> String {
    guard range.count > 1, let first = range.first, let last = range.last, bytes[first] == bytes[last] else { return text(range) }
    let inner = text(first + 1..<last)
    switch bytes[first] {
    case UInt8(ascii: "'"): return inner.split(separator: "''", omittingEmptySubsequences: false).joined(separator: "'")
    case UInt8(ascii: "\""): return inner.split(separator: "\\\"", omittingEmptySubsequences: false).joined(separator: "\"")
    default: return text(range)
    }
  }

  /// Keys from the top to an entry, and the entry's own; nil for an item.
  func path(of entry: Int?) -> [String?] {
    var (path, next): ([String?], Int?) = ([], entry)
    while let index = next {
      path.append(entries[index].isItem ? nil : entries[index].key)
      next = entries[index].parent
    }
    return path.reversed()
  }

  /// The child of an entry, or the entry at the top of a document, with a key.
  func child(_ key: String, of parent: Int?, document: Int = 0) -> Int? {
    children(of: parent, document: document).first { !entries[$0].isItem && entries[$0].isWhole && entries[$0].key.isSameKey(key) }
  }

  func children(of parent: Int?, document: Int = 0) -> [Int] {
    parent.map { entries[$0].children } ?? (tops.indices.contains(document) ? tops[document] : [])
  }

  /// Which item of its list an entry is, from 0.
  func number(of item: Int) -> Int {
    children(of: entries[item].parent, document: entries[item].document).firstIndex(of: item) ?? 0
  }

  /// What a key of a mapping says, unquoted.
  func value(of key: String, in parent: Int?, document: Int = 0) -> String? {
    child(key, of: parent, document: document).map { plain(entries[$0].value) }
  }

  /// The entry whose key or value is at a byte, or touches it.
  func entry(at offset: Int) -> Int? {
    var found: Int?
    for index in entries.indices where entries[index].start <= offset {
      let entry = entries[index]
      if entry.keyRange.lowerBound <= offset && offset <= entry.keyRange.upperBound || !entry.value.isEmpty && entry.value.lowerBound <= offset && offset <= entry.value.upperBound { found = index }
    }
    return found
  }

  // MARK: Lines

  private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }
  private static func isBlank(_ byte: UInt8?) -> Bool { byte == 0x20 || byte == 0x09 }
  private static func isEnd(_ byte: UInt8?) -> Bool { byte == nil || byte == 0x0A || byte == 0x0D }

  private mutating func skipBlanks() { while Self.isBlank(byte) { index += 1 } }
  private mutating func skipLine() {
    while !Self.isEnd(byte) { index += 1 }
    skipLineEnd()
  }
  private mutating func skipLineEnd() { if index < bytes.count { index += bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1 } }

  private mutating func comment() {
    let start = index
    while !Self.isEnd(byte) { index += 1 }
    comments.append(start..<index)
  }

  /// What is left of a line: nothing, or a comment.
  private mutating func endOfLine() {
    skipBlanks()
    if byte == UInt8(ascii: "#") { comment() }
    skipLine()
  }

  private mutating func line() {
    let start = index
    skipBlanks()
    if Self.isEnd(byte) { return skipLineEnd() }
    if byte == UInt8(ascii: "#") { return endOfLine() }
    if index == start, bytes[index...].starts(with: "---".utf8) || bytes[index...].starts(with: "...".utf8), index + 3 == bytes.count || bytes[index + 3] <= 0x20 {
      let isStart = bytes[index] == UInt8(ascii: "-")
      if isStart, !(tops.last?.isEmpty ?? true) { tops.append([]) }
      open = []
      index += 3
      return endOfLine()
    }
    if byte == UInt8(ascii: "%"), index == start { return skipLine() }
    content(lineStart: start)
  }

  private mutating func content(lineStart: Int) {
    while true {
      let column = index - lineStart
      guard byte == UInt8(ascii: "-"), index + 1 >= bytes.count || bytes[index + 1] <= 0x20 else { break }
      // A list may be as far in as the key that holds it.
      while let last = open.last, let indent = entries[last].indent, indent > column || indent == column && entries[last].isItem { open.removeLast() }
      let item = add(LooseEntry(isItem: true, keyRange: index..<index + 1, value: index + 1..<index + 1, end: index + 1, indent: column))
      open.append(item)
      index += 1
      skipBlanks()
      entries[item].value = index..<index
      if Self.isEnd(byte) || byte == UInt8(ascii: "#") { return endOfLine() }
    }
    let column = index - lineStart
    if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "!"), properties(column: column) { return }
    let flowStart = byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
    if !flowStart, let (key, colon) = keyHere() {
      while let last = open.last, let indent = entries[last].indent, indent >= column { open.removeLast() }
      let entry = add(LooseEntry(key: plain(key), keyRange: key, value: colon + 1..<colon + 1, end: colon + 1, indent: column))
      open.append(entry)
      index = colon + 1
      return value(of: entry, indent: column)
    }
    // An item, a value on its own line, or the rest of one; else a word that may become a key.
    let owner = open.last { entries[$0].indent.map { $0 < column } ?? false }
    if let owner, entries[owner].value.isEmpty, entries[owner].flow == nil, entries[owner].isItem && entries[owner].value.lowerBound == index || flowStart {
      return value(of: owner, indent: entries[owner].indent ?? -1)
    }
    if flowStart, owner == nil {
      let entry = add(LooseEntry(isWhole: false, keyRange: index..<index, value: index..<index, end: index, indent: -1))
      // The braces of a JSON text are no entry: what they hold is at the top.
      flow(in: entry, indent: -1)
      dissolve(entry)
      return endOfLine()
    }
    while let last = open.last, let indent = entries[last].indent, indent >= column { open.removeLast() }
    let word = scalar(inFlow: false)
    _ = add(LooseEntry(key: plain(word), isWhole: false, keyRange: word, value: word.upperBound..<word.upperBound, end: word.upperBound, indent: column))
    endOfLine()
  }

  /// Anchors and tags that a line begins with, or what is behind a dash: those of an item, of what is in braces, of lines to come, or of a key behind them.
  ///
  /// - Returns: whether the line is read; else a key is next.
  private mutating func properties(column: Int) -> Bool {
    let owner = open.last { entries[$0].indent.map { $0 < column } ?? false }.flatMap { entries[$0].value.isEmpty && entries[$0].flow == nil && entries[$0].children.isEmpty ? $0 : nil }
    if let owner, entries[owner].isItem, entries[owner].value.lowerBound == index {
      value(of: owner, indent: entries[owner].indent ?? -1)
      return true
    }
    let start = index
    while byte == UInt8(ascii: "&") || byte == UInt8(ascii: "!") {
      while let next = byte, next > 0x20 { index += 1 }
      skipBlanks()
    }
    if let owner, byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
      index = start
      value(of: owner, indent: entries[owner].indent ?? -1)
      return true
    }
    guard Self.isEnd(byte) || byte == UInt8(ascii: "#") else { return false }
    if let owner {
      index = start
      properties(of: owner)
      entries[owner].value = index..<index
    }
    endOfLine()
    return true
  }

  private mutating func add(_ entry: LooseEntry, to parent: Int? = nil) -> Int {
    var entry = entry
    entry.parent = parent ?? open.last
    entry.document = tops.count - 1
    entries.append(entry)
    let index = entries.count - 1
    if let parent = entry.parent { entries[parent].children.append(index) } else { tops[tops.count - 1].append(index) }
    return index
  }

  private mutating func dissolve(_ entry: Int) {
    entries[entry].isRoot = true
    for child in entries[entry].children { entries[child].parent = nil }
    tops[tops.count - 1].removeAll { $0 == entry }
    tops[tops.count - 1] += entries[entry].children
  }

  /// The key that begins here, and the place of its colon; nil for anything else.
  private func keyHere(inFlow: Bool = false) -> (key: Range<Int>, colon: Int)? {
    var end = index
    if let quote = byte, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      guard let close = closing(quote, from: index) else { return nil }
      end = close + 1
      var colon = end
      while colon < bytes.count, Self.isBlank(bytes[colon]) { colon += 1 }
      guard colon < bytes.count, bytes[colon] == UInt8(ascii: ":") else { return nil }
      return (index..<end, colon)
    }
    while end < bytes.count, !Self.isEnd(bytes[end]) {
      if bytes[end] == UInt8(ascii: ":"), end + 1 >= bytes.count || bytes[end + 1] <= 0x20 || inFlow && ",{}[]\"".utf8.contains(bytes[end + 1]) { break }
      if bytes[end] == UInt8(ascii: "#"), end > index, Self.isBlank(bytes[end - 1]) { return nil }
      if inFlow, ",{}[]".utf8.contains(bytes[end]) { return nil }
      end += 1
    }
    guard end < bytes.count, bytes[end] == UInt8(ascii: ":"), end > index else { return nil }
    var last = end
    while last > index, Self.isBlank(bytes[last - 1]) { last -= 1 }
    return (index..<last, end)
  }

  /// The quote that ends a text; nil when none does before the end of its line.
  private func closing(_ quote: UInt8, from start: Int) -> Int? {
    var end = start + 1
    while end < bytes.count, !Self.isEnd(bytes[end]) {
      if bytes[end] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") { end += 2; continue }
      if bytes[end] == quote {
        if quote == UInt8(ascii: "'"), end + 1 < bytes.count, bytes[end + 1] == quote { end += 2; continue }
        return end
      }
      end += 1
    }
    return nil
  }

  /// A scalar on its line, up to a comment; in braces and brackets up to what ends it there.
  private mutating func scalar(inFlow: Bool) -> Range<Int> {
    let start = index
    if let quote = byte, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), let close = closing(quote, from: index) {
      index = close + 1
      return start..<index
    }
    while !Self.isEnd(byte) {
      if byte == UInt8(ascii: "#"), index > start, Self.isBlank(bytes[index - 1]) { break }
      if inFlow, let next = byte, ",{}[]".utf8.contains(next) { break }
      index += 1
    }
    var end = index
    while end > start, Self.isBlank(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  // MARK: Values

  /// Anchors and tags before a value.
  private mutating func properties(of entry: Int) {
    while let sign = byte, sign == UInt8(ascii: "&") || sign == UInt8(ascii: "!") {
      let start = index
      while let next = byte, next > 0x20, !",{}[]".utf8.contains(next) { index += 1 }
      if sign == UInt8(ascii: "&") { entries[entry].anchor = (text(start + 1..<index), start..<index) }
      entries[entry].end = max(entries[entry].end, index)
      skipBlanks()
    }
  }

  private mutating func value(of entry: Int, indent: Int) {
    skipBlanks()
    properties(of: entry)
    entries[entry].value = index..<index
    guard let first = byte, !Self.isEnd(first), first != UInt8(ascii: "#") else { return endOfLine() }
    if entries[entry].isItem, first != UInt8(ascii: "{"), first != UInt8(ascii: "["), let (key, colon) = keyHere() {
      // `- &a name: x`
      let column = key.lowerBound - lineStart(of: key.lowerBound)
      let inner = add(LooseEntry(key: plain(key), keyRange: key, value: colon + 1..<colon + 1, end: colon + 1, indent: column))
      open.append(inner)
      index = colon + 1
      return value(of: inner, indent: column)
    }
    switch first {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      flow(in: entry, indent: indent)
      endOfLine()
    case UInt8(ascii: "|"), UInt8(ascii: ">"): block(of: entry, indent: indent)
    default:
      let range = scalar(inFlow: false)
      set(range, of: entry)
      endOfLine()
    }
  }

  private mutating func set(_ range: Range<Int>, of entry: Int) {
    entries[entry].value = range
    entries[entry].end = max(entries[entry].end, range.upperBound)
    if range.count > 1, bytes[range.lowerBound] == UInt8(ascii: "*") { entries[entry].alias = (text(range.lowerBound + 1..<range.upperBound), range) }
  }

  private func lineStart(of offset: Int) -> Int {
    var start = offset
    while start > 0, !Self.isEnd(bytes[start - 1]) { start -= 1 }
    return start
  }

  /// Lines of text that are further in than their key.
  private mutating func block(of entry: Int, indent: Int) {
    let start = index
    skipLine()
    var end = index
    while index < bytes.count {
      let line = index
      skipBlanks()
      if !Self.isEnd(byte), index - line <= indent {
        index = line
        break
      }
      let isEmpty = Self.isEnd(byte)
      skipLine()
      if !isEmpty { end = index }
    }
    while end > start, Self.isEnd(bytes[end - 1]) { end -= 1 }
    set(start..<end, of: entry)
  }

  // MARK: Braces and brackets

  /// - Parameter indent: of what holds them: a line that is no further in has left them, however they end.
  private mutating func flow(in entry: Int, indent: Int, depth: Int = 0) {
    let start = index
    let isList = byte == UInt8(ascii: "[")
    index += 1
    entries[entry].isFlowList = isList
    defer {
      entries[entry].flow = start..<index
      entries[entry].end = max(entries[entry].end, index)
    }
    while let next = byte {
      switch next {
      case 0x20, 0x09, UInt8(ascii: ","): index += 1
      case 0x0A, 0x0D:
        let before = index
        skipLineEnd()
        let line = index
        skipBlanks()
        if !Self.isEnd(byte), byte != UInt8(ascii: "}"), byte != UInt8(ascii: "]"), byte != UInt8(ascii: "#"), index - line <= indent {
          index = before
          return
        }
      case UInt8(ascii: "#") where index > 0 && bytes[index - 1] <= 0x20: comment()
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        index += 1
        return
      default: isList ? flowItem(in: entry, indent, depth) : flowEntry(in: entry, indent, depth)
      }
    }
  }

  private mutating func flowEntry(in parent: Int, _ indent: Int, _ depth: Int) {
    guard let (key, colon) = keyHere(inFlow: true) else {
      let start = index
      let word = scalar(inFlow: true)
      if index == start { index += 1 }
      guard !word.isEmpty else { return }
      _ = add(LooseEntry(key: plain(word), isWhole: false, keyRange: word, value: word.upperBound..<word.upperBound, end: word.upperBound), to: parent)
      return
    }
    let entry = add(LooseEntry(key: plain(key), keyRange: key, value: colon + 1..<colon + 1, end: colon + 1), to: parent)
    index = colon + 1
    flowValue(of: entry, indent, depth)
  }

  private mutating func flowItem(in parent: Int, _ indent: Int, _ depth: Int) {
    let entry = add(LooseEntry(isItem: true, keyRange: index..<index, value: index..<index, end: index), to: parent)
    let start = index
    flowValue(of: entry, indent, depth)
    if index == start { index += 1 }
  }

  private mutating func flowValue(of entry: Int, _ indent: Int, _ depth: Int) {
    skipBlanks()
    // The value of a member of JSON may be on the next line.
    while Self.isEnd(byte), byte != nil, indent < 0 {
      skipLineEnd()
      skipBlanks()
    }
    properties(of: entry)
    entries[entry].value = index..<index
    guard let first = byte, !Self.isEnd(first) else { return }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "["), depth < Self.deepest { return flow(in: entry, indent: indent, depth: depth + 1) }
    set(scalar(inFlow: true), of: entry)
  }
}
