internal import RungSource

/// A strict JSON parser that keeps the span of every key and value.
struct JSONScanner: ~Copyable {
  let bytes: UnsafeBufferPointer<UInt8>
  let base: Int
  let file: FileID
  let bounds: Bounds
  let takesHalves: Bool
  private(set) var foundDuplicates = false
  private var items = ContainerStack<Node>()
  private var entries = ContainerStack<Node.Entry>()
  private var index = 0
  private var nodes = 0

  private struct Stop: Error {}

  /// - Parameter takesHalves: half of a pair of surrogates is U+FFFD in it.
  init(bytes: UnsafeBufferPointer<UInt8>, base: Int, file: FileID, bounds: Bounds, takesHalves: Bool = false) {
    self.bytes = bytes
    self.base = base
    self.file = file
    self.bounds = bounds
    self.takesHalves = takesHalves
  }

  mutating func document(_ report: inout Report) -> Node? {
    do {
      try skipSpace(&report)
      guard index < bytes.count else {
        report.flag(SourceFaults.empty, place(0, 0), "the file holds no \(term: .stream)", help: [.ofSpecs("`rung init` writes a starter spec")])
        return nil
      }
      let node = try value(depth: 0, &report)
      try skipSpace(&report)
      if index < bytes.count { throw fail("unexpected text after the end of the JSON value", &report) }
      return node
    } catch {
      return nil
    }
  }

  // MARK: Values

  private mutating func value(depth: Int, _ report: inout Report) throws(Stop) -> Node {
    nodes += 1
    guard nodes <= bounds.nodes else {
      report.flag(SourceFaults.tooManyNodes, here, "the file holds more than \(bounds.nodes) keys and values", help: "split it into several files")
      throw Stop()
    }
    let start = index
    switch peek {
    case UInt8(ascii: "{")?, UInt8(ascii: "[")?:
      guard depth < bounds.depth else {
        report.flag(SourceFaults.tooDeep, here, "objects and arrays are nested more than \(bounds.depth) levels deep here")
        throw Stop()
      }
      return try peek == UInt8(ascii: "{") ? object(depth: depth, &report) : array(depth: depth, &report)
    case UInt8(ascii: "\"")?:
      let text = try string(&report)
      return Node(.scalar(Scalar(text, .quoted)), at: place(start, index))
    case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
      return try number(&report)
    case UInt8(ascii: "t")?: return try literal("true", &report)
    case UInt8(ascii: "f")?: return try literal("false", &report)
    case UInt8(ascii: "n")?: return try literal("null", &report)
    case UInt8(ascii: "'")?: throw fail("JSON has no single quotes", help: "use double quotes", &report)
    case nil: throw fail("the text ends before a value", &report)
    default: throw fail("no JSON value starts with this character", help: "write strings in double quotes", &report)
    }
  }

  private mutating func object(depth: Int, _ report: inout Report) throws(Stop) -> Node {
    let start = index
    let mark = entries.count
    var keys = KeyIndex()
    index += 1
    try skipSpace(&report)
    if peek == UInt8(ascii: "}") {
      index += 1
      return Node(.map([]), at: place(start, index))
    }
    while true {
      guard peek == UInt8(ascii: "\"") else {
        throw fail(
          peek == nil ? "the object that starts here is not closed" : "expected a key in double quotes here",
          at: peek == nil ? start : index, help: peek == nil ? "close it with `}`" : "write `\"key\": value`", &report)
      }
      let keyStart = index
      nodes += 1
      let text = try string(&report)
      let key = Located(text, at: place(keyStart, index))
      try skipSpace(&report)
      guard peek == UInt8(ascii: ":") else { throw fail("expected `:` after the key `\(text)`", &report) }
      index += 1
      try skipSpace(&report)
      let value = try value(depth: depth + 1, &report)
      if let first = keys.position(of: text, in: entries.above(mark)) {
        foundDuplicates = true
        DuplicateKey.report(text, at: key.place, first: entries.above(mark)[first].key.place, into: &report)
      } else {
        entries.push(Node.Entry(key: key, value: value))
      }
      if try closes(UInt8(ascii: "}"), start: start, what: "object", &report) {
        return Node(.map(entries.take(above: mark)), at: place(start, index))
      }
    }
  }

  private mutating func array(depth: Int, _ report: inout Report) throws(Stop) -> Node {
    let start = index
    let mark = items.count
    index += 1
    try skipSpace(&report)
    if peek == UInt8(ascii: "]") {
      index += 1
      return Node(.list([]), at: place(start, index))
    }
    while true {
      items.push(try value(depth: depth + 1, &report))
      if try closes(UInt8(ascii: "]"), start: start, what: "array", &report) {
        return Node(.list(items.take(above: mark)), at: place(start, index))
      }
    }
  }

  /// After a member: true at the closing bracket, false after a comma.
  private mutating func closes(
    _ close: UInt8, start: Int, what: String, _ report: inout Report
  ) throws(Stop) -> Bool {
    try skipSpace(&report)
    let closing = String(UnicodeScalar(close))
    if peek == close {
      index += 1
      return true
    }
    guard peek == UInt8(ascii: ",") else {
      if peek == nil {
        throw fail("the \(what) that starts here is not closed", at: start, help: "close it with `\(closing)`", &report)
      }
      throw fail("expected `,` or `\(closing)` here", &report)
    }
    let comma = index
    index += 1
    try skipSpace(&report)
    if peek == close {
      let span = place(comma, comma + 1)
      report.flag(
        JSONFaults.trailingComma, span, "trailing comma before `\(closing)`; JSON has no trailing commas",
        help: "remove the comma", fix: FixIt("remove the comma", .safe, edits: [.init(span.span, "")]))
      throw Stop()
    }
    return false
  }

