internal import RungOutput
internal import RungReading
internal import RungSource

/// A spec's YAML in its canonical form: what the text says stays, and so does every comment beside what it is about.
struct YAMLFormatter {
  /// Columns that a line of flow style may fill.
  private static let width = 124
  private static let longestKey = 500

  private struct Remark {
    let text: String
    let isBelowBlank: Bool
    let column: Int
    /// Where it was.
    var start = Int.max
  }

  /// An entry of a mapping or an item of a list.
  private final class Unit {
    let key: SyntaxTree.Node?
    let value: SyntaxTree.Node
    let start: Int
    let end: Int
    var isBelowBlank: Bool
    /// Above it.
    var leading: [Remark] = []
    /// Behind it, or behind its key.
    var trailing: [Remark] = []
    var parts: Container?
    unowned let home: Container

    init(_ key: SyntaxTree.Node?, _ value: SyntaxTree.Node, in home: Container, _ tree: SyntaxTree) {
      (self.key, self.value, self.home) = (key, value, home)
      start = key?.start ?? value.start
      end = max(key?.end ?? 0, value.end)
      isBelowBlank = tree.isBelowBlank(start)
    }

    /// Whether a blank line stands above it and its comments.
    var isApart: Bool { leading.first?.isBelowBlank ?? isBelowBlank }

    /// Adds comments above it, below those that are there.
    func lead(_ remarks: [Remark]) {
      guard !remarks.isEmpty else { return }
      if leading.isEmpty {
        leading = remarks.enumerated().map { Remark(text: $1.text, isBelowBlank: $0 == 0 ? isBelowBlank : $1.isBelowBlank, column: 0) }
        isBelowBlank = false
      } else {
        leading += remarks
      }
    }
  }

  private final class Container {
    var units: [Unit] = []
    /// Below the last one.
    var foot: [Remark] = []
    let isFlow: Bool
    let isMap: Bool
    let range: Range<Int>
    weak var owner: Unit?
    /// Whether its items stand in lines of their own, because one of them has to: a ladder in two forms is hard to compare.
    var isBroken = false
    /// Where its keys or dashes stand.
    var column = 0

    init(isFlow: Bool, isMap: Bool, _ range: Range<Int>, of owner: Unit?) {
      (self.isFlow, self.isMap, self.range, self.owner) = (isFlow, isMap, range, owner)
    }

    /// Itself, and those that it lies in, from the inside out.
    var chain: [Container] {
      var chain = [self]
      while let next = chain.last?.owner?.home { chain.append(next) }
      return chain
    }

    var hasRemarks: Bool {
      !foot.isEmpty || units.contains { !$0.leading.isEmpty || !$0.trailing.isEmpty || $0.parts?.hasRemarks == true }
    }
  }

  private let tree: SyntaxTree
  private var lines: [(text: String, remark: Remark?)] = []
  /// Whether the order of keys is left alone: an anchor of a name that is defined twice would bind to other aliases.
  private var keepsOrder = false

  /// The text; nil when it does not parse, or a document is no mapping.
  static func text(_ bytes: [UInt8]) -> [UInt8]? {
    guard let tree = SyntaxTree(bytes) else { return nil }
    var formatter = YAMLFormatter(tree: tree)
    guard formatter.run() else { return nil }
    return formatter.bytes()
  }

  private init(tree: SyntaxTree) { self.tree = tree }

  private mutating func run() -> Bool {
    var comments = tree.comments[...]
    for (index, document) in tree.documents.enumerated() {
      guard case .map = document.root.content else { return false }
      let next = index + 1 < tree.documents.count ? tree.documents[index + 1] : nil
      let end = next?.start ?? Int.max
      let own = comments.prefix { $0.start < end }
      comments = comments.dropFirst(own.count)
      let root = container(of: document.root, owner: nil)
      if let root { attach(Array(own), to: root) }
      var names: Set<String> = []
      keepsOrder = Self.anchors(document.root).contains { !names.insert($0).inserted }
      if !document.directives.isEmpty {
        if index > 0 { add("...") }
        for line in document.directives { add(line) }
      }
      let head = root.map { self.head($0, mark: document.isMarked ? document.start : 0) } ?? []
      // What stands before the mark stays there.
      if index > 0 || document.isMarked || !document.directives.isEmpty { add("---") }
      for (number, remark) in head.enumerated() {
        if remark.isBelowBlank, number > 0 { add("") }
        add(remark.text)
      }
      if let root, !head.isEmpty, root.units.first.map({ $0.leading.first?.isBelowBlank ?? $0.isBelowBlank }) == true { add("") }
      if !document.root.properties.isEmpty { add(document.root.properties.joined(separator: " ")) }
      guard let root, !root.units.isEmpty else {
        add("{}")
        for remark in root?.foot ?? [] { add(remark.text) }
        continue
      }
      emit(root, indent: 0, .spec)
    }
    for remark in comments { add(remark.text) }
    return true
  }

