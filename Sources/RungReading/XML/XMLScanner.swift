internal import RungSource

/// A strict XML parser that keeps the span of every name and value. What is open is on a stack of its own, not on the thread's.
struct XMLScanner: ~Copyable {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let file: FileID
  private let bounds: Bounds
  private var index = 0
  private var nodes = 0
  private var open: [Open] = []
  private var closed = ContainerStack<XMLElement>()
  /// Character data of the elements that are open, the inner ones' after the outer ones'.
  private var texts: [UInt8] = []
  private var namespaces = XMLNamespaces()

  private struct Stop: Error {}

  /// Where a name is written.
  private struct Name {
    let lower: Int
    let colon: Int?
    let upper: Int
    var local: Int { colon.map { $0 + 1 } ?? lower }
  }

  private struct RawAttribute {
    let name: Name
    let value: Located<String>
  }

  /// An element whose end tag is still to come.
  private struct Open {
    let name: Name
    let namespace: String?
    let attributes: [XMLAttribute]
    let tag: Range<Int>
    let children: Int
    let text: Int
    let namespaces: Int
    /// From the first run of text that is not blank to the last.
    var textRange: Range<Int>?
  }

  init(bytes: UnsafeBufferPointer<UInt8>, file: FileID, bounds: Bounds) {
    self.bytes = bytes
    self.file = file
    self.bounds = bounds
  }

  mutating func document(_ report: inout Report) -> XMLElement? {
    do {
      try checkCharacters(&report)
      if starts(with: "\u{FEFF}") { index = 3 }
      if starts(with: "<?xml"), index + 5 < bytes.count, isSpace(bytes[index + 5]) { try declaration(&report) }
      var root: XMLElement?
      while true {
        try skipMisc(&report)
        guard index < bytes.count else { break }
        guard peek == UInt8(ascii: "<") else {
          throw fail("text \(root == nil ? "before" : "after") the root element; XML allows only comments there", &report)
        }
        if starts(with: "<!DOCTYPE") { throw doctype(&report) }
        if starts(with: "<!") { throw fail("a declaration outside a document type", to: index + 2, &report) }
        guard root == nil else {
          throw fail("a second root element; XML has exactly one", help: "remove it, or put both into one element", &report)
        }
        root = try element(&report)
      }
      guard let root else { throw fail("the text has no root element", &report) }
      return root
    } catch {
      return nil
    }
  }

  // MARK: Elements

  /// From the `<` of a start tag to the end of the element.
  private mutating func element(_ report: inout Report) throws(Stop) -> XMLElement? {
    try startTag(&report)
    while !open.isEmpty {
      try characters(&report)
      guard index < bytes.count, let tag = open.last?.tag else { throw unclosed(&report) }
      switch index + 1 < bytes.count ? bytes[index + 1] : 0 {
      case UInt8(ascii: "/"): try endTag(&report)
      case UInt8(ascii: "?"): try instruction(&report)
      case UInt8(ascii: "!"):
        if starts(with: "<!--") {
          try comment(&report)
        } else if starts(with: "<![CDATA[") {
          try cdata(&report)
        } else {
          throw starts(with: "<!DOCTYPE") ? doctype(&report) : fail("no markup begins with `<!` here", to: index + 2, &report)
        }
      default:
        guard open.count < bounds.depth else {
          report.flag(
            SourceFaults.tooDeep, place(index, index + 1), "elements are nested more than \(bounds.depth) levels deep here",
            notes: [MessageNote("the element around it is here", at: place(tag.lowerBound, tag.upperBound).span)])
          throw Stop()
        }
        try startTag(&report)
      }
    }
    return closed.take(above: 0).first
  }

