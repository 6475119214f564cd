internal import RungSource

/// Reads the YAML that nearly all specs are written in, in a third of the time: block mappings and lists, flow collections, plain and quoted scalars that
/// are on one line, block scalars, comments, and documents behind `---`.
///
/// The tree is that of ``YAMLReader``, which reads libyaml's events. What it has no part for is declined as a whole and left to that one, and so is
/// whatever is wrong: escapes, anchors, tags, tabs, line ends other than LF, values that go on in the next line, duplicate keys. It reports nothing.
struct DirectReader: ~Copyable {
  private let text: UnsafePointer<UInt8>
  private let count: Int
  private let base: Int
  private let file: FileID
  private let bounds: Bounds
  private var comments: CommentScan
  private var items = ContainerStack<Node>()
  private var entries = ContainerStack<Node.Entry>()
  private var nodes = 0
  /// What is read next.
  private var at = 0
  /// Of the line that `at` is on.
  private var lineStart = 0
  /// That of `at`, where a line's content begins. −1 at the end of a document: every block is further in.
  private var column = 0
  /// Whether `at` is at a `---`.
  private var isMarker = false

  /// The text is for ``YAMLReader``.
  private struct Declined: Error {}

  /// - Parameters:
  ///   - text: valid UTF-8 without a byte order mark, which begins at `base` of its file.
  /// - Returns: the documents, one or more, and where comments that speak to Rung begin in `text`. Nil where the text is declined.
  static func read(
    _ text: UnsafeBufferPointer<UInt8>, base: Int, file: FileID, bounds: Bounds
  ) -> (documents: [Node], comments: [Int])? {
    guard let start = text.baseAddress else { return nil }
    var reader = DirectReader(text: start, count: text.count, base: base, file: file, bounds: bounds, comments: CommentScan(text))
    do {
      let documents = try reader.documents()
      return (documents, reader.comments.found)
    } catch {
      return nil
    }
  }

  private mutating func documents() throws(Declined) -> [Node] {
    var documents: [Node] = []
    try nextLine(-1)
    if isMarker { try passMarker() }
    while true {
      guard column == 0 else { throw Declined() }
      documents.append(try block(depth: 0))
      // A line further in than its block ends all of them: it continues a value, or is a fault.
      guard column < 0 else { throw Declined() }
      guard isMarker else { return documents }
      try passMarker()
    }
  }

  private mutating func passMarker() throws(Declined) {
    guard peek(at + 3) == Self.lineEnd else { throw Declined() }
    try nextLine(at + 3)
  }

  // MARK: Lines

  private static let lineEnd = UInt8(ascii: "\n")
  private static let space = UInt8(ascii: " ")

  /// The end of the text ends a line too.
  @inline(__always)
  private func peek(_ index: Int) -> UInt8 { index < count ? text[index] : Self.lineEnd }

  @inline(__always)
  private func afterSpaces(_ start: Int) -> Int {
    var next = start
    while peek(next) == Self.space { next += 1 }
    return next
  }

  /// Moves from the end of a value to the next content: nothing but a comment may be in between.
  private mutating func endLine() throws(Declined) {
    var next = afterSpaces(at)
    if peek(next) == UInt8(ascii: "#") { next = try commentEnd(next) }
    guard peek(next) == Self.lineEnd else { throw Declined() }
    try nextLine(next)
  }

  /// Moves to the next content, over empty lines and comments.
  ///
  /// - Parameter end: of the line before it.
  private mutating func nextLine(_ end: Int) throws(Declined) {
    var end = end
    isMarker = false
    while end < count {
      let start = end + 1
      let next = afterSpaces(start)
      switch peek(next) {
      case Self.lineEnd: end = next
      case UInt8(ascii: "#"): end = try commentEnd(next)
      default:
        at = next
        lineStart = start
        column = next - start
        if column == 0, text[next] == UInt8(ascii: "-"), isMarker(next) {
          isMarker = true
          column = -1
        }
        return
      }
    }
    at = count
    column = -1
  }

  private func isMarker(_ start: Int) -> Bool {
    peek(start + 1) == UInt8(ascii: "-") && peek(start + 2) == UInt8(ascii: "-") && isBlank(peek(start + 3))
  }

  @inline(__always)
  private func isBlank(_ byte: UInt8) -> Bool { byte == Self.space || byte == Self.lineEnd }

