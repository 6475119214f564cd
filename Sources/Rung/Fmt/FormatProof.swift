internal import RungProviders
internal import RungReading
internal import RungSource

/// Whether two texts say the same.
enum FormatProof {
  /// What is not the same; nil for nothing.
  static func difference(_ old: SourceInput, _ new: SourceInput, _ documents: [Node], _ loader: Loader) -> String? {
    var pipeline = Pipeline()
    var output = new
    output.format = Pipeline.specFormat(of: old)
    let others = pipeline.read(output)
    guard others.count == documents.count else { return "it has \(others.count) documents instead of \(documents.count)" }
    for (left, right) in zip(documents, others) {
      if let path = difference(left, right, .spec, "") { return "`\(path)` is another value" }
    }
    if output.format == .yaml, let fault = written(old.bytes, new.bytes) { return fault }
    return compiled(old, new, loader)
  }

  /// The line of the first comment that would allow what it does not, or not allow what it does; nil for none.
  static func allowing(_ old: SourceInput, _ new: SourceInput) -> Int? {
    func allowed(_ input: SourceInput) -> [(sign: AllowSign, line: Int)] {
      var pipeline = Pipeline()
      var input = input
      input.format = Pipeline.specFormat(of: old)
      let documents = pipeline.read(input)
      guard !pipeline.allows.comments.isEmpty else { return [] }
      let (starts, lines) = (Starts(documents), LineMap(input.bytes))
      return pipeline.allows.comments.map { comment in
        (AllowSign(rules: comment.rules.map(\.value), reason: comment.reason, starts: comment.reach.map(starts.sum)), lines.lineNumber(of: comment.span.lower))
      }
    }
    var rest: [AllowSign: Int] = [:]
    for (sign, _) in allowed(new) { rest[sign, default: 0] += 1 }
    for (sign, line) in allowed(old) {
      guard let count = rest[sign], count > 0 else { return line }
      rest[sign] = count - 1
    }
    return nil
  }

  /// The line of a comment that allows a finding in one of the texts alone, where both have the same findings; nil for none. What is
  /// about a whole document is where its first key is, which may be another one.
  static func allowingDocument(_ old: SourceInput, _ new: SourceInput, _ loader: Loader) -> Int? {
    let (left, right) = (check(old, loader: loader), check(new, loader: loader))
    func allowed(_ analysis: Analysis) -> [RuleID] { analysis.suppressed.map(\.finding.id) }
    // One that allows nothing is a finding of its own.
    func all(_ analysis: Analysis) -> [String] { (analysis.diagnostics.map(\.id) + allowed(analysis)).filter { $0 != AllowFaults.unused.id }.map(\.rawValue).sorted() }
    guard all(left) == all(right) else { return nil }
    for (one, other) in [(left, right), (right, left)] {
      guard let found = one.suppressed.first(where: { found in allowed(one).count { $0 == found.finding.id } > allowed(other).count { $0 == found.finding.id } }),
        let span = found.by.span else { continue }
      return LineMap(one.sources[span.file].bytes).lineNumber(of: span.lower)
    }
    return nil
  }

  /// What a comment says, and what it is about.
  private struct AllowSign: Hashable {
    let rules: [String]
    let reason: String?
    /// Nil for the whole file.
    let starts: Int?
  }

  /// Where keys and values start. Thousands of comments may each be about thousands of them: a sum says what starts in a range.
  private struct Starts {
    private var places: [(offset: UInt32, hash: Int)] = []
    /// Of the places before each.
    private var sums: [Int] = [0]

    init(_ documents: [Node]) {
      for (index, document) in documents.enumerated() { note(document, "#\(index)") }
      places.sort { $0.offset < $1.offset }
      for place in places { sums.append(sums[sums.count - 1] &+ place.hash) }
    }

    private mutating func note(_ node: Node, _ path: String) {
      if !node.isMapping { places.append((node.span.lower, (path + " value").hashValue)) }
      for entry in node.entries {
        let below = "\(path).\(entry.key.value)"
        places.append((entry.key.place.span.lower, below.hashValue))
        note(entry.value, below)
      }
      for (index, item) in node.items.enumerated() { note(item, "\(path)[\(index)]") }
    }

    func sum(in range: Range<UInt32>) -> Int { sums[first(from: range.upperBound)] &- sums[first(from: range.lowerBound)] }

