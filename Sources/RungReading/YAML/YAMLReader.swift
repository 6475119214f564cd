internal import CYAML
internal import RungSource

/// libyaml's events → nodes with places. Anchors, aliases and `<<` are resolved here, before any later stage.
struct YAMLReader: ~Copyable {
  private let file: FileID
  private let bounds: Bounds
  private let bytes: UnsafeBufferPointer<UInt8>
  private let base: Int
  private let map: CodePointMap
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// The current event. One storage for all of them: events are large, and there are as many as values.
  private let event: UnsafeMutablePointer<yaml_event_t>
  private var report: Report
  private var items = ContainerStack<Node>()
  private var entries = ContainerStack<Node.Entry>()
  private var anchors: [String: Anchor] = [:]
  private var nodes = 0
  /// What aliases repeat in the current document, and in the file.
  private var repeated = Extent()
  private var repeatedBytes = 0
  private var comments: CommentScan

  private struct Anchor {
    /// Nil while the anchored value is still being read.
    var node: Node?
    var extent: Extent
  }

  private typealias ScalarData = yaml_event_t.__Unnamed_union_data.__Unnamed_struct_scalar

  /// Reading cannot continue; the reason has been reported.
  private struct Stop: Error {}

  /// - Parameter isDirect: whether ``DirectReader`` is asked first. The result does not depend on it.
  static func read(_ bytes: [UInt8], file: FileID, bounds: Bounds, isDirect: Bool = true, into report: inout Report) -> [Node] {
    let skipped = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return bytes.withUnsafeBufferPointer { whole in
      let text = UnsafeBufferPointer(rebasing: whole[skipped...])
      if isDirect, let read = DirectReader.read(text, base: skipped, file: file, bounds: bounds) {
        note(comments: read.comments, in: text, base: skipped, file: file, &report)
        return read.documents
      }
      var parser = yaml_parser_t()
      var event = yaml_event_t()
      return withUnsafeMutablePointer(to: &parser) { parser in
        withUnsafeMutablePointer(to: &event) { event in
          guard yaml_parser_initialize(parser) == 1 else { return [] }
          defer {
            yaml_event_delete(event)
            yaml_parser_delete(parser)
          }
          yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
          yaml_parser_set_input_string(parser, text.baseAddress, text.count)
          var reader = YAMLReader(
            file: file, bounds: bounds, bytes: text, base: skipped, map: CodePointMap(text), parser: parser, event: event,
            report: report, comments: CommentScan(text))
          // The reader holds the report meanwhile; two holders would copy it at the first finding.
          report = Report()
          let documents = reader.documents()
          report = reader.report
          return documents
        }
      }
    }
  }

  /// Comments of one text, in rising order. A line may have several.
  private static func note(comments: [Int], in text: UnsafeBufferPointer<UInt8>, base: Int, file: FileID, _ report: inout Report) {
    for (index, comment) in comments.enumerated() {
      let next = index + 1 < comments.count ? comments[index + 1] : text.count
      let end = text[comment..<next].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? next
      report.note(comment: SourceSpan(file: file, lower: base + comment, upper: base + end))
    }
  }

  // MARK: Events

  private mutating func documents() -> [Node] {
    var documents: [Node] = []
    do {
      while true {
        try next()
        if event.pointee.type == YAML_STREAM_END_EVENT { break }
        guard event.pointee.type == YAML_DOCUMENT_START_EVENT else { continue }
        anchors.removeAll(keepingCapacity: true)
        repeated = Extent()
        try next()
        let node = try value(depth: 0)
        // A trailing `---` makes an empty document.
        if !(node.isNull && node.span.length == 0) { documents.append(node) }
        try next()
      }
    } catch {
      return []
    }
    Self.note(comments: comments.found, in: bytes, base: base, file: file, &report)
    if documents.isEmpty {
      report.flag(
        SourceFaults.empty, place(0, 0), "the file holds no \(term: .stream)", help: [.ofSpecs("`rung init` writes a starter spec")])
    }
    return documents
  }

  /// Moves to the next event; frees the current one.
  private mutating func next() throws(Stop) {
    yaml_event_delete(event)
    guard yaml_parser_parse(parser, event) == 1 else {
      reportSyntax(parser.pointee)
      throw Stop()
    }
    if !comments.isEmpty, event.pointee.type == YAML_SCALAR_EVENT { passComments() }
  }

