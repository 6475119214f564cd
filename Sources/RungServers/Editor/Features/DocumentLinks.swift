internal import RungSource

/// `textDocument/documentLink`: files that are extended, and pages of rules that comments allow.
enum DocumentLinks {
  static func answer(_ request: FeatureRequest) -> Node {
    var links: [Node] = []
    func link(_ range: Range<Int>, _ target: String) { links.append(.object([("range", request.lines.range(range)), ("target", .text(target))])) }
    if request.analysis.spec != nil {
      for (path, range) in request.own.extended { if let base = request.base(path, of: request.own) { link(range, base.uri) } }
    }
    for comment in request.tree.comments {
      for (id, range) in RuleWords.all(in: comment, request.lines) { if let page = RulePages.uri(of: RuleID(rawValue: id), request.host) { link(range, page) } }
    }
    return .array(links)
  }
}