    private func first(from offset: UInt32) -> Int {
      var (low, high) = (0, places.count)
      while low < high {
        let middle = (low + high) / 2
        if places[middle].offset < offset { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }

  /// The path of the first value that is another one; quantities may be spelled in another way.
  private static func difference(_ left: Node, _ right: Node, _ schema: SpecSchema, _ path: String) -> String? {
    switch (left.content, right.content) {
    case (.map(let mine), .map(let theirs)):
      guard mine.count == theirs.count else { return path }
      let others = NodeMembers(right)
      for entry in mine {
        let below = path.isEmpty ? entry.key.value : "\(path).\(entry.key.value)"
        guard let other = others[entry.key.value] else { return below }
        if let path = difference(entry.value, other, schema[entry.key.value], below) { return path }
      }
      // Where the declarations give no order, the author's is kept.
      if schema.keys == nil, mine.map(\.key.value) != theirs.map(\.key.value) { return path }
      return nil
    case (.list(let mine), .list(let theirs)):
      guard mine.count == theirs.count else { return path }
      for (index, (left, right)) in zip(mine, theirs).enumerated() {
        if let path = difference(left, right, schema.element, "\(path)[\(index)]") { return path }
      }
      return nil
    case (.scalar(let mine), .scalar(let theirs)):
      if left.isSame(as: right), mine.type == theirs.type { return nil }
      guard let respelled = schema.quantity(mine.text), respelled == theirs.text else { return path }
      return nil
    default: return path
    }
  }

  /// Anchors, aliases, tags and comments, whatever their order.
  private static func written(_ old: [UInt8], _ new: [UInt8]) -> String? {
    guard let left = SyntaxTree(old), let right = SyntaxTree(new) else { return "it does not parse" }
    guard left.documents.map({ names($0.root).sorted() }) == right.documents.map({ names($0.root).sorted() }) else { return "an anchor, an alias or a tag is another one" }
    func comments(_ tree: SyntaxTree) -> [String] {
      let headers = tree.documents.flatMap { literals($0.root) }.compactMap { node in
        let header = tree.text(node.valueStart..<node.end).prefix { !$0.isNewline }
        return header.firstIndex(of: "#").map { String(header[$0...]) }
      }
      return (tree.comments.map(\.text) + headers).flatMap { $0.split(separator: " ") }.map(String.init).sorted()
    }
    return comments(left) == comments(right) ? nil : "a comment is another one"
  }

  private static func names(_ node: SyntaxTree.Node) -> [String] {
    switch node.content {
    case .scalar: node.properties
    case .alias(let name): ["*" + name]
    case .list(let items, _): node.properties + items.flatMap(names)
    case .map(let entries, _): node.properties + entries.flatMap { names($0.key) + names($0.value) }
    }
  }

  private static func literals(_ node: SyntaxTree.Node) -> [SyntaxTree.Node] {
    switch node.content {
    case .scalar(_, .literal): [node]
    case .scalar, .alias: []
    case .list(let items, _): items.flatMap(literals)
    case .map(let entries, _): entries.flatMap { literals($0.value) }
    }
  }

  /// What is found and what is sent.
  private static func compiled(_ old: SourceInput, _ new: SourceInput, _ loader: Loader) -> String? {
    let (left, right) = (compile(old, loader: loader), compile(new, loader: loader))
    func ids(_ analysis: Analysis) -> [String] { analysis.diagnostics.map { "\($0.id) \($0.severity) \($0.unlisted)" }.sorted() }
    guard ids(left) == ids(right) else { return "other findings come of it" }
    guard left.streams.count == right.streams.count else { return "other streams come of it" }
    for (mine, theirs) in zip(left.streams, right.streams) {
      let (mine, theirs) = (StreamBodies(mine, of: left.sources), StreamBodies(theirs, of: right.sources))
      let isSame = mine.stream == theirs.stream && mine.providers.count == theirs.providers.count
        && zip(mine.providers, theirs.providers).allSatisfy { one, other in
          one.provider == other.provider && one.bodies.count == other.bodies.count
            && zip(one.bodies, other.bodies).allSatisfy { $0.key == $1.key && $0.node.isSame(as: $1.node) }
        }
        && mine.setups.map { $0.rendered(as: .json) } == theirs.setups.map { $0.rendered(as: .json) }
      guard isSame else { return "other requests come of it" }
    }
    return nil
  }
}