  // MARK: Reading

  private func container(of node: SyntaxTree.Node, owner: Unit?) -> Container? {
    switch node.content {
    case .scalar, .alias: return nil
    case .list(let items, let isFlow):
      let container = Container(isFlow: isFlow, isMap: false, node.valueStart..<node.end, of: owner)
      container.units = items.map { unit(nil, $0, in: container) }
      container.column = tree.column(node.valueStart)
      return container
    case .map(let entries, let isFlow):
      let container = Container(isFlow: isFlow, isMap: true, node.valueStart..<node.end, of: owner)
      container.units = entries.map { unit($0.key, $0.value, in: container) }
      if let first = container.units.first { container.column = tree.column(first.start) }
      return container
    }
  }

  private func unit(_ key: SyntaxTree.Node?, _ value: SyntaxTree.Node, in container: Container) -> Unit {
    let unit = Unit(key, value, in: container, tree)
    unit.parts = self.container(of: value, owner: unit)
    return unit
  }

  private static func all(_ container: Container) -> [Unit] {
    container.units.flatMap { [$0] + ($0.parts.map(all) ?? []) }
  }

  private func attach(_ comments: [SyntaxTree.Comment], to root: Container) {
    // By where they begin, the outer one first.
    let units = Self.all(root)
    var next = 0
    for comment in comments {
      while next < units.count, units[next].start < comment.start { next += 1 }
      let remark = Remark(
        text: comment.text, isBelowBlank: comment.isOwnLine && tree.isBelowBlank(comment.start),
        column: tree.text(comment.start - tree.column(comment.start)..<comment.start).unicodeScalars.count, start: comment.start)
      let last = next > 0 ? units[next - 1] : nil
      let following = next < units.count ? units[next] : nil
      if !comment.isOwnLine, let unit = unit(endingBefore: comment.start, last) {
        unit.trailing.append(remark)
      } else {
        place(remark, comment, last, following, root)
      }
    }
  }

  /// What a comment at the end of a line is about.
  private func unit(endingBefore place: Int, _ last: Unit?) -> Unit? {
    guard let last else { return nil }
    var best: Unit?
    var unit: Unit? = last
    while let candidate = unit {
      if candidate.end <= place, best.map({ candidate.end > $0.end }) ?? true, !tree.hasBreak(candidate.end..<place) { best = candidate }
      unit = candidate.home.owner
    }
    if let best { return best }
    return last.end > place && !tree.hasBreak(last.start..<place) ? last : nil
  }

  private func place(_ remark: Remark, _ comment: SyntaxTree.Comment, _ last: Unit?, _ next: Unit?, _ root: Container) {
    let inner = last.map { ($0.parts ?? $0.home).chain } ?? [root]
    if let flow = inner.first(where: { $0.isFlow && $0.range.lowerBound < comment.start && comment.start < $0.range.upperBound }) {
      if let next, next.start < flow.range.upperBound { next.leading.append(remark) } else { flow.foot.append(remark) }
      return
    }
    let outer = next.map { $0.home.chain } ?? []
    let closing = inner.filter { container in !container.isFlow && !outer.contains { $0 === container } && !container.units.isEmpty }
    let column = tree.column(comment.start)
    if let next, column <= firstColumn(next.start) || closing.isEmpty { return next.leading.append(remark) }
    if let home = closing.first(where: { $0.column <= column }) { return home.foot.append(remark) }
    if let next { next.leading.append(remark) } else { (closing.last ?? root).foot.append(remark) }
  }

  /// Where the first sign of a line stands.
  private func firstColumn(_ place: Int) -> Int {
    let start = place - tree.column(place)
    return tree.bytes[start..<place].firstIndex { $0 != 0x20 && $0 != 0x09 }.map { $0 - start } ?? place - start
  }

  /// Takes the comments of a file's head off its first key: those above the last blank line, or above the mark of the
  /// document, and what editors read.
  private func head(_ root: Container, mark: Int) -> [Remark] {
    guard let first = root.units.first else { return [] }
    var count = first.isBelowBlank ? first.leading.count : first.leading.lastIndex(where: \.isBelowBlank) ?? 0
    if let editor = first.leading.lastIndex(where: { $0.text.contains("yaml-language-server") }) { count = max(count, editor + 1) }
    if let above = first.leading.lastIndex(where: { $0.start < mark }) { count = max(count, above + 1) }
    let head = Array(first.leading.prefix(count))
    first.leading.removeFirst(count)
    return head
  }