  /// The end of the line of a comment, looked for eight bytes at a time.
  private func commentEnd(_ start: Int) throws(Declined) -> Int {
    let each: UInt64 = 0x0101_0101_0101_0101
    var next = start
    while next < count {
      if next + 8 <= count {
        let word = UInt64(littleEndian: UnsafeRawPointer(text + next).loadUnaligned(as: UInt64.self))
        // As in `WordScan`: bytes below a space, DEL, and those of wide characters.
        let flipped = word ^ (each &* 0x7F)
        let marked = ((word &- each &* 0x20) & ~word | (flipped &- each) & ~flipped | word) & (each << 7)
        next += marked == 0 ? 8 : marked.trailingZeroBitCount / 8
        if marked == 0 { continue }
      }
      let byte = text[next]
      if byte == Self.lineEnd { return next }
      if byte >= 0x80 { try checkWide(next) } else if byte < Self.space && byte != 0x09 || byte == 0x7F { throw Declined() }
      next += 1
    }
    return count
  }

  /// libyaml ends lines at U+0085, U+2028 and U+2029, and refuses the other controls, U+FEFF, U+FFFE and U+FFFF.
  private func checkWide(_ index: Int) throws(Declined) {
    let isOther = switch text[index] {
    case 0xC2: text[index + 1] < 0xA0
    case 0xE2: text[index + 1] == 0x80 && (text[index + 2] == 0xA8 || text[index + 2] == 0xA9)
    case 0xEF: text[index + 1] == 0xBB && text[index + 2] == 0xBF || text[index + 1] == 0xBF && text[index + 2] >= 0xBE
    default: false
    }
    if isOther { throw Declined() }
  }

  // MARK: Blocks

  /// The list or mapping whose first entry is at the current column.
  private mutating func block(depth: Int) throws(Declined) -> Node {
    try take(1)
    guard depth < bounds.depth else { throw Declined() }
    return try isEntry(at) ? list(depth: depth) : mapping(depth: depth)
  }

  /// Whether a `-` of a list is there.
  private func isEntry(_ index: Int) -> Bool { peek(index) == UInt8(ascii: "-") && isBlank(peek(index + 1)) }

  /// Whether a list or a mapping begins there, behind a dash.
  private func opensBlock(_ index: Int) throws(Declined) -> Bool {
    if isEntry(index) { return true }
    return try keyEnd(index) != nil
  }

  private mutating func list(depth: Int) throws(Declined) -> Node {
    let (indent, lower, mark) = (column, at, items.count)
    var upper = lower
    repeat {
      let dash = at + 1
      at = afterSpaces(dash)
      let item: Node
      if try opensBlock(at) {
        column = at - lineStart
        item = try block(depth: depth + 1)
      } else {
        item = try value(behind: dash, indent: indent, isOfMapping: false, depth: depth + 1)
      }
      upper = Int(item.span.upper) - base
      items.push(item)
    } while column == indent && isEntry(at)
    return Node(.list(items.take(above: mark)), at: place(lower, upper))
  }

  private mutating func mapping(depth: Int) throws(Declined) -> Node {
    let (indent, lower, mark) = (column, at, entries.count)
    var upper = lower
    var index = KeyIndex()
    repeat {
      let key = try key(index: &index, above: mark)
      let colon = at
      at = afterSpaces(colon)
      let value = try value(behind: colon, indent: indent, isOfMapping: true, depth: depth + 1)
      upper = Int(value.span.upper) - base
      entries.push(Node.Entry(key: key, value: value))
    } while column == indent
    return Node(.map(entries.take(above: mark)), at: place(lower, upper))
  }

  /// The value at `at`, or in the lines below.
  ///
  /// - Parameters:
  ///   - sign: behind the colon or dash.
  ///   - indent: the column of the key, or of the dash.
  private mutating func value(behind sign: Int, indent: Int, isOfMapping: Bool, depth: Int) throws(Declined) -> Node {
    switch peek(at) {
    case Self.lineEnd, UInt8(ascii: "#"):
      at = sign
      try endLine()
      if column > indent || isOfMapping && column == indent && isEntry(at) { return try block(depth: depth) }
      try take(1)
      return Node(.scalar(Scalar("", .plain)), at: place(sign, sign))
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      let node = try flow(depth: depth)
      try endLine()
      return node
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      return try blockScalar(indent: indent)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let node = try quoted()
      try endLine()
      return node
    default:
      let lower = at
      guard opensPlain(lower) else { throw Declined() }
      at = try plainEnd(lower)
      let node = try scalar(lower..<at, .plain, at: lower..<at)
      try endLine()
      return node
    }
  }

  // MARK: Flow collections