  /// No comment begins in a value. The header of a block scalar may have one behind it.
  private mutating func passComments() {
    var lower = offset(event.pointee.start_mark)
    if !Self.isInline(event.pointee.data.scalar.style) { lower = lineEnd(lower) }
    comments.pass((lower - base)..<max(lower, offset(event.pointee.end_mark)) - base)
  }

  /// Reads the value that the current event opens.
  private mutating func value(depth: Int) throws(Stop) -> Node {
    try count(1)
    switch event.pointee.type {
    case YAML_SCALAR_EVENT:
      let node = try scalar()
      if let anchor = event.pointee.data.scalar.anchor { define(anchor, node) }
      return node
    case YAML_ALIAS_EVENT:
      return try alias(depth: depth)
    case YAML_SEQUENCE_START_EVENT:
      try checkDepth(depth)
      try checkTag(event.pointee.data.sequence_start.tag, is: "tag:yaml.org,2002:seq")
      let name = open(event.pointee.data.sequence_start.anchor)
      let node = try list(depth: depth)
      if let name { close(name, node) }
      return node
    case YAML_MAPPING_START_EVENT:
      try checkDepth(depth)
      try checkTag(event.pointee.data.mapping_start.tag, is: "tag:yaml.org,2002:map")
      let name = open(event.pointee.data.mapping_start.anchor)
      let node = try mapping(depth: depth)
      if let name { close(name, node) }
      return node
    default:
      report.flag(YAMLFaults.syntax, here, "expected a value here")
      throw Stop()
    }
  }

  private mutating func list(depth: Int) throws(Stop) -> Node {
    let flow = event.pointee.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
    let start = skipProperties(offset(event.pointee.start_mark))
    let mark = items.count
    while true {
      try next()
      if event.pointee.type == YAML_SEQUENCE_END_EVENT {
        let items = items.take(above: mark)
        let end = offset(event.pointee.end_mark)
        if flow { return Node(.list(items), at: place(start, end)) }
        let lower = items.first.map { Swift.min(start, Int($0.span.lower)) } ?? start
        return Node(.list(items), at: place(lower, items.last.map { Int($0.span.upper) } ?? end))
      }
      items.push(try value(depth: depth + 1))
    }
  }

  private mutating func mapping(depth: Int) throws(Stop) -> Node {
    let flow = event.pointee.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
    let start = skipProperties(offset(event.pointee.start_mark))
    let mark = entries.count
    var index = KeyIndex()
    var merges: [Node] = []
    while true {
      try next()
      if event.pointee.type == YAML_MAPPING_END_EVENT { return try finished(above: mark, from: start, isFlow: flow, merges, &index) }
      let isMerge = isMergeKey
      let key = try key(depth: depth)
      try next()
      let value = try value(depth: depth + 1)
      if isMerge {
        merges.append(consume value)
        continue
      }
      if let first = index.position(of: key.value, in: entries.above(mark)) {
        DuplicateKey.report(key.value, at: key.place, first: entries.above(mark)[first].key.place, into: &report)
      } else {
        entries.push(Node.Entry(key: consume key, value: consume value))
      }
    }
  }

  /// The mapping at whose end the reader is. Apart, so that a mapping inside a mapping takes little of the stack.
  private mutating func finished(
    above mark: Int, from start: Int, isFlow: Bool, _ merges: [Node], _ index: inout KeyIndex
  ) throws(Stop) -> Node {
    var entries = entries.take(above: mark)
    var span = place(start, offset(event.pointee.end_mark))
    if !isFlow, let first = entries.first, let last = entries.last {
      let upper = Swift.max(last.value.span.upper, last.key.place.span.upper)
      span = place(Int(first.key.place.span.lower), Int(upper))
    }
    for source in merges { try merge(source, into: &entries, &index) }
    return Node(.map(entries), at: span)
  }

  /// Whether the current event is a plain `<<`.
  private var isMergeKey: Bool {
    guard event.pointee.type == YAML_SCALAR_EVENT, event.pointee.data.scalar.length == 2 else { return false }
    let scalar = event.pointee.data.scalar
    return scalar.style == YAML_PLAIN_SCALAR_STYLE && scalar.value[0] == UInt8(ascii: "<") && scalar.value[1] == UInt8(ascii: "<")
  }

  private mutating func key(depth: Int) throws(Stop) -> Located<String> {
    let data = event.pointee.data.scalar
    if event.pointee.type == YAML_SCALAR_EVENT, data.anchor == nil, data.tag == nil, Self.isInline(data.style) {
      // As `value` would, without a node in between.
      try count(1)
      let key = Located(text(data), at: place(offset(event.pointee.start_mark), offset(event.pointee.end_mark)))
      if data.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE { checkKey(key) }
      return key
    }
    let node = try value(depth: depth + 1)
    guard case .scalar(let scalar) = node.content else {
      report.flag(
        YAMLFaults.keyNotText, node.place, "\(node.kind) is used as a key; a key must be a string",
        help: "quote the key if a string is meant")
      throw Stop()
    }
    let key = Located(scalar.text, at: node.place)
    checkKey(key)
    return key
  }

  /// Only an escape inside double quotes can make a NUL.
  private mutating func checkKey(_ key: Located<String>) {
    guard key.value.utf8.contains(0) else { return }
    report.flag(
      SourceFaults.controlCharacter, key.place, "the key contains a NUL character (U+0000), which JSON readers reject in keys",
      help: "delete the NUL (`\\0`) from the key")
  }

  /// `<<`: keys that the mapping has itself win; of several sources the earlier one (yaml.org/type/merge.html).
  private mutating func merge(_ source: Node, into entries: inout [Node.Entry], _ index: inout KeyIndex) throws(Stop) {
    switch source.content {
    case .map(let others):
      for other in others where index.position(of: other.key.value, in: entries) == nil { entries.append(other) }
    case .list(let items) where items.allSatisfy({ if case .map = $0.content { true } else { false } }):
      for item in items { try merge(item, into: &entries, &index) }
    default:
      report.flag(
        YAMLFaults.mergeOfNoMapping, source.place,
        "the value of `<<` is \(source.kind); expected a mapping or a list of mappings",
        help: "use an alias of a mapping: `<<: *base`")
    }
  }

  private mutating func scalar() throws(Stop) -> Node {
    let data = event.pointee.data.scalar
    let text = text(data)
    var style: Scalar.Style
    switch data.style {
    case YAML_PLAIN_SCALAR_STYLE: style = .plain
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: style = .block
    default: style = .quoted
    }
    var lower = offset(event.pointee.start_mark)
    var upper = offset(event.pointee.end_mark)
    // Nothing may follow them.
    if data.anchor != nil || data.tag != nil { lower = min(skipProperties(lower), upper) }
    if style == .block { upper = trimmed(lower, upper) }
    if let tag = data.tag {
      switch String(cString: tag) {
      case "tag:yaml.org,2002:str", "!": style = style == .plain ? .quoted : style
      case "tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:null":
        style = .plain
        try checkTag(tag, fits: Scalar(text, style), place(lower, upper))
      default: try refuseTag(tag)
      }
    }
    return Node(.scalar(Scalar(text, style)), at: place(lower, upper))
  }

  private static func isInline(_ style: yaml_scalar_style_t) -> Bool {
    style != YAML_LITERAL_SCALAR_STYLE && style != YAML_FOLDED_SCALAR_STYLE
  }

  private func text(_ data: ScalarData) -> String {
    String(decoding: UnsafeBufferPointer(start: data.value, count: data.length), as: UTF8.self)
  }

  // MARK: Anchors

  private mutating func open(_ anchor: UnsafeMutablePointer<UInt8>?) -> String? {
    guard let anchor else { return nil }
    let name = String(cString: anchor)
    anchors[name] = Anchor(node: nil, extent: Extent())
    return name
  }

  private mutating func close(_ name: String, _ node: Node) {
    anchors[name] = Anchor(node: node, extent: node.extent)
  }

  private mutating func define(_ anchor: UnsafeMutablePointer<UInt8>, _ node: Node) {
    anchors[String(cString: anchor)] = Anchor(node: node, extent: node.extent)
  }

  private mutating func alias(depth: Int) throws(Stop) -> Node {
    let name = String(cString: event.pointee.data.alias.anchor)
    let here = self.here
    guard let anchor = anchors[name] else {
      let near = Similarity.nearest(to: name, among: anchors.keys.sorted())
      report.flag(
        YAMLFaults.unknownAlias, here, "`*\(SecretSigns.maskedWord(name))` refers to no anchor before it",
        help: near.help { "*\($0)" } ?? "add the anchor `&\(SecretSigns.maskedWord(name))` to the value before this line",
        fix: near.only.map { .replace(here.span, with: "*\($0)", .unsafe) })
      throw Stop()
    }
    guard let node = anchor.node else {
      report.flag(
        YAMLFaults.aliasInsideItself, here, "`*\(SecretSigns.maskedWord(name))` is inside the value of its own anchor `&\(SecretSigns.maskedWord(name))`",
        help: "repeat the part that is meant, or add another anchor to that part")
      throw Stop()
    }
    try count(anchor.extent.nodes)
    repeated += anchor.extent
    repeatedBytes += anchor.extent.bytes
    guard repeated.nodes <= bounds.repeatedNodes else {
      throw refuse(SourceFaults.tooManyNodes, "aliases expand to more than \(bounds.repeatedNodes) keys and values here", help: "use fewer aliases of aliases")
    }
    guard repeated.bytes <= bounds.repeatedBytes, repeatedBytes <= bounds.fileSize else {
      let most = repeated.bytes > bounds.repeatedBytes ? bounds.repeatedBytes : bounds.fileSize
      throw refuse(SourceFaults.tooManyNodes, "aliases expand to more than \(most) bytes of text here", help: "use fewer aliases of long texts")
    }
    guard depth + anchor.extent.depth <= bounds.depth else {
      throw refuse(SourceFaults.tooDeep, "with the value of `*\(name)`, mappings and lists are nested more than \(bounds.depth) levels deep", help: "use fewer aliases within anchored values")
    }
    return report.retrail(node, through: .alias(here.span))
  }

  // MARK: Bounds and tags

  private mutating func count(_ added: Int) throws(Stop) {
    nodes += added
    guard nodes <= bounds.nodes else {
      throw refuse(SourceFaults.tooManyNodes, "the file holds more than \(bounds.nodes) keys and values", help: "split it into several files")
    }
  }

  /// The current event exceeds a bound.
  private mutating func refuse(_ rule: RuleInfo, _ message: Message, help: Help) -> Stop {
    report.flag(rule, here, message, help: help)
    return Stop()
  }

  private mutating func checkDepth(_ depth: Int) throws(Stop) {
    guard depth < bounds.depth else {
      let lower = offset(event.pointee.start_mark)
      report.flag(
        SourceFaults.tooDeep, place(lower, characterEnd(lower)),
        "mappings and lists are nested more than \(bounds.depth) levels deep here")
      throw Stop()
    }
  }

  private mutating func checkTag(_ tag: UnsafeMutablePointer<UInt8>?, is expected: String) throws(Stop) {
    guard let tag, String(cString: tag) != expected, String(cString: tag) != "!" else { return }
    try refuseTag(tag)
  }

  /// A value that its tag cannot have is an error for other readers, and would be text here.
  private mutating func checkTag(_ tag: UnsafeMutablePointer<UInt8>, fits scalar: Scalar, _ place: SourcePlace) throws(Stop) {
    let name = String(cString: tag).dropFirst("tag:yaml.org,2002:".count)
    let fits = switch (name, scalar.type) {
    case ("int", .integer), ("float", .integer), ("float", .decimal), ("bool", .bool), ("null", .null): true
    default: false
    }
    guard !fits else { return }
    report.flag(
      YAMLFaults.tag, place, "`\(SecretSigns.maskedWord(scalar.text))` is no value of the tag `!!\(name)`",
      help: "remove the tag; quote the value if it is a string")
    throw Stop()
  }

  private mutating func refuseTag(_ tag: UnsafeMutablePointer<UInt8>) throws(Stop) {
    let isScalar = event.pointee.type == YAML_SCALAR_EVENT
    let lower = offset(event.pointee.start_mark)
    let upper = isScalar ? offset(event.pointee.end_mark) : lower + 1
    report.flag(
      YAMLFaults.tag, place(lower, upper), "the tag `\(SecretSigns.maskedWord(String(cString: tag)))` is not supported",
      help: "remove the tag; quote the value if it is a string")
    throw Stop()
  }

  // MARK: Places

  private func offset(_ mark: yaml_mark_t) -> Int { base + map.byteOffset(ofCodePoint: mark.index) }

  private func place(_ lower: Int, _ upper: Int) -> SourcePlace { SourcePlace(SourceSpan(file: file, lower: lower, upper: upper)) }

  /// The span of the current event.
  private var here: SourcePlace { place(offset(event.pointee.start_mark), offset(event.pointee.end_mark)) }

  private func byte(_ offset: Int) -> UInt8? {
    let index = offset - base
    return index >= 0 && index < bytes.count ? bytes[index] : nil
  }