  private mutating func startTag(_ report: inout Report) throws(Stop) {
    let start = index
    try count(&report)
    index += 1
    let name = try name("an element name", help: "write `&lt;` for a `<` in text", &report)
    var raw: [RawAttribute] = []
    while true {
      let isApart = skipSpace()
      switch peek {
      case UInt8(ascii: ">")?:
        index += 1
        try begin(name, raw, start..<index, &report)
        return
      case UInt8(ascii: "/")?:
        guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: ">") else { throw fail("`/` in a start tag is not followed by `>`", &report) }
        index += 2
        try begin(name, raw, start..<index, &report)
        end()
        return
      case nil: throw fail("the tag that starts here is not closed", at: start, help: "close it with `>`", &report)
      default:
        guard isApart else { throw fail("expected white space, `>` or `/>` here", &report) }
        raw.append(try attribute(of: start, &report))
      }
    }
  }

  /// Namespaces of the element and its attributes, once all declarations are known.
  private mutating func begin(_ name: Name, _ raw: [RawAttribute], _ tag: Range<Int>, _ report: inout Report) throws(Stop) {
    let mark = namespaces.mark
    try refuseDuplicates(raw, &report)
    for attribute in raw where isDeclaration(attribute.name) { try declare(attribute, &report) }
    let namespace = try namespaceOf(name, otherwise: namespaces.defaultNamespace, &report)
    var attributes: [XMLAttribute] = []
    attributes.reserveCapacity(raw.count)
    var prefixed = 0
    for attribute in raw where !isDeclaration(attribute.name) {
      let name = attribute.name
      if name.colon != nil { prefixed += 1 }
      attributes.append(
        XMLAttribute(
          name: located(name), localName: text(name.local, name.upper), namespace: try namespaceOf(name, otherwise: nil, &report),
          value: attribute.value))
    }
    if prefixed > 1 { try refuseDuplicates(attributes, &report) }
    open.append(
      Open(
        name: name, namespace: namespace, attributes: attributes, tag: tag, children: closed.count, text: texts.count, namespaces: mark, textRange: nil))
  }

  private mutating func end() {
    guard let element = open.popLast() else { return }
    let text = element.textRange.map { range in
      Located(String(decoding: texts[element.text...], as: UTF8.self), at: place(range.lowerBound, range.upperBound))
    }
    texts.removeLast(texts.count - element.text)
    namespaces.leave(element.namespaces)
    let name = element.name
    closed.push(
      XMLElement(
        name: located(name), localName: self.text(name.local, name.upper), namespace: element.namespace, attributes: element.attributes,
        children: closed.take(above: element.children), text: text, place: place(element.tag.lowerBound, element.tag.upperBound)))
  }

  private mutating func endTag(_ report: inout Report) throws(Stop) {
    let start = index
    index += 2
    let name = try name("an element name", &report)
    guard let element = open.last else { return }
    guard slice(name.lower, name.upper).elementsEqual(slice(element.name.lower, element.name.upper)) else {
      let wanted = text(element.name.lower, element.name.upper)
      throw fail(
        "end tag of `\(text(name.lower, name.upper))` where `\(wanted)` is open", at: name.lower, to: name.upper,
        notes: [MessageNote("`\(wanted)` starts here", at: place(element.tag.lowerBound, element.tag.upperBound).span)],
        help: "close it with `</\(wanted)>` first", &report)
    }
    skipSpace()
    guard peek == UInt8(ascii: ">") else { throw fail("the end tag that starts here is not closed", at: start, help: "close it with `>`", &report) }
    index += 1
    end()
  }

  private func unclosed(_ report: inout Report) -> Stop {
    guard let element = open.last else { return Stop() }
    let name = text(element.name.lower, element.name.upper)
    return fail(
      "`\(name)` is not closed at the end of the text", at: element.tag.lowerBound, to: element.tag.upperBound, help: "close it with `</\(name)>`", &report)
  }

  // MARK: Attributes

  private mutating func attribute(of tag: Int, _ report: inout Report) throws(Stop) -> RawAttribute {
    try count(&report)
    let name = try name("an attribute name, `>` or `/>`", &report)
    skipSpace()
    guard peek == UInt8(ascii: "=") else {
      throw fail("attribute `\(text(name.lower, name.upper))` has no value", at: name.lower, to: name.upper, help: "write `name=\"value\"`", &report)
    }
    index += 1
    skipSpace()
    guard let quote = peek, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw fail("the value of an attribute must be in quotes", help: "write `\(text(name.lower, name.upper))=\"value\"`", &report)
    }
    index += 1
    let start = index
    while let byte = peek, byte != quote, byte != UInt8(ascii: "<"), byte != UInt8(ascii: "&"), byte >= 0x20 { index += 1 }
    var decoded: [UInt8]?
    while let byte = peek, byte != quote {
      if decoded == nil { decoded = Array(slice(start, index)) }
      switch byte {
      case UInt8(ascii: "<"):
        throw fail(
          "`<` in the value of attribute `\(text(name.lower, name.upper))`; XML forbids it",
          notes: [MessageNote("the value starts here", at: place(start - 1, start).span)], help: "write `&lt;`, or close the value before it", &report)
      case UInt8(ascii: "&"): decoded?.append(contentsOf: try reference(&report).utf8)
      case 0x0D:
        index += bytes.count > index + 1 && bytes[index + 1] == 0x0A ? 2 : 1
        decoded?.append(0x20)
      case 0x09, 0x0A:
        index += 1
        decoded?.append(0x20)
      default:
        index += 1
        decoded?.append(byte)
      }
    }
    guard index < bytes.count else {
      throw fail("the value that starts here is not closed", at: start - 1, help: "close it with the same quote", &report)
    }
    let value = decoded.map { String(decoding: $0, as: UTF8.self) } ?? text(start, index)
    index += 1
    return RawAttribute(name: name, value: Located(value, at: place(start, index - 1)))
  }

  private func refuseDuplicates(_ raw: [RawAttribute], _ report: inout Report) throws(Stop) {
    func flag(_ second: Name, first: Name) -> Stop {
      report.flag(
        XMLFaults.duplicateAttribute, place(second.lower, second.upper), "duplicate attribute `\(text(second.lower, second.upper))`",
        notes: [MessageNote("the first is here", at: place(first.lower, first.upper).span)], help: "remove one of the two")
      return Stop()
    }
    if raw.count < 12 {
      for (position, attribute) in raw.enumerated() {
        let name = slice(attribute.name.lower, attribute.name.upper)
        for other in raw[..<position] where slice(other.name.lower, other.name.upper).elementsEqual(name) {
          throw flag(attribute.name, first: other.name)
        }
      }
      return
    }
    var seen: [[UInt8]: Int] = [:]
    for (position, attribute) in raw.enumerated() {
      if let first = seen.updateValue(position, forKey: Array(slice(attribute.name.lower, attribute.name.upper))) {
        throw flag(attribute.name, first: raw[first].name)
      }
    }
  }

  /// By namespace: two prefixes may be bound to one.
  private func refuseDuplicates(_ attributes: [XMLAttribute], _ report: inout Report) throws(Stop) {
    var seen: [[UInt8]: Located<String>] = [:]
    for attribute in attributes {
      guard let namespace = attribute.namespace else { continue }
      if let first = seen.updateValue(attribute.name, forKey: Array(attribute.localName.utf8) + [0] + Array(namespace.utf8)) {
        report.flag(
          XMLFaults.duplicateAttribute, attribute.name.place,
          "duplicate attribute: `\(attribute.name.value)` and `\(first.value)` are the same name of one namespace",
          notes: [MessageNote("the first is here", at: first.place.span)], help: "remove one of the two")
        throw Stop()
      }
    }
  }

  // MARK: Namespaces

  private func isDeclaration(_ name: Name) -> Bool { slice(name.lower, name.colon ?? name.upper).elementsEqual("xmlns".utf8) }

  private mutating func declare(_ attribute: RawAttribute, _ report: inout Report) throws(Stop) {
    let (name, value) = (attribute.name, attribute.value.value)
    let prefix = slice(name.colon.map { $0 + 1 } ?? name.upper, name.upper)
    let isXML = prefix.elementsEqual("xml".utf8)
    let isReserved = isXML != value.utf8.elementsEqual(XMLNamespaces.xml.utf8) || value.utf8.elementsEqual(XMLNamespaces.xmlns.utf8)
    if isReserved || prefix.elementsEqual("xmlns".utf8) {
      throw fail("prefixes `xml` and `xmlns`, and their namespaces, cannot be bound otherwise", at: name.lower, to: name.upper, help: "remove the declaration", &report)
    }
    if name.colon != nil, value.isEmpty {
      throw fail("prefix `\(text(name.local, name.upper))` is bound to an empty namespace", at: name.lower, to: name.upper, help: "set the namespace", &report)
    }
    namespaces.bind(prefix, to: value.isEmpty ? nil : value)
  }

  private func namespaceOf(_ name: Name, otherwise: String?, _ report: inout Report) throws(Stop) -> String? {
    guard let colon = name.colon else { return otherwise }
    if let namespace = namespaces[slice(name.lower, colon)] { return namespace }
    let prefix = text(name.lower, colon)
    report.flag(
      XMLFaults.unboundPrefix, place(name.lower, name.upper), "prefix `\(prefix)` is bound to no namespace here",
      help: "add `xmlns:\(prefix)=\"…\"` to the root element")
    throw Stop()
  }

  // MARK: Text

  /// Character data and references up to the next `<` or the end.
  private mutating func characters(_ report: inout Report) throws(Stop) {
    let start = index
    var isBlank = true
    while let byte = peek, byte != UInt8(ascii: "<") {
      switch byte {
      case 0x0D: lineEnd()
      case 0x20, 0x09, 0x0A:
        let lower = index
        repeat { index += 1 } while index < bytes.count && (bytes[index] == 0x20 || bytes[index] == 0x0A || bytes[index] == 0x09)
        texts.append(contentsOf: slice(lower, index))
      case UInt8(ascii: "&"):
        let character = try reference(&report)
        // A blank that is written as a reference is blank too.
        if !character.utf8.allSatisfy(isSpace) { isBlank = false }
        texts.append(contentsOf: character.utf8)
      case UInt8(ascii: "]"):
        if starts(with: "]]>") { throw fail("`]]>` in text; XML forbids it", to: index + 3, help: "write `]]&gt;`", &report) }
        isBlank = false
        texts.append(byte)
        index += 1
      default:
        isBlank = false
        let lower = index
        repeat { index += 1 } while index < bytes.count && bytes[index] != UInt8(ascii: "<") && bytes[index] != UInt8(ascii: "&")
          && bytes[index] != UInt8(ascii: "]") && bytes[index] != 0x0D
        texts.append(contentsOf: slice(lower, index))
      }
    }
    if !isBlank { note(start..<index) }
  }

  private mutating func cdata(_ report: inout Report) throws(Stop) {
    let start = index
    index += 9
    let lower = index
    var isBlank = true
    while !starts(with: "]]>") {
      guard let byte = peek else { throw fail("the CDATA section that starts here is not closed", at: start, to: start + 9, help: "close it with `]]>`", &report) }
      if byte == 0x0D {
        lineEnd()
      } else {
        if !isSpace(byte) { isBlank = false }
        texts.append(byte)
        index += 1
      }
    }
    if !isBlank { note(lower..<index) }
    index += 3
  }

  /// CR LF and CR are one LF (XML 1.0, section 2.11).
  private mutating func lineEnd() {
    index += index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
    texts.append(0x0A)
  }

  private mutating func note(_ run: Range<Int>) {
    guard let last = open.indices.last else { return }
    open[last].textRange = (open[last].textRange?.lowerBound ?? run.lowerBound)..<run.upperBound
  }

  /// `&amp;`, `&#38;` or `&#x26;`, from the `&` on.
  private mutating func reference(_ report: inout Report) throws(Stop) -> String {
    let start = index
    index += 1
    if peek == UInt8(ascii: "#") { return try characterReference(&report) }
    let first = index
    guard skipName(), peek == UInt8(ascii: ";") else {
      throw fail("`&` does not begin a reference here", at: start, help: "write `&amp;`", &report)
    }
    index += 1
    let name = text(first, index - 1)
    if let character = Self.entities[name] { return character }
    report.flag(
      XMLFaults.undefinedEntity, place(start, index), "entity `&\(name);` is not defined; XML defines `&amp;`, `&lt;`, `&gt;`, `&quot;`, `&apos;`",
      help: "write the character itself, or `&amp;\(name);` for the text `&\(name);`")
    throw Stop()
  }

  private static let entities = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]

  private mutating func characterReference(_ report: inout Report) throws(Stop) -> String {
    let start = index - 1
    index += 1
    let radix: UInt32 = peek == UInt8(ascii: "x") ? 16 : 10
    if radix == 16 { index += 1 }
    let first = index
    var code: UInt32 = 0
    while let byte = peek, let digit = Character(UnicodeScalar(byte)).hexDigitValue, byte < 0x80, digit < radix {
      code = min(code * radix + UInt32(digit), 0x11_0000)
      index += 1
    }
    guard index > first, peek == UInt8(ascii: ";") else {
      throw fail("expected digits and `;` after `&#`", at: start, to: start + 2, help: "write `&amp;` for an ampersand", &report)
    }
    index += 1
    guard let scalar = UnicodeScalar(code), code >= 0x20 || code == 0x09 || code == 0x0A || code == 0x0D, code & ~1 != 0xFFFE else {
      throw fail("`\(text(start, index))` is no character of XML", at: start, to: index, help: "remove it", &report)
    }
    return String(Character(scalar))
  }

  // MARK: Between elements

  private mutating func declaration(_ report: inout Report) throws(Stop) {
    let start = index
    index += 5
    func wrong(_ self: borrowing XMLScanner) -> Stop {
      self.fail(
        "the XML declaration is not `<?xml version=\"1.0\" encoding=\"UTF-8\"?>`", at: start, to: start + 5, help: "write it in this form, or remove it", &report)
    }
    guard skipSpace(), let version = pseudoAttribute("version") else { throw wrong(self) }
    guard ["1.0", "1.1"].contains(text(version.lowerBound, version.upperBound)) else {
      throw fail(
        "XML version `\(text(version.lowerBound, version.upperBound))` is not known; allowed: 1.0, 1.1", at: version.lowerBound, to: version.upperBound,
        help: "set `version=\"1.0\"`", &report)
    }
    var isApart = skipSpace()
    if isApart, let encoding = pseudoAttribute("encoding") {
      try check(encoding, &report)
      isApart = skipSpace()
    }
    if isApart, let standalone = pseudoAttribute("standalone") {
      guard ["yes", "no"].contains(text(standalone.lowerBound, standalone.upperBound)) else { throw wrong(self) }
      skipSpace()
    }
    guard starts(with: "?>") else { throw wrong(self) }
    index += 2
  }

  private func check(_ encoding: Range<Int>, _ report: inout Report) throws(Stop) {
    let name = text(encoding.lowerBound, encoding.upperBound)
    switch name.uppercased() {
    case "UTF-8": return
    case "US-ASCII":
      guard let other = bytes[encoding.upperBound...].firstIndex(where: { $0 >= 0x80 }) else { return }
      report.flag(
        XMLFaults.encoding, place(other, end(of: other)), "the text declares `\(name)`, and this character is not ASCII", help: "set `encoding=\"UTF-8\"`")
    default:
      report.flag(
        XMLFaults.encoding, place(encoding.lowerBound, encoding.upperBound), "encoding `\(name)` is not supported; Rung requires UTF-8",
        help: "save the file as UTF-8, and set `encoding=\"UTF-8\"`")
    }
    throw Stop()
  }

  /// `name="value"` in the XML declaration: where the value is. Nil where something else is here, and nothing is read of it.
  private mutating func pseudoAttribute(_ name: StaticString) -> Range<Int>? {
    let start = index
    var value: Range<Int>?
    defer { if value == nil { index = start } }
    guard starts(with: name) else { return nil }
    index += name.utf8CodeUnitCount
    skipSpace()
    guard peek == UInt8(ascii: "=") else { return nil }
    index += 1
    skipSpace()
    guard let quote = peek, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    index += 1
    let lower = index
    while let byte = peek, byte < 0x80, byte == UInt8(ascii: "_") || XMLNames.isPart(UInt32(byte)) { index += 1 }
    guard peek == quote else { return nil }
    index += 1
    value = lower..<index - 1
    return value
  }

  /// White space, comments and processing instructions.
  private mutating func skipMisc(_ report: inout Report) throws(Stop) {
    while true {
      skipSpace()
      if starts(with: "<!--") {
        try comment(&report)
      } else if starts(with: "<?") {
        try instruction(&report)
      } else {
        return
      }
    }
  }

  private mutating func comment(_ report: inout Report) throws(Stop) {
    let start = index
    index += 4
    while index < bytes.count, !starts(with: "--") { index += 1 }
    guard index < bytes.count else { throw fail("the comment that starts here is not closed", at: start, to: start + 4, help: "close it with `-->`", &report) }
    guard starts(with: "-->") else {
      throw fail(
        "`--` in a comment; XML forbids it", to: index + 2,
        notes: [MessageNote("the comment starts here", at: place(start, start + 4).span)], help: "write `- -`, or close the comment with `-->`", &report)
    }
    index += 3
  }

  private mutating func instruction(_ report: inout Report) throws(Stop) {
    let start = index
    index += 2
    let target = index
    guard skipName() else { throw fail("expected the name of a processing instruction here", &report) }
    if text(target, min(index, target + 4)).lowercased() == "xml" {
      throw fail("the XML declaration must be the first thing in the file", at: start, to: index, help: "remove it, or move it to the start", &report)
    }
    guard starts(with: "?>") || skipSpace() else { throw fail("expected white space or `?>` here", &report) }
    while index < bytes.count, !starts(with: "?>") { index += 1 }
    guard index < bytes.count else {
      throw fail("the processing instruction that starts here is not closed", at: start, to: start + 2, help: "close it with `?>`", &report)
    }
    index += 2
  }

  private func doctype(_ report: inout Report) -> Stop {
    report.flag(
      XMLFaults.doctype, place(index, index + 9), "document types are not supported: their entities can expand without limit",
      help: "remove `<!DOCTYPE …>`, and write entities out")
    return Stop()
  }

  // MARK: Characters

  /// Of the whole text, before anything else: what XML forbids (section 2.2) is rare, and found eight bytes at a time.
  private func checkCharacters(_ report: inout Report) throws(Stop) {
    var control: Int?
    var nonCharacter: Int?
    let raw = UnsafeRawBufferPointer(bytes)
    WordScan.forEachByte(below: 0x20, in: raw) { index in
      let byte = raw[index]
      if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D, control == nil { control = index }
    }
    if let control {
      report.flag(SourceFaults.controlCharacter, place(control, control + 1), "control character; XML forbids it", help: "remove it")
      throw Stop()
    }
    // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
    WordScan.forEachByte(below: 1, flipping: 0xEF, in: raw) { index in
      if nonCharacter == nil, index + 2 < raw.count, raw[index] == 0xEF, raw[index + 1] == 0xBF, raw[index + 2] >= 0xBE { nonCharacter = index }
    }
    if let nonCharacter {
      throw fail("U+FFFE and U+FFFF are no characters; XML forbids them", at: nonCharacter, help: "remove it", &report)
    }
  }

  private mutating func name(_ what: String, help: Help? = nil, _ report: inout Report) throws(Stop) -> Name {
    let lower = index
    guard skipName() else { throw fail("expected \(what) here", help: help, &report) }
    guard peek == UInt8(ascii: ":") else { return Name(lower: lower, colon: nil, upper: index) }
    let colon = index
    index += 1
    guard skipName() else { throw fail("expected a name after the prefix `\(text(lower, colon))`", &report) }
    if peek == UInt8(ascii: ":") { throw fail("a name has one `:` at most", &report) }
    return Name(lower: lower, colon: colon, upper: index)
  }

  /// Skips a name without colons, and tells whether there is one.
  private mutating func skipName() -> Bool {
    let lower = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte | 0x20 &- 0x61 < 26 {
        index += 1
        continue
      }
      let upper = end(of: index)
      let code = code(index, upper)
      guard index == lower ? XMLNames.isStart(code) : XMLNames.isPart(code) else { break }
      index = upper
    }
    return index > lower
  }

  private func code(_ lower: Int, _ upper: Int) -> UInt32 {
    guard upper - lower > 1 else { return UInt32(bytes[lower]) }
    var code = UInt32(bytes[lower]) & (0x7F >> UInt32(upper - lower))
    for index in lower + 1..<upper { code = code << 6 | UInt32(bytes[index] & 0x3F) }
    return code
  }

  /// The byte after the character that begins here.
  private func end(of lower: Int) -> Int {
    var upper = min(lower + 1, bytes.count)
    while upper < bytes.count, bytes[upper] & 0xC0 == 0x80 { upper += 1 }
    return upper
  }

  @discardableResult
  private mutating func skipSpace() -> Bool {
    let start = index
    while index < bytes.count, isSpace(bytes[index]) { index += 1 }
    return index > start
  }

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private func starts(with text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard index + count <= bytes.count else { return false }
    for offset in 0..<count where bytes[index + offset] != text.utf8Start[offset] { return false }
    return true
  }

  private func slice(_ lower: Int, _ upper: Int) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[lower..<upper]) }

  private func text(_ lower: Int, _ upper: Int) -> String { String(decoding: slice(lower, upper), as: UTF8.self) }

  private func located(_ name: Name) -> Located<String> { Located(text(name.lower, name.upper), at: place(name.lower, name.upper)) }

  private func place(_ lower: Int, _ upper: Int) -> SourcePlace { SourcePlace(SourceSpan(file: file, lower: lower, upper: min(upper, bytes.count))) }

  private mutating func count(_ report: inout Report) throws(Stop) {
    nodes += 1
    guard nodes > bounds.nodes else { return }
    report.flag(SourceFaults.tooManyNodes, place(index, index + 1), "the file holds more than \(bounds.nodes) elements and attributes")
    throw Stop()
  }

  private func fail(
    _ message: Message, at lower: Int? = nil, to upper: Int? = nil, notes: [MessageNote] = [], help: Help? = nil, _ report: inout Report
  ) -> Stop {
    let lower = lower ?? index
    report.flag(XMLFaults.syntax, place(lower, upper ?? end(of: lower)), message, notes: notes, help: help)
    return Stop()
  }
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }
