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
    func allowed(_ input: SourceInput) -> [(text: String, paths: Set<String>, line: Int)] {
      var pipeline = Pipeline()
      var input = input
      input.format = Pipeline.specFormat(of: old)
      let documents = pipeline.read(input)
      let lines = LineMap(input.bytes)
      return pipeline.allows.comments.map { comment in
        (comment.rules.map(\.value).joined(separator: ",") + " -- \(comment.reason ?? "")", comment.reach.map { paths(in: $0, documents) } ?? [], lines.lineNumber(of: comment.span.lower))
      }
    }
    var rest = allowed(new)
    for comment in allowed(old) {
      guard let same = rest.firstIndex(where: { $0.text == comment.text && $0.paths == comment.paths }) else { return comment.line }
      rest.remove(at: same)
    }
    return nil
  }

  /// What begins in a range: keys and values, by their paths.
  private static func paths(in range: Range<UInt32>, _ documents: [Node]) -> Set<String> {
    var paths: Set<String> = []
    func note(_ node: Node, _ path: String) {
      if range.contains(node.span.lower), !node.isMapping || path.isEmpty { paths.insert(path + " value") }
      for entry in node.entries {
        let below = "\(path).\(entry.key.value)"
        if range.contains(entry.key.place.span.lower) { paths.insert(below) }
        note(entry.value, below)
      }
      for (index, item) in node.items.enumerated() { note(item, "\(path)[\(index)]") }
    }
    for (index, document) in documents.enumerated() { note(document, "#\(index)") }
    return paths
  }

  /// The path of the first value that is another one; quantities may be spelled in another way.
  private static func difference(_ left: Node, _ right: Node, _ schema: SpecSchema, _ path: String) -> String? {
    switch (left.content, right.content) {
    case (.map(let mine), .map(let theirs)):
      guard mine.count == theirs.count else { return path }
      for entry in mine {
        let below = path.isEmpty ? entry.key.value : "\(path).\(entry.key.value)"
        guard let other = right[entry.key.value] else { return below }
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