  /// A node's event begins at its anchor or tag; its span begins after them.
  private func skipProperties(_ start: Int) -> Int {
    var index = start
    while let first = byte(index), first == UInt8(ascii: "&") || first == UInt8(ascii: "!") {
      if first == UInt8(ascii: "&") {
        index += 1
        while let here = byte(index), Self.isOfAnchor(here) { index += 1 }
      } else {
        while let here = byte(index), !Self.isSpace(here), here != UInt8(ascii: ",") { index += 1 }
      }
      while let here = byte(index), Self.isSpace(here) { index += 1 }
    }
    return index
  }

  /// Whether libyaml takes a byte for a part of an anchor's name: a colon behind one ends it, and an empty key.
  static func isOfAnchor(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"): true
    default: false
    }
  }

  private func lineEnd(_ start: Int) -> Int {
    var end = start
    while let next = byte(end), next != 0x0A, next != 0x0D { end += 1 }
    return end
  }

  private func trimmed(_ lower: Int, _ upper: Int) -> Int {
    var end = upper
    while end > lower, let last = byte(end - 1), Self.isSpace(last) { end -= 1 }
    return end
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  // MARK: Syntax errors

  /// After the character that starts there: a mapping can start with a key of any script.
  private func characterEnd(_ start: Int) -> Int {
    var end = start + 1
    while let next = byte(end), next & 0xC0 == 0x80 { end += 1 }
    return end
  }

  private mutating func reportSyntax(_ parser: yaml_parser_t) {
    if parser.error == YAML_READER_ERROR {
      let at = base + Int(parser.problem_offset)
      report.flag(
        SourceFaults.controlCharacter, place(at, at + 1), "unescaped control character; YAML forbids it",
        help: "remove it, or write it as an escape in double quotes")
      return
    }
    var at = offset(parser.problem_mark)
    // What is missing at the end of the file is missing after its last word, not on the empty line below.
    if bytes[(at - base)...].allSatisfy(Self.isSpace) { at = trimmed(base, at) }
    let problem = parser.problem.map { String(cString: $0) } ?? "the parser ran out of memory"
    let context = parser.context.map { String(cString: $0) }
    if byte(at) == 0x09, problem.hasPrefix("found character that cannot start any token") || problem.hasPrefix("found a tab character") {
      let isContinued = context?.hasSuffix("plain scalar") == true
      return reportTab(at, beside: isContinued ? offset(parser.context_mark) : nil)
    }
    let plain = YAMLProblem.inPlainWords(problem, context: context)
    var notes: [MessageNote] = []
    if context != nil, parser.context_mark.index < parser.problem_mark.index {
      let from = offset(parser.context_mark)
      notes.append(MessageNote("\(context ?? "") that starts here", at: place(from, characterEnd(from)).span))
    }
    report.flag(YAMLFaults.syntax, place(at, at), plain.message, notes: notes, help: plain.help)
  }

  /// - Parameter value: of the line above, when the tab is read as a part of that value: the line is meant as its neighbor.
  private mutating func reportTab(_ at: Int, beside value: Int?) {
    var lower = at
    while byte(lower - 1) == 0x20 || byte(lower - 1) == 0x09 { lower -= 1 }
    let isIndentation = byte(lower - 1) == nil || byte(lower - 1) == 0x0A || byte(lower - 1) == 0x0D
    // After `-` one space is sufficient, and the spaces before stay.
    if !isIndentation { lower = at }
    var upper = at
    while byte(upper) == 0x20 || byte(upper) == 0x09 { upper += 1 }
    var spaces = 1
    if isIndentation {
      spaces = (lower..<upper).reduce(0) { $0 + (byte($1) == 0x09 ? 2 : 1) }
      if let value {
        var start = value
        while let before = byte(start - 1), before != 0x0A, before != 0x0D { start -= 1 }
        spaces = 0
        while let sign = byte(start + spaces), sign == 0x20 || sign == 0x09 || (sign == UInt8(ascii: "-") && byte(start + spaces + 1) == 0x20) { spaces += 1 }
      }
    }
    let place = place(isIndentation ? lower : at, upper)
    report.flag(
      YAMLFaults.tab, place, "tab in indentation; YAML requires spaces", help: spaces == 1 ? "use a space" : "use spaces",
      fix: .replace(place.span, with: String(repeating: " ", count: spaces), isIndentation ? .unsafe : .safe))
  }
}
