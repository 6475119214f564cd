internal import RungSource

/// What is being typed at a place: a key or a value, where, and what is there of it.
struct CursorContext {
  /// What may be written at the place.
  enum Kind { case key, value, comment }

  let kind: Kind
  /// The entry whose mapping, list or value it is; nil at the top.
  let parent: Int?
  /// What is replaced.
  let range: Range<Int>
  /// Whether it is between braces or brackets.
  let isFlow: Bool
  /// Which document of the text it is in, from 0.
  let document: Int
  /// Whether a colon is there already.
  let hasColon: Bool

  /// - Parameter offset: of the cursor.
  init(_ tree: LooseTree, _ lines: LineIndex, at offset: Int) {
    let bytes = lines.bytes
    let line = lines.line(of: offset)
    let content = lines.content(ofLine: line)
    let document = tree.entries.last { $0.start <= offset }?.document ?? 0
    func make(_ kind: Kind, _ parent: Int?, _ range: Range<Int>, isFlow: Bool, hasColon: Bool = false) -> CursorContext {
      CursorContext(kind: kind, parent: parent, range: range, isFlow: isFlow, document: document, hasColon: hasColon)
    }
    if let comment = tree.comments.first(where: { $0.lowerBound < offset && offset <= $0.upperBound }) {
      self = make(.comment, nil, comment, isFlow: false)
      return
    }
    // In a key or a value that is there.
    if let index = tree.entry(at: offset) {
      let entry = tree.entries[index]
      if !entry.isItem, entry.keyRange.lowerBound <= offset, offset <= entry.keyRange.upperBound, !entry.keyRange.isEmpty {
        self = make(.key, entry.parent, entry.keyRange, isFlow: entry.indent == nil, hasColon: entry.isWhole)
        return
      }
      if !entry.value.isEmpty, entry.value.lowerBound <= offset, offset <= entry.value.upperBound {
        self = make(.value, index, entry.value, isFlow: entry.indent == nil)
        return
      }
    }
    let nothing = offset..<offset
    // Between braces or brackets.
    if let holder = tree.entries.indices.last(where: { index in
      guard let flow = tree.entries[index].flow else { return false }
      let isClosed = flow.count > 1 && (bytes[flow.upperBound - 1] == UInt8(ascii: "}") || bytes[flow.upperBound - 1] == UInt8(ascii: "]"))
      return flow.lowerBound < offset && (offset < flow.upperBound || !isClosed && offset <= flow.upperBound)
    }) {
      let entry = tree.entries[holder]
      let owner = entry.isRoot ? nil : holder
      if let last = tree.children(of: owner, document: document).last(where: { tree.entries[$0].start < offset }), !tree.entries[last].isItem, tree.entries[last].isWhole,
        tree.entries[last].value.isEmpty, tree.entries[last].flow == nil, !bytes[tree.entries[last].keyRange.upperBound..<offset].contains(UInt8(ascii: ","))
      {
        self = make(.value, last, nothing, isFlow: true)
      } else {
        self = make(entry.isFlowList ? .value : .key, owner, nothing, isFlow: true)
      }
      return
    }
    // Behind a key or a dash on its line.
    let before = tree.entries.indices.filter { content.contains(tree.entries[$0].start) && tree.entries[$0].keyRange.upperBound < offset && tree.entries[$0].indent != nil }
    if let last = before.last, tree.entries[last].value.isEmpty, tree.entries[last].flow == nil {
      self = make(.value, last, nothing, isFlow: false)
      return
    }
    // On a line of its own: what is less far in holds it.
    let column = offset - content.lowerBound
    let above = tree.entries.indices.last { tree.entries[$0].start < offset && tree.entries[$0].indent != nil && tree.entries[$0].document == document }
    var holder = above
    while let index = holder, let indent = tree.entries[index].indent, indent >= column { holder = tree.entries[index].parent }
    self = make(.key, holder, nothing, isFlow: false)
  }

  private init(kind: Kind, parent: Int?, range: Range<Int>, isFlow: Bool, document: Int, hasColon: Bool) {
    (self.kind, self.parent, self.range, self.isFlow, self.document, self.hasColon) = (kind, parent, range, isFlow, document, hasColon)
  }
}
