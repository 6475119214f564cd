internal import CYAML
internal import RungSource

/// libyaml's events → marked nodes. Anchors, aliases and `<<` are resolved here, so that no later stage knows of them.
struct YAMLReader {
  private let file: FileID
  private let bounds: Bounds
  private let bytes: UnsafeBufferPointer<UInt8>
  private let base: Int
  private let map: CodePointMap
  private var report: Report
  private var anchors: [String: Anchor] = [:]
  private var nodes = 0
  private var aliasNodes = 0

  private struct Anchor {
    /// Nil while the anchored value is still being read.
    var node: Node?
    var size: Int
  }

  /// Reading cannot go on; the reason has been reported.
  private struct Stop: Error {}

  static func read(_ bytes: [UInt8], file: FileID, bounds: Bounds, into report: inout Report) -> [Node] {
    let skipped = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return bytes.withUnsafeBufferPointer { whole in
      let text = UnsafeBufferPointer(rebasing: whole[skipped...])
      var reader = YAMLReader(
        file: file, bounds: bounds, bytes: text, base: skipped, map: CodePointMap(text), report: report)
      let documents = reader.documents()
      report = reader.report
      return documents
    }
  }

  private init(
    file: FileID, bounds: Bounds, bytes: UnsafeBufferPointer<UInt8>, base: Int, map: CodePointMap, report: Report
  ) {
    self.file = file
    self.bounds = bounds
    self.bytes = bytes
    self.base = base
    self.map = map
    self.report = report
  }

  // MARK: Events

  private mutating func documents() -> [Node] {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { return [] }
    defer { yaml_parser_delete(&parser) }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)