  /// The collection that opens at `at`; moves behind it.
  private mutating func flow(depth: Int) throws(Declined) -> Node {
    try take(1)
    guard depth < bounds.depth else { throw Declined() }
    let lower = at
    if text[lower] == UInt8(ascii: "[") {
      let mark = items.count
      while try opensNext(of: lower, until: UInt8(ascii: "]")) { items.push(try flowValue(depth: depth + 1)) }
      return Node(.list(items.take(above: mark)), at: place(lower, at))
    }
    let mark = entries.count
    var index = KeyIndex()
    while try opensNext(of: lower, until: UInt8(ascii: "}")) {
      let key = try key(index: &index, above: mark)
      at = afterSpaces(at)
      let value = try flowValue(depth: depth + 1)
      entries.push(Node.Entry(key: key, value: value))
    }
    return Node(.map(entries.take(above: mark)), at: place(lower, at))
  }

  /// Moves to the next member of the collection that opens at `opening`, or behind its end.
  private mutating func opensNext(of opening: Int, until closing: UInt8) throws(Declined) -> Bool {
    let isFirst = at == opening
    var next = afterSpaces(isFirst ? at + 1 : at)
    if peek(next) == closing {
      at = next + 1
      return false
    }
    if !isFirst {
      guard peek(next) == UInt8(ascii: ",") else { throw Declined() }
      next = afterSpaces(next + 1)
    }
    at = next
    return true
  }

  private mutating func flowValue(depth: Int) throws(Declined) -> Node {
    switch peek(at) {
    case UInt8(ascii: "["), UInt8(ascii: "{"): return try flow(depth: depth)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return try quoted()
    default:
      let lower = at
      guard opensPlain(lower) else { throw Declined() }
      at = try flowPlainEnd(lower)
      return try scalar(lower..<at, .plain, at: lower..<at)
    }
  }

  // MARK: Scalars

  /// The key at `at`, which is not among those above `mark`; moves behind its colon.
  private mutating func key(index: inout KeyIndex, above mark: Int) throws(Declined) -> Located<String> {
    let lower = at
    guard let upper = try keyEnd(lower) else { throw Declined() }
    try take(1)
    if !comments.isEmpty { comments.pass(lower..<upper) }
    at = upper + 1
    let isPlain = Self.isOfKey(text[lower])
    let key = Located(isPlain ? string(lower..<upper) : string(lower + 1..<upper - 1), at: place(lower, upper))
    guard index.position(of: key.value, in: entries.above(mark)) == nil else { throw Declined() }
    return key
  }

  /// libyaml takes no key of more than 1,024 characters.
  private static let longestKey = 1000

