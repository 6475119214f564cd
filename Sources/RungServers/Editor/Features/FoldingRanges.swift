internal import RungSource

/// `textDocument/foldingRange`: what a key holds, and comments of several lines.
enum FoldingRanges {
  static func answer(_ request: FeatureRequest) -> Node {
    guard request.analysis.schema != nil else { return .array([]) }
    var ranges: [Node] = []
    func fold(_ start: Int, _ end: Int, _ kind: String? = nil) {
      if end > start { ranges.append(.object([("startLine", .number(start)), ("endLine", .number(end)), ("kind", kind.map { .text($0) })])) }
    }
    for entry in request.tree.entries where !entry.isRoot { fold(request.lines.line(of: entry.start), request.lines.line(of: max(entry.start, entry.end))) }
    var comments: ClosedRange<Int>?
    for comment in request.tree.comments {
      let line = request.lines.line(of: comment.lowerBound)
      let isAlone = request.lines.indentation(ofLine: line).upperBound == comment.lowerBound
      if isAlone, let before = comments, before.upperBound == line - 1 {
        comments = before.lowerBound...line
      } else {
        if let before = comments { fold(before.lowerBound, before.upperBound, "comment") }
        comments = isAlone ? line...line : nil
      }
    }
    if let last = comments { fold(last.lowerBound, last.upperBound, "comment") }
    return .array(ranges)
  }
}