    var documents: [Node] = []
    do {
      while true {
        var event = try next(&parser)
        let type = event.type
        yaml_event_delete(&event)
        if type == YAML_STREAM_END_EVENT { break }
        guard type == YAML_DOCUMENT_START_EVENT else { continue }
        anchors.removeAll(keepingCapacity: true)
        var first = try next(&parser)
        let node = try value(&first, &parser, depth: 0)
        // A document of nothing is what a trailing `---` leaves behind.
        if !(node.isNull && node.span.length == 0) { documents.append(node) }
        var end = try next(&parser)
        yaml_event_delete(&end)
      }
    } catch {
      return []
    }
    if documents.isEmpty {
      report.flag(
        SourceFaults.empty, place(0, 0), "the file holds no stream",
        help: "`rung init` writes a starter spec")
    }
    return documents
  }

  private mutating func next(_ parser: inout yaml_parser_t) throws(Stop) -> yaml_event_t {
    var event = yaml_event_t()
    guard yaml_parser_parse(&parser, &event) == 1 else {
      reportSyntax(parser)
      throw Stop()
    }
    return event
  }

  /// Reads the value that `event` opens; takes the event over.
  private mutating func value(
    _ event: inout yaml_event_t, _ parser: inout yaml_parser_t, depth: Int
  ) throws(Stop) -> Node {
    defer { yaml_event_delete(&event) }
    try count(1, at: event)
    switch event.type {
    case YAML_SCALAR_EVENT:
      let node = try scalar(event)
      if let anchor = event.data.scalar.anchor { define(anchor, node) }
      return node
    case YAML_ALIAS_EVENT:
      return try alias(event)
    case YAML_SEQUENCE_START_EVENT:
      try checkDepth(depth, at: event)
      let name = open(event.data.sequence_start.anchor)
      try checkTag(event.data.sequence_start.tag, is: "tag:yaml.org,2002:seq", at: event)
      let flow = event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
      let node = try list(from: event, flow: flow, &parser, depth: depth)
      close(name, node)
      return node
    case YAML_MAPPING_START_EVENT:
      try checkDepth(depth, at: event)
      let name = open(event.data.mapping_start.anchor)
      try checkTag(event.data.mapping_start.tag, is: "tag:yaml.org,2002:map", at: event)
      let flow = event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
      let node = try mapping(from: event, flow: flow, &parser, depth: depth)
      close(name, node)
      return node
    default:
      report.flag(YAMLFaults.syntax, place(event), "a value is missing here")
      throw Stop()
    }
  }

  private mutating func list(
    from start: yaml_event_t, flow: Bool, _ parser: inout yaml_parser_t, depth: Int
  ) throws(Stop) -> Node {
    var items: [Node] = []
    while true {
      var event = try next(&parser)
      if event.type == YAML_SEQUENCE_END_EVENT {
        let end = offset(event.end_mark)
        yaml_event_delete(&event)
        let lower = flow ? skipProperties(offset(start.start_mark)) : dash(before: items.first, start)
        return Node(.list(items), at: place(lower, flow ? end : items.last.map { Int($0.span.upper) } ?? end))
      }
      items.append(try value(&event, &parser, depth: depth + 1))
    }
  }

  private mutating func mapping(
    from start: yaml_event_t, flow: Bool, _ parser: inout yaml_parser_t, depth: Int
  ) throws(Stop) -> Node {
    var entries: [Node.Entry] = []
    var merges: [Node] = []
    while true {
      var event = try next(&parser)
      if event.type == YAML_MAPPING_END_EVENT {
        let end = offset(event.end_mark)
        yaml_event_delete(&event)
        let lower: Int
        let upper: Int
        if flow {
          lower = skipProperties(offset(start.start_mark))
          upper = end
        } else {
          lower = entries.first.map { Int($0.key.place.span.lower) } ?? skipProperties(offset(start.start_mark))
          upper = entries.last.map { Int(Swift.max($0.value.span.upper, $0.key.place.span.upper)) } ?? end
        }
        for source in merges { try merge(source, into: &entries) }
        return Node(.map(entries), at: place(lower, upper))
      }
      let quoted = event.type == YAML_SCALAR_EVENT && event.data.scalar.style != YAML_PLAIN_SCALAR_STYLE
      let keyNode = try value(&event, &parser, depth: depth + 1)
      guard case .scalar(let key) = keyNode.content else {
        report.flag(
          YAMLFaults.keyNotText, keyNode.place, "\(keyNode.kindName) stands as a key; a key is text",
          help: "quote the key if it is meant to be text")
        throw Stop()
      }
      var valueEvent = try next(&parser)
      let value = try value(&valueEvent, &parser, depth: depth + 1)
      if !quoted, key.text == "<<" {
        merges.append(value)
        continue
      }
      if let first = entries.first(where: { $0.key.value == key.text }) {
        DuplicateKey.report(key.text, at: keyNode.place, first: first.key.place, into: &report)
      } else {
        entries.append(Node.Entry(key: Located(key.text, at: keyNode.place), value: value))
      }
    }
  }

  /// `<<`: keys that the mapping has itself win; of several sources the earlier one (yaml.org/type/merge.html).
  private mutating func merge(_ source: Node, into entries: inout [Node.Entry]) throws(Stop) {
    switch source.content {
    case .map(let others):
      for other in others where !entries.contains(where: { $0.key.value == other.key.value }) { entries.append(other) }
    case .list(let items) where items.allSatisfy({ if case .map = $0.content { true } else { false } }):
      for item in items { try merge(item, into: &entries) }
    default:
      report.flag(
        YAMLFaults.mergeOfNoMapping, source.place,
        "`<<` is given \(source.kindName); it takes a mapping or a list of mappings",
        help: "write an alias of a mapping: `<<: *base`")
    }
  }

  private mutating func scalar(_ event: yaml_event_t) throws(Stop) -> Node {
    let data = event.data.scalar
    let text = String(decoding: UnsafeBufferPointer(start: data.value, count: data.length), as: UTF8.self)
    var style: Scalar.Style
    switch data.style {
    case YAML_PLAIN_SCALAR_STYLE: style = .plain
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: style = .block
    default: style = .quoted
    }
    var lower = offset(event.start_mark)
    if data.anchor != nil || data.tag != nil { lower = skipProperties(lower) }
    var upper = offset(event.end_mark)
    if style == .block { upper = trimmed(lower, upper) }
    if let tag = data.tag {
      switch String(cString: tag) {
      case "tag:yaml.org,2002:str", "!": style = style == .plain ? .quoted : style
      case "tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:null":
        style = .plain
      default: try refuseTag(tag, event)
      }
    }
    return Node(.scalar(Scalar(text, style)), at: place(lower, upper))
  }

  // MARK: Anchors

  private mutating func open(_ anchor: UnsafeMutablePointer<UInt8>?) -> String? {
    guard let anchor else { return nil }
    let name = String(cString: anchor)
    anchors[name] = Anchor(node: nil, size: 0)
    return name
  }

  private mutating func close(_ name: String?, _ node: Node) {
    if let name { anchors[name] = Anchor(node: node, size: node.size) }
  }

  private mutating func define(_ anchor: UnsafeMutablePointer<UInt8>, _ node: Node) {
    anchors[String(cString: anchor)] = Anchor(node: node, size: 1)
  }

  private mutating func alias(_ event: yaml_event_t) throws(Stop) -> Node {
    let name = String(cString: event.data.alias.anchor)
    let here = place(event)
    guard let anchor = anchors[name] else {
      let near = Similarity.nearest(to: name, among: anchors.keys.sorted())
      report.flag(
        YAMLFaults.unknownAlias, here, "`*\(name)` names no anchor that stands before it",
        help: near.map { "did you mean `*\($0)`?" } ?? "mark the value with `&\(name)` before it is used",
        fix: near.map { .replace(here.span, with: "*\($0)", .unsafe) })
      throw Stop()
    }
    guard let node = anchor.node else {
      report.flag(
        YAMLFaults.aliasInsideItself, here, "`*\(name)` stands inside the value that `&\(name)` marks",
        help: "repeat the part that is meant, or mark that part with an anchor of its own")
      throw Stop()
    }
    try count(anchor.size, at: event)
    aliasNodes += anchor.size
    guard aliasNodes <= bounds.aliasNodes else {
      report.flag(
        SourceFaults.tooManyNodes, here,
        "aliases expand to more than \(bounds.aliasNodes) values here", help: "use fewer aliases of aliases")
      throw Stop()
    }
    return report.retrail(node, through: .alias(here.span))
  }

  // MARK: Bounds and tags

  private mutating func count(_ added: Int, at event: yaml_event_t) throws(Stop) {
    nodes += added
    guard nodes <= bounds.nodes else {
      report.flag(
        SourceFaults.tooManyNodes, place(event), "the file holds more than \(bounds.nodes) values",
        help: "split it into several files")
      throw Stop()
    }
  }

  private mutating func checkDepth(_ depth: Int, at event: yaml_event_t) throws(Stop) {
    guard depth < bounds.depth else {
      let lower = offset(event.start_mark)
      report.flag(
        SourceFaults.tooDeep, place(lower, lower + 1),
        "mappings and lists stand more than \(bounds.depth) levels deep here")
      throw Stop()
    }
  }

  private mutating func checkTag(
    _ tag: UnsafeMutablePointer<UInt8>?, is expected: String, at event: yaml_event_t
  ) throws(Stop) {
    guard let tag, String(cString: tag) != expected, String(cString: tag) != "!" else { return }
    try refuseTag(tag, event)
  }

  private mutating func refuseTag(_ tag: UnsafeMutablePointer<UInt8>, _ event: yaml_event_t) throws(Stop) {
    let isScalar = event.type == YAML_SCALAR_EVENT
    let lower = offset(event.start_mark)
    let upper = isScalar ? offset(event.end_mark) : lower + 1
    report.flag(
      YAMLFaults.tag, place(lower, upper), "the tag `\(String(cString: tag))` is not known",
      help: "leave the tag away; quote the value if it is text")
    throw Stop()
  }

  // MARK: Places

  private func offset(_ mark: yaml_mark_t) -> Int { base + map.byteOffset(ofCodePoint: mark.index) }

  private func place(_ lower: Int, _ upper: Int) -> Place { Place(Span(file: file, lower: lower, upper: upper)) }

  private func place(_ event: yaml_event_t) -> Place { place(offset(event.start_mark), offset(event.end_mark)) }

  private func byte(_ offset: Int) -> UInt8? {
    let index = offset - base
    return index >= 0 && index < bytes.count ? bytes[index] : nil
  }

  /// A node's event begins at its anchor or tag; its span begins behind them.
  private func skipProperties(_ start: Int) -> Int {
    var index = start
    while let first = byte(index), first == UInt8(ascii: "&") || first == UInt8(ascii: "!") {
      while let here = byte(index), !Self.isSpace(here), here != UInt8(ascii: ",") { index += 1 }
      while let here = byte(index), Self.isSpace(here) { index += 1 }
    }
    return index
  }

  private func dash(before first: Node?, _ start: yaml_event_t) -> Int {
    let lower = skipProperties(offset(start.start_mark))
    return first.map { Swift.min(lower, Int($0.span.lower)) } ?? lower
  }

  private func trimmed(_ lower: Int, _ upper: Int) -> Int {
    var end = upper
    while end > lower, let last = byte(end - 1), Self.isSpace(last) { end -= 1 }
    return end
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  // MARK: Syntax errors

  private mutating func reportSyntax(_ parser: yaml_parser_t) {
    if parser.error == YAML_READER_ERROR {
      let at = base + Int(parser.problem_offset)
      report.flag(
        SourceFaults.controlCharacter, place(at, at + 1), "a control character stands here; YAML forbids it",
        help: "delete it, or write it as an escape inside double quotes")
      return
    }
    var at = offset(parser.problem_mark)
    // What is missing at the end of the file is missing behind its last word, not on the empty line below.
    if bytes[(at - base)...].allSatisfy(Self.isSpace) { at = trimmed(base, at) }
    let problem = parser.problem.map { String(cString: $0) } ?? "the parser ran out of memory"
    let context = parser.context.map { String(cString: $0) }
    if byte(at) == 0x09, problem.hasPrefix("found character that cannot start any token") {
      report.flag(
        YAMLFaults.tab, place(at, at + 1), "a tab stands where YAML wants spaces",
        help: "indent with spaces", fix: .replace(place(at, at + 1).span, with: "  "))
      return
    }
    let plain = YAMLProblem.inPlainWords(problem, context: context)
    var notes: [Note] = []
    if context != nil, parser.context_mark.index < parser.problem_mark.index {
      let from = offset(parser.context_mark)
      notes.append(Note("\(context ?? "") that starts here", at: place(from, from + 1).span))
    }
    report.flag(YAMLFaults.syntax, place(at, at), plain.message, notes: notes, help: plain.help)
  }
}