  /// The colon behind the key that starts there; nil where none does.
  private func keyEnd(_ start: Int) throws(Declined) -> Int? {
    var next = start
    let first = peek(start)
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      next = try quotedEnd(start)
    } else {
      guard Self.isOfKey(first), first != UInt8(ascii: "-"), first != UInt8(ascii: ".") else { return nil }
      while Self.isOfKey(peek(next)) { next += 1 }
    }
    return peek(next) == UInt8(ascii: ":") && isBlank(peek(next + 1)) && next - start <= Self.longestKey ? next : nil
  }

  /// Of the keys that specs have. Others are declined, when they are no key of a list's item.
  @inline(__always)
  private static func isOfKey(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "/")
  }

  /// Whether a plain scalar may start there.
  private func opensPlain(_ index: Int) -> Bool {
    switch peek(index) {
    case UInt8(ascii: "-"):
      return Self.isOfKey(peek(index + 1))
    case UInt8(ascii: "!"), UInt8(ascii: "\""), UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: ","),
      UInt8(ascii: ":"), UInt8(ascii: ">"), UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "`"), UInt8(ascii: "{"),
      UInt8(ascii: "|"), UInt8(ascii: "}"):
      return false
    case let byte: return byte > Self.space && byte != 0x7F
    }
  }

  /// In a block: before the end of the line, or the blanks before a comment.
  private func plainEnd(_ start: Int) throws(Declined) -> Int {
    var next = start
    while true {
      let byte = peek(next)
      switch byte {
      case Self.lineEnd: return next
      case Self.space:
        let after = afterSpaces(next)
        if peek(after) == Self.lineEnd || peek(after) == UInt8(ascii: "#") { return next }
        next = after
        continue
      case UInt8(ascii: ":"): if isBlank(peek(next + 1)) { throw Declined() }
      case 0x80...: try checkWide(next)
      case ..<Self.space, 0x7F: throw Declined()
      default: break
      }
      next += 1
    }
  }

  /// In a flow collection: before its next sign, and the blanks before that.
  private func flowPlainEnd(_ start: Int) throws(Declined) -> Int {
    var next = start
    while true {
      let byte = peek(next)
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"): return next
      case Self.space:
        let after = afterSpaces(next)
        if peek(after) == UInt8(ascii: ",") || peek(after) == UInt8(ascii: "]") || peek(after) == UInt8(ascii: "}") { return next }
        next = after
        continue
      case UInt8(ascii: ":"): guard Self.isOfKey(peek(next + 1)) else { throw Declined() }
      case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "?"), UInt8(ascii: "#"), 0x7F: throw Declined()
      case 0x80...: try checkWide(next)
      case ..<Self.space: throw Declined()
      default: break
      }
      next += 1
    }
  }

  /// The quoted scalar at `at`; moves behind it.
  private mutating func quoted() throws(Declined) -> Node {
    let lower = at
    at = try quotedEnd(lower)
    return try scalar(lower + 1..<at - 1, .quoted, at: lower..<at)
  }

  /// Behind the closing quote, on the same line.
  private func quotedEnd(_ start: Int) throws(Declined) -> Int {
    let quote = text[start]
    var next = start + 1
    while true {
      let byte = peek(next)
      switch byte {
      // A second one would be an escape; what is behind a value is looked at.
      case quote: return next + 1
      case UInt8(ascii: "\\") where quote == UInt8(ascii: "\""), ..<Self.space, 0x7F: throw Declined()
      case 0x80...: try checkWide(next)
      default: break
      }
      next += 1
    }
  }

  /// The literal or folded scalar at `at`; moves to the next content. Its first line says how far in it is.
  private mutating func blockScalar(indent: Int) throws(Declined) -> Node {
    let lower = at
    let isFolded = text[lower] == UInt8(ascii: ">")
    let chomping = peek(lower + 1)
    let isStripped = chomping == UInt8(ascii: "-")
    let isKept = chomping == UInt8(ascii: "+")
    let header = isStripped || isKept ? lower + 2 : lower + 1
    guard header < count, text[header] == Self.lineEnd else { throw Declined() }
    var line = header + 1
    let width = afterSpaces(line) - line
    guard width > indent, line + width < count, text[line + width] != Self.lineEnd else { throw Declined() }

    var content: [UInt8] = []
    /// Breaks behind the last line of the text, and of empty lines.
    var (isBroken, empty) = (false, 0)
    var wasBlank = false
    while true {
      var next = line
      while next - line < width, next < count, text[next] == Self.space { next += 1 }
      guard next < count else { break }
      if text[next] == Self.lineEnd {
        empty += 1
        line = next + 1
        continue
      }
      guard next - line == width else { break }
      let isBlank = text[next] == Self.space
      if isFolded, isBroken, !wasBlank, !isBlank {
        if empty == 0 { content.append(Self.space) }
      } else if isBroken {
        content.append(Self.lineEnd)
      }
      content.append(contentsOf: repeatElement(Self.lineEnd, count: empty))
      (empty, wasBlank) = (0, isBlank)
      let end = try contentEnd(next)
      content.append(contentsOf: UnsafeBufferPointer(start: text + next, count: end - next))
      isBroken = end < count
      line = end + 1
    }
    if !isStripped, isBroken { content.append(Self.lineEnd) }
    if isKept { content.append(contentsOf: repeatElement(Self.lineEnd, count: empty)) }

    var upper = min(line, count)
    while isBlank(text[upper - 1]) { upper -= 1 }
    if !comments.isEmpty { comments.pass(header..<upper) }
    try take(1)
    let node = Node(.scalar(Scalar(String(decoding: content, as: UTF8.self), .block)), at: place(lower, upper))
    try nextLine(line - 1)
    return node
  }

  /// The end of a line of a block scalar.
  private func contentEnd(_ start: Int) throws(Declined) -> Int {
    var next = start
    while peek(next) != Self.lineEnd {
      if text[next] >= 0x80 { try checkWide(next) } else if text[next] < Self.space || text[next] == 0x7F { throw Declined() }
      next += 1
    }
    return next
  }

  private mutating func scalar(_ content: Range<Int>, _ style: Scalar.Style, at range: Range<Int>) throws(Declined) -> Node {
    try take(1)
    if !comments.isEmpty { comments.pass(range) }
    return Node(.scalar(Scalar(string(content), style)), at: place(range.lowerBound, range.upperBound))
  }

  private mutating func take(_ added: Int) throws(Declined) {
    nodes += added
    guard nodes <= bounds.nodes else { throw Declined() }
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(start: text + range.lowerBound, count: range.count), as: UTF8.self)
  }

  private func place(_ lower: Int, _ upper: Int) -> SourcePlace { SourcePlace(SourceSpan(file: file, lower: base + lower, upper: base + upper)) }
}
