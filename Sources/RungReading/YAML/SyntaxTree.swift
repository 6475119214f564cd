internal import CYAML

/// A YAML text as it is written: what a ``YAMLReader`` resolves is left as it is, with the bytes of each part and the comments between
/// them. Only for texts that were read without a fault.
package struct SyntaxTree {
  package final class Node {
    package enum Content {
      /// - Parameter text: what it holds. Block and folded texts are `literal`.
      case scalar(text: String, style: Style)
      case alias(String)
      case list([Node], isFlow: Bool)
      case map([(key: Node, value: Node)], isFlow: Bool)
    }

    package enum Style { case plain, single, double, literal }

    package let content: Content
    /// Its anchor and its tag, in their order.
    package let properties: [String]
    /// With its properties.
    package let start: Int
    /// Without them.
    package let valueStart: Int
    package let end: Int

    fileprivate init(_ content: Content, _ properties: [String], start: Int, valueStart: Int, end: Int) {
      self.content = content
      self.properties = properties
      self.start = start
      self.valueStart = valueStart
      self.end = end
    }

    package var anchor: String? { properties.first { $0.hasPrefix("&") } }
    package var isTagged: Bool { properties.contains { $0.hasPrefix("!") } }
  }

  package struct Document {
    /// `%YAML` and `%TAG` before it.
    package var directives: [String] = []
    /// Whether it begins with `---`.
    package let isMarked: Bool
    /// Where its first line, or its mark, begins; and where the next one's does.
    package let start: Int
    package let root: Node
  }

  package struct Comment {
    /// With its sign, without blanks at its end.
    package let text: String
    package let start: Int
    /// Whether nothing stands before it on its line.
    package let isOwnLine: Bool
  }

  package let bytes: [UInt8]
  package private(set) var documents: [Document] = []
  package private(set) var comments: [Comment] = []
  /// Scalars, aliases and properties: where a `#` is no comment. In their order.
  private var covered: [Range<Int>] = []
  private var lineStarts: [Int] = []

  /// Nil for a text that does not parse.
  package init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    let skipped = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    lineStarts = [skipped] + bytes.indices.filter { bytes[$0] == 0x0A || bytes[$0] == 0x0D }.map { $0 + 1 }
    var parser = yaml_parser_t()
    var event = yaml_event_t()
    var isDone = false
    bytes.withUnsafeBufferPointer { whole in
      let text = UnsafeBufferPointer(rebasing: whole[skipped...])
      guard yaml_parser_initialize(&parser) == 1 else { return }
      defer { yaml_parser_delete(&parser) }
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(&parser, text.baseAddress, text.count)
      let map = CodePointMap(text)
      func offset(_ mark: yaml_mark_t) -> Int { skipped + map.byteOffset(ofCodePoint: Int(mark.index)) }
      /// - Returns: false when there is no next event.
      func next() -> Bool {
        yaml_event_delete(&event)
        return yaml_parser_parse(&parser, &event) == 1
      }
      func node() -> Node? {
        let type = event.type
        let start = offset(event.start_mark)
        var end = offset(event.end_mark)
        switch type {
        case YAML_ALIAS_EVENT:
          covered.append(start..<end)
          return Node(.alias(String(cString: event.data.alias.anchor)), [], start: start, valueStart: start, end: end)
        case YAML_SCALAR_EVENT:
          let data = event.data.scalar
          let (properties, valueStart) = properties(from: start, data.anchor != nil || data.tag != nil)
          let text = String(decoding: UnsafeBufferPointer(start: data.value, count: data.length), as: UTF8.self)
          let style: Node.Style =
            switch data.style {
            case YAML_SINGLE_QUOTED_SCALAR_STYLE: .single
            case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .double
            case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .literal
            default: .plain
            }
          if style == .literal, !isKept(valueStart) { end = lastRowEnd(of: text, in: valueStart..<end) }
          if end > valueStart { covered.append(valueStart..<end) }
          return Node(.scalar(text: text, style: style), properties, start: start, valueStart: valueStart, end: max(end, valueStart))
        case YAML_SEQUENCE_START_EVENT:
          let data = event.data.sequence_start
          let (properties, valueStart) = properties(from: start, data.anchor != nil || data.tag != nil)
          let isFlow = data.style == YAML_FLOW_SEQUENCE_STYLE
          var items: [Node] = []
          while next(), event.type != YAML_SEQUENCE_END_EVENT {
            guard let item = node() else { return nil }
            items.append(item)
          }
          guard event.type == YAML_SEQUENCE_END_EVENT else { return nil }
          return Node(.list(items, isFlow: isFlow), properties, start: start, valueStart: valueStart,
            end: isFlow ? offset(event.end_mark) : items.last?.end ?? valueStart)
        case YAML_MAPPING_START_EVENT:
          let data = event.data.mapping_start
          let (properties, valueStart) = properties(from: start, data.anchor != nil || data.tag != nil)
          let isFlow = data.style == YAML_FLOW_MAPPING_STYLE
          var entries: [(key: Node, value: Node)] = []
          while next(), event.type != YAML_MAPPING_END_EVENT {
            guard let key = node(), next(), let value = node() else { return nil }
            entries.append((key, value))
          }
          guard event.type == YAML_MAPPING_END_EVENT else { return nil }
          let last = entries.last.map { max($0.key.end, $0.value.end) }
          return Node(.map(entries, isFlow: isFlow), properties, start: start, valueStart: valueStart,
            end: isFlow ? offset(event.end_mark) : last ?? valueStart)
        default: return nil
        }
      }
      while next() {
        if event.type == YAML_STREAM_END_EVENT {
          isDone = true
          break
        }
        guard event.type == YAML_DOCUMENT_START_EVENT else { continue }
        let isMarked = event.data.document_start.implicit == 0
        let start = isMarked ? offset(event.end_mark) - 3 : offset(event.start_mark)
        guard next(), let root = node() else { return }
        documents.append(Document(isMarked: isMarked, start: start, root: root))
      }
      yaml_event_delete(&event)
    }
    guard isDone else { return nil }
    findComments(from: skipped)
  }

  /// The anchor and the tag at a place, and where the value behind them begins.
  private mutating func properties(from start: Int, _ hasAny: Bool) -> ([String], Int) {
    guard hasAny else { return ([], start) }
    var properties: [String] = []
    var index = start
    while index < bytes.count, bytes[index] == UInt8(ascii: "&") || bytes[index] == UInt8(ascii: "!") {
      let first = index
      if bytes[index] == UInt8(ascii: "&") {
        index += 1
        while index < bytes.count, YAMLReader.isOfAnchor(bytes[index]) { index += 1 }
      } else {
        // A tag may be verbatim.
        let isVerbatim = bytes[index...].starts(with: "!<".utf8)
        while index < bytes.count, !Self.isBlank(bytes[index]), isVerbatim || ![UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}")].contains(bytes[index]) { index += 1 }
      }
      properties.append(String(decoding: bytes[first..<index], as: UTF8.self))
      covered.append(first..<index)
      let end = index
      while index < bytes.count, Self.isBlank(bytes[index]) || bytes[index] == UInt8(ascii: "#") {
        if bytes[index] == UInt8(ascii: "#") { while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 } } else { index += 1 }
      }
      if index == bytes.count { index = end; break }
    }
    return (properties, index)
  }

  /// Whether the header of a block scalar says that line ends at its end belong to it.
  private func isKept(_ start: Int) -> Bool {
    bytes[start...].prefix { $0 != 0x0A && $0 != 0x0D && $0 != UInt8(ascii: "#") }.contains(UInt8(ascii: "+"))
  }

  /// Where the last row of a block scalar ends: blanks behind its text are its own, and so are rows of blanks that are further in than it is.
  private func lastRowEnd(of value: String, in range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, [0x20, 0x0A, 0x0D].contains(bytes[end - 1]) { end -= 1 }
    guard !value.isEmpty else { return end }
    let deep = (value.split(separator: "\n").first { $0.contains { $0 != " " } } ?? "").prefix { $0 == " " }.count
    let row = text(range).split { $0.isNewline }.dropFirst().first { $0.contains { $0 != " " && $0 != "\t" } } ?? ""
    let width = row.prefix { $0 == " " }.count - deep
    var index = end
    while index < range.upperBound {
      let start = index
      while index < range.upperBound, bytes[index] == 0x20 { index += 1 }
      if start == end || index - start > width { end = index }
      while index < range.upperBound, bytes[index] == 0x0A || bytes[index] == 0x0D { index += 1 }
    }
    return end
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  private mutating func findComments(from first: Int) {
    var directives: [(line: String, at: Int)] = []
    var index = first
    var rest = covered[...]
    while index < bytes.count {
      while let next = rest.first, next.upperBound <= index { rest = rest.dropFirst() }
      if let next = rest.first, next.contains(index) {
        index = next.upperBound
        continue
      }
      let isLineStart = index == first || bytes[index - 1] == 0x0A || bytes[index - 1] == 0x0D
      let isComment = bytes[index] == UInt8(ascii: "#") && (isLineStart || Self.isBlank(bytes[index - 1]))
      if isComment || isLineStart && bytes[index] == UInt8(ascii: "%") {
        let start = index
        while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
        var end = index
        while end > start, Self.isBlank(bytes[end - 1]) { end -= 1 }
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        if isComment { comments.append(Comment(text: text, start: start, isOwnLine: indentation(start) != nil)) } else { directives.append((text, start)) }
      } else {
        index += 1
      }
    }
    for (line, at) in directives {
      if let document = documents.firstIndex(where: { $0.start > at }) { documents[document].directives.append(line) }
    }
  }

  /// How many blanks stand before a place on its line; nil when something else does.
  package func indentation(_ place: Int) -> Int? {
    let column = column(place)
    return bytes[(place - column)..<place].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) ? column : nil
  }

  /// Bytes before a place on its line, without a byte order mark.
  package func column(_ place: Int) -> Int {
    var low = 0, high = lineStarts.count
    while low < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= place { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 0 : place - lineStarts[low - 1]
  }

  /// Whether the line above that of a place is blank, and no part of a value.
  package func isBelowBlank(_ place: Int) -> Bool {
    var index = place - column(place)
    var breaks = 0
    while index > 0, Self.isBlank(bytes[index - 1]) {
      index -= 1
      if bytes[index] == 0x0A || bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A) { breaks += 1 }
    }
    // Line ends at the end of a block scalar may be its own.
    var low = 0, high = covered.count
    while low < high {
      let middle = (low + high) / 2
      if covered[middle].lowerBound < place { low = middle + 1 } else { high = middle }
    }
    if low > 0 {
      let end = covered[low - 1].upperBound
      if end > index { breaks = bytes[min(end, place)..<place].count { $0 == 0x0A } + 1 }
    }
    return breaks > 1 && index > 0
  }

  package func hasBreak(_ range: Range<Int>) -> Bool { bytes[range].contains { $0 == 0x0A || $0 == 0x0D } }

  package func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