  private static func anchors(_ node: SyntaxTree.Node) -> [String] { named(node) { $0.anchor.map { String($0.dropFirst()) } } }

  private static func aliases(_ node: SyntaxTree.Node) -> [String] {
    named(node) { if case .alias(let name) = $0.content { name } else { nil } }
  }

  private static func named(_ node: SyntaxTree.Node, _ name: (SyntaxTree.Node) -> String?) -> [String] {
    let own = name(node).map { [$0] } ?? []
    switch node.content {
    case .scalar, .alias: return own
    case .list(let items, _): return own + items.flatMap { named($0, name) }
    case .map(let entries, _): return own + entries.flatMap { named($0.key, name) + named($0.value, name) }
    }
  }

  // MARK: Order

  private func name(_ unit: Unit) -> String {
    guard let key = unit.key, case .scalar(let text, _) = key.content else { return "" }
    return text
  }

  /// In the order of the declarations, unknown keys last; an anchor stays before its aliases.
  private func ordered(_ container: Container, _ schema: SpecSchema) -> [Unit] {
    guard !keepsOrder, container.isMap, container.units.count > 1, let keys = schema.keys else { return container.units }
    let places = Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    func rank(_ unit: Unit) -> Int { isMerge(unit) ? -1 : places[name(unit)] ?? keys.count }
    var left = container.units.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
    guard zip(left, container.units).contains(where: { $0 !== $1 }) else { return container.units }
    func nodes(_ unit: Unit) -> [SyntaxTree.Node] { [unit.key, unit.value].compactMap { $0 } }
    let defines = Dictionary(uniqueKeysWithValues: left.map { (ObjectIdentifier($0), Set(nodes($0).flatMap(Self.anchors))) })
    let needs = Dictionary(uniqueKeysWithValues: left.map { (ObjectIdentifier($0), Set(nodes($0).flatMap(Self.aliases))) })
    var sorted: [Unit] = []
    while !left.isEmpty {
      let next = left.indices.first { index in
        let needed = needs[ObjectIdentifier(left[index])] ?? []
        return needed.isEmpty || !left.contains { $0 !== left[index] && !(defines[ObjectIdentifier($0)] ?? []).isDisjoint(with: needed) }
      }
      sorted.append(left.remove(at: next ?? 0))
    }
    if let first = container.units.first, sorted.first !== first, first.parts != nil || !first.leading.isEmpty, container.units.dropFirst().contains(where: \.isApart) {
      // It was the first, and what stands above it now is another section.
      if first.leading.isEmpty { first.isBelowBlank = true } else { first.leading[0] = Remark(text: first.leading[0].text, isBelowBlank: true, column: 0) }
    }
    return sorted
  }

  private func isMerge(_ unit: Unit) -> Bool {
    if let key = unit.key, case .scalar("<<", .plain) = key.content { true } else { false }
  }

  // MARK: Writing

  private mutating func add(_ text: String, _ trailing: [Remark] = []) {
    guard let first = trailing.first else { return lines.append((text, nil)) }
    let words = trailing.count == 1 ? first.text : trailing.map(\.text).joined(separator: " ")
    lines.append((text, Remark(text: words, isBelowBlank: false, column: first.column)))
  }

  private mutating func add(_ remarks: [Remark], indent: Int, isFirst: inout Bool) {
    for remark in remarks {
      if remark.isBelowBlank, !isFirst { add("") }
      add(String.blanks(indent) + remark.text)
      isFirst = false
    }
  }

  /// - Parameter lead: what stands before the first one on its line.
  private mutating func emit(_ container: Container, indent: Int, lead: String? = nil, _ schema: SpecSchema) {
    if !container.isMap, container.units.allSatisfy({ $0.parts?.isMap == true }) {
      container.isBroken = container.units.contains { flow($0, room: Self.width - indent - 2, schema.element) == nil }
    }
    var isFirst = true
    for (index, unit) in ordered(container, schema).enumerated() {
      let start = index == 0 ? lead : nil
      if unit.key == nil, let parts = onDash(unit, indent: indent, schema.element) {
        // Between the dash and the first key they would be above the dash the next time.
        let first = ordered(parts, schema.element)[0]
        unit.lead(unit.trailing + first.leading)
        unit.trailing = []
        first.leading = []
        first.isBelowBlank = false
      }
      if start == nil { add(unit.leading, indent: indent, isFirst: &isFirst) }
      if unit.isBelowBlank, !isFirst { add("") }
      isFirst = false
      let line = lines.count
      if let key = unit.key {
        emit(key, unit, lead: start ?? String.blanks(indent), indent: indent, schema[name(unit)])
      } else {
        emit(item: unit, lead: (start ?? String.blanks(indent)) + "-", indent: indent, schema.element)
      }
      // Behind what was one line the comment is about all of it, and so it is above.
      if start == nil, unit.parts?.isFlow == true, lines.count > line + 1, let remark = lines[line].remark, remark.text.contains("rung"), !tree.hasBreak(unit.start..<unit.end) {
        lines[line].remark = nil
        lines.insert((String.blanks(indent) + remark.text, nil), at: line)
      }
    }
    add(container.foot, indent: indent, isFirst: &isFirst)
  }