  private mutating func literal(_ word: StaticString, _ report: inout Report) throws(Stop) -> Node {
    let start = index
    let count = word.utf8CodeUnitCount
    let expected = UnsafeBufferPointer(start: word.utf8Start, count: count)
    guard index + count <= bytes.count, bytes[index..<index + count].elementsEqual(expected) else {
      throw fail("strings must be in double quotes; only `true`, `false` and `null` are written without", &report)
    }
    index += count
    return Node(.scalar(Scalar(word.description, .plain)), at: place(start, index))
  }

  private mutating func number(_ report: inout Report) throws(Stop) -> Node {
    let start = index
    if peek == UInt8(ascii: "-") { index += 1 }
    if peek == UInt8(ascii: "0") {
      if index + 1 < bytes.count, bytes[index + 1] &- 0x30 < 10 {
        throw fail("a JSON number has no leading zero", help: "remove the zero, or quote the value", &report)
      }
      index += 1
    } else {
      try digits(&report)
    }
    if peek == UInt8(ascii: ".") {
      index += 1
      try digits(&report)
    }
    if peek.map({ $0 | 0x20 }) == UInt8(ascii: "e") {
      index += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { index += 1 }
      try digits(&report)
    }
    if let next = peek, (next | 0x20) &- 0x61 < 26 || next == UInt8(ascii: "_") {
      throw fail("a number with a unit is a string", at: start, help: "quote the value", &report)
    }
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<index]), as: UTF8.self)
    return Node(.scalar(Scalar(text, .plain)), at: place(start, index))
  }

  private mutating func digits(_ report: inout Report) throws(Stop) {
    let start = index
    while let byte = peek, byte &- 0x30 < 10 { index += 1 }
    if index == start { throw fail("expected a digit here", &report) }
  }

  // MARK: Strings

  private mutating func string(_ report: inout Report) throws(Stop) -> String {
    let start = index
    index += 1
    let first = index
    while let byte = peek, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { index += 1 }
    if peek == UInt8(ascii: "\"") {
      index += 1
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[first..<index - 1]), as: UTF8.self)
    }
    var text = Array(bytes[first..<index])
    while true {
      guard let byte = peek else {
        throw fail("the string that starts here is not closed", at: start, help: "close it with `\"`", &report)
      }
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        try escape(into: &text, &report)
      case 0x0A, 0x0D:
        throw fail("the string that starts here is not closed on its line", at: start, help: "close it with `\"`, or write the line break as `\\n`", &report)
      case 0..<0x20:
        report.flag(
          SourceFaults.controlCharacter, place(index, index + 1), "unescaped control character; JSON forbids it",
          help: "remove it, or write it as an escape (`\\u00XX`)")
        throw Stop()
      default:
        text.append(byte)
        index += 1
      }
    }
  }

  private mutating func escape(into text: inout [UInt8], _ report: inout Report) throws(Stop) {
    let start = index
    index += 1
    guard let letter = peek else { throw fail("the text ends inside an escape", &report) }
    index += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var code = try hexDigits(start, &report)
      if code & 0xFC00 == 0xD800, peek == UInt8(ascii: "\\"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "u") {
        let next = index
        index += 2
        let low = try hexDigits(start, &report)
        if low & 0xFC00 == 0xDC00 { code = 0x10000 + (code & 0x3FF) << 10 + (low & 0x3FF) } else { index = next }
      }
      guard let scalar = UnicodeScalar(takesHalves && code & 0xF800 == 0xD800 ? 0xFFFD : code) else {
        throw fail("unpaired surrogate", at: start, help: "write both halves, or the character itself", &report)
      }
      text.append(contentsOf: Array(String(Character(scalar)).utf8))
    default:
      throw fail("JSON has no escape `\\\(String(UnicodeScalar(letter)))`", at: start, help: "write `\\\\` for a backslash", &report)
    }
  }

  private mutating func hexDigits(_ start: Int, _ report: inout Report) throws(Stop) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = Character(UnicodeScalar(byte)).hexDigitValue, byte < 0x80 else {
        throw fail("expected four hexadecimal digits after `\\u`", at: start, &report)
      }
      code = code << 4 + UInt32(digit)
      index += 1
    }
    return code
  }

  // MARK: Between values

  private mutating func skipSpace(_ report: inout Report) throws(Stop) {
    while let byte = peek {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      case UInt8(ascii: "/") where index + 1 < bytes.count && (bytes[index + 1] == UInt8(ascii: "/") || bytes[index + 1] == UInt8(ascii: "*")),
        UInt8(ascii: "#"):
        let length = byte == UInt8(ascii: "#") ? 1 : 2
        report.flag(
          JSONFaults.comment, place(index, index + length), "JSON has no comments",
          help: ["remove it", .ofSpecs("write the file as YAML, which has comments")])
        throw Stop()
      default: return
      }
    }
  }

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }
  private var here: SourcePlace { place(index, min(index + 1, bytes.count)) }

  private func place(_ lower: Int, _ upper: Int) -> SourcePlace {
    SourcePlace(SourceSpan(file: file, lower: base + lower, upper: base + upper))
  }

  private func fail(_ message: Message, at start: Int? = nil, help: Help? = nil, _ report: inout Report) -> Stop {
    let lower = start ?? index
    // One whole character, so that nothing points into the middle of one.
    var upper = min(lower + 1, bytes.count)
    while upper < bytes.count, bytes[upper] & 0xC0 == 0x80 { upper += 1 }
    report.flag(JSONFaults.syntax, place(lower, upper), message, help: help)
    return Stop()
  }
}