  private mutating func emit(_ key: SyntaxTree.Node, _ unit: Unit, lead: String, indent: Int, _ schema: SpecSchema) {
    let properties = key.properties.map { $0 + " " }.joined()
    switch key.content {
    case .alias(let name): emit(value: unit, lead: "\(lead)*\(name) :", indent: indent, schema)
    case .scalar(let text, _) where text.utf8.count > Self.longestKey:
      add("\(lead)? \(properties)\(YAMLText.quoted(text))")
      emit(value: unit, lead: "\(String.blanks(indent)):", indent: indent, schema)
    case .scalar("", .plain) where properties.isEmpty:
      // libyaml takes no colon without a key before it.
      add("\(lead)?")
      emit(value: unit, lead: "\(String.blanks(indent)):", indent: indent, schema)
    default:
      emit(value: unit, lead: "\(lead)\(properties)\(word(key, inFlow: false, nil)):", indent: indent, schema)
    }
  }

  /// The mapping whose first key is on the line of the dash of an item.
  private func onDash(_ unit: Unit, indent: Int, _ schema: SpecSchema) -> Container? {
    guard let parts = unit.parts, parts.isMap, unit.value.properties.isEmpty, !parts.units.isEmpty,
      flow(unit, room: Self.width - indent - 2, schema) == nil
    else { return nil }
    return parts
  }

  private mutating func emit(item unit: Unit, lead: String, indent: Int, _ schema: SpecSchema) {
    guard let parts = onDash(unit, indent: indent, schema) else { return emit(value: unit, lead: lead, indent: indent, schema) }
    emit(parts, indent: indent + 2, lead: lead + " ", schema)
  }

  private mutating func emit(value unit: Unit, lead: String, indent: Int, _ schema: SpecSchema) {
    let node = unit.value
    let lead = node.properties.reduce(lead) { "\($0) \($1)" }
    switch node.content {
    case .alias(let name): add("\(lead) *\(name)", unit.trailing)
    case .scalar(let text, .literal): emit(literal: node, text, lead, indent, unit.trailing)
    case .scalar(_, let style):
      if style != .literal, tree.hasBreak(node.valueStart..<node.end) {
        let rows = tree.text(node.valueStart..<node.end).split(omittingEmptySubsequences: false) { $0.isNewline }.map { $0.drop { $0 == " " || $0 == "\t" } }
        for (index, row) in rows.enumerated() {
          let row = index < rows.count - 1 && row.last != "\\" ? Self.trimmed(row) : String(row)
          let text = index == 0 ? "\(lead) \(row)" : row.isEmpty ? "" : String.blanks(indent + 2) + row
          add(text, index == rows.count - 1 ? unit.trailing : [])
        }
        return
      }
      let word = word(node, inFlow: false, schema)
      add(word.isEmpty ? lead : "\(lead) \(word)", unit.trailing)
    case .list, .map:
      guard let parts = unit.parts else { return }
      if let flow = flow(unit, room: Self.width - lead.utf8.count - 1, schema) { return add("\(lead) \(flow)", unit.trailing) }
      if parts.units.isEmpty { return add("\(lead) \(parts.isMap ? "{}" : "[]")", unit.trailing + parts.foot) }
      add(lead, unit.trailing)
      emit(parts, indent: indent + 2, schema)
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return String(text)
  }

  /// A block scalar: its lines, at their new place.
  private mutating func emit(literal node: SyntaxTree.Node, _ text: String, _ lead: String, _ indent: Int, _ trailing: [Remark]) {
    var rows = tree.text(node.valueStart..<node.end).split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
    let header = rows.removeFirst()
    let sign = header.prefix(1)
    let indicators = header.dropFirst().prefix { "+-0123456789".contains($0) }
    let isKept = indicators.contains("+")
    var remark = trailing
    if let start = header.firstIndex(of: "#") { remark.insert(Remark(text: Self.trimmed(header[start...]), isBelowBlank: false, column: 0), at: 0) }
    let deep = (text.split(separator: "\n").first { $0.contains { $0 != " " } } ?? "").prefix { $0 == " " }.count
    let row = rows.first { $0.contains { $0 != " " && $0 != "\t" } } ?? ""
    let old = max(0, row.prefix { $0 == " " }.count - deep)
    let chomp = isKept ? "+" : indicators.contains("-") ? "-" : ""
    add("\(lead) \(sign)\(deep > 0 || row.hasPrefix("\t") ? "2" : "")\(chomp)", remark)
    // Rows of more blanks than all have are text.
    while let last = rows.last, last.utf8.count <= old, last.allSatisfy({ $0 == " " }) { rows.removeLast() }
    for row in rows {
      let kept = row.dropFirst(min(old, row.prefix { $0 == " " }.count))
      lines.append((kept.isEmpty ? "" : String.blanks(indent + 2) + kept, nil))
    }
    if isKept { for _ in 0..<max(0, text.reversed().prefix { $0 == "\n" }.count - 1) { lines.append(("", nil)) } }
  }

  /// A value in one line, when it was written in flow style and fits.
  private func flow(_ unit: Unit, room: Int, _ schema: SpecSchema) -> String? {
    guard let parts = unit.parts, parts.isFlow, !unit.home.isBroken || parts.units.isEmpty, !parts.hasRemarks, let text = flow(parts, schema), text.unicodeScalars.count <= room else { return nil }
    return text
  }

  private func flow(_ container: Container, _ schema: SpecSchema) -> String? {
    var texts: [String] = []
    for unit in ordered(container, schema) {
      let part = container.isMap ? schema[name(unit)] : schema.element
      var text = ""
      if let key = unit.key {
        text = key.properties.map { $0 + " " }.joined()
        switch key.content {
        case .alias(let name): text += "*\(name) : "
        case .scalar("", .plain) where key.properties.isEmpty: text += "? : "
        default: text += word(key, inFlow: true, nil) + ": "
        }
      }
      text += unit.value.properties.map { $0 + " " }.joined()
      switch unit.value.content {
      case .alias(let name): text += "*" + name
      // Nothing is a value that was forgotten, and `null` one that removes what a base has.
      case .scalar: text += word(unit.value, inFlow: true, part)
      case .list, .map:
        guard let parts = unit.parts, let inner = flow(parts, part) else { return nil }
        text += inner
      }
      texts.append(text)
    }
    return container.isMap ? "{\(texts.joined(separator: ", "))}" : "[\(texts.joined(separator: ", "))]"
  }

  /// A scalar in one line. What is plain stays so, what is quoted loses its quotes only where every reader still gets the same text.
  private func word(_ node: SyntaxTree.Node, inFlow: Bool, _ schema: SpecSchema?) -> String {
    guard case .scalar(let text, let style) = node.content else { return "" }
    let range = node.valueStart..<node.end
    let raw = tree.text(range)
    let isOneLine = !tree.hasBreak(range)
    if node.isTagged, isOneLine { return raw }
    if let other = schema?.quantity(text) { return YAMLText.text(other, inFlow: inFlow) }
    switch style {
    case .plain: return isOneLine ? raw : YAMLText.text(text, inFlow: inFlow)
    case .literal: return YAMLText.quoted(text)
    case .single, .double:
      if YAMLText.isPlain(text, inFlow: inFlow) { return text }
      guard isOneLine else { return YAMLText.quoted(text) }
      return style == .double || text.utf8.contains(UInt8(ascii: "\"")) || text.utf8.contains(UInt8(ascii: "\\")) ? raw : YAMLText.quoted(text)
    }
  }

  // MARK: Lines

  private func bytes() -> [UInt8] {
    var texts: [String] = []
    var index = 0
    while index < lines.count {
      guard let first = lines[index].remark else {
        texts.append(lines[index].text)
        index += 1
        continue
      }
      // Comments of lines that follow each other stand below each other where they did.
      var end = index + 1
      while end < lines.count, let next = lines[end].remark, next.column == first.column { end += 1 }
      let column = (lines[index..<end].map { $0.text.unicodeScalars.count }.max() ?? 0) + 2
      for line in lines[index..<end] {
        texts.append(line.text + String.blanks(column - line.text.unicodeScalars.count) + (line.remark?.text ?? ""))
      }
      index = end
    }
    while texts.first?.isEmpty == true { texts.removeFirst() }
    let end = LineMap.lineEnd(of: tree.bytes)
    let text = texts.joined(separator: end) + end
    return (tree.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
  }
}
