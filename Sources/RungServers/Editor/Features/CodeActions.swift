internal import Rung
internal import RungSource
internal import RungSpec

/// `textDocument/codeAction`: what findings say to write, all of it that keeps the meaning, and comments that allow findings.
enum CodeActions {
  static func answer(_ request: FeatureRequest) throws(RPCError) -> Node {
    guard let range = request.lines.range(of: request.params["range"]) else { throw .invalidParams("`range` is not a range") }
    let asked = request.params.at("context", "only")?.items.compactMap(\.string)
    func wants(_ kind: String) -> Bool { asked?.contains { $0.isEmpty || kind == $0 || kind.hasPrefix($0 + ".") } ?? true }
    guard let analysis = request.analysis.analysis else { return .array([]) }
    let all = request.analysis.spec?.findings ?? analysis.diagnostics
    let here = all.filter { finding in
      finding.span.file.index == 0 && Int(finding.span.lower) <= range.upperBound && range.lowerBound <= Int(finding.span.upper)
    }
    var actions: [Node] = []
    if wants("quickfix") {
      for finding in here { actions += fixes(of: finding, analysis, request) }
      for finding in here { if let action = allowing(finding, request) { actions.append(action) } }
    }
    if wants("source.fixAll"), all.contains(where: { $0.fixIts.contains { $0.degree == .safe } }), let action = fixAll(request) { actions.append(action) }
    return .array(actions)
  }

  private static func fixes(of finding: Diagnostic, _ analysis: Analysis, _ request: FeatureRequest) -> [Node] {
    finding.fixIts.compactMap { fix in
      var edits: [String: [Node]] = [:]
      for edit in fix.edits {
        guard let (uri, lines) = place(of: edit.span.file, analysis.sources, request) else { return nil }
        edits[uri, default: []].append(.object([("range", lines.range(Int(edit.span.lower)..<Int(edit.span.upper))), ("newText", .text(edit.replacement))]))
      }
      return .object([
        ("title", .text(fix.title + (fix.degree == .unsafe ? " (chooses a value)" : ""))), ("kind", .text("quickfix")),
        ("isPreferred", .flag(fix.degree == .safe && finding.fixIts.count == 1)), ("diagnostics", diagnostics(of: finding, request)), ("edit", changes(edits)),
      ])
    }
  }

  /// The address and the lines of a file that an edit is in.
  static func place(of file: FileID, _ sources: SourceMap, _ request: FeatureRequest) -> (uri: String, lines: LineIndex)? {
    if file.index == 0 { return (request.document.uri, request.lines) }
    guard sources[file].kind == .author, let path = request.host.path(of: sources[file].name) else { return nil }
    if let open = request.store.document(at: path) { return (open.uri, open.lines) }
    return (request.store.uri(of: path), LineIndex(sources[file].bytes, request.document.encoding))
  }

  static func changes(_ edits: [String: [Node]]) -> Node {
    .object([("changes", .object(edits.sorted { $0.key < $1.key }.map { ($0.key, .array($0.value)) }))])
  }

  /// Those that the editor has sent of the finding.
  private static func diagnostics(of finding: Diagnostic, _ request: FeatureRequest) -> Node? {
    let sent = request.params.at("context", "diagnostics")?.items ?? []
    let own = sent.filter { $0["code"]?.string == finding.id.rawValue && request.lines.range(of: $0["range"])?.lowerBound == Int(finding.span.lower) }
    return own.isEmpty ? nil : .array(own)
  }

  // MARK: Allowing

  /// A comment above the line of the finding, whose reason its author fills in: until then that is a finding itself.
  private static func allowing(_ finding: Diagnostic, _ request: FeatureRequest) -> Node? {
    guard request.analysis.spec != nil, !request.document.name.hasSuffix(".json"), !FirmRules.hold(finding), !FirmRules.hold(finding.id.rawValue), finding.unlisted == 0, !finding.id.rawValue.hasPrefix("allow/") else { return nil }
    let line = request.lines.line(of: Int(finding.span.lower))
    let indentation = request.lines.indentation(ofLine: line)
    let end = LineMap.lineEnd(of: request.lines.bytes)
    guard !isInText(indentation.lowerBound, request) else { return nil }
    let comment = "\(request.lines.text(indentation))# rung: allow \(finding.id) -- \(end)"
    let start = indentation.lowerBound == 0 && request.lines.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : indentation.lowerBound
    return .object([
      ("title", .text("allow \(finding.id) with a reason")), ("kind", .text("quickfix")), ("diagnostics", diagnostics(of: finding, request)),
      ("edit", changes([request.document.uri: [.object([("range", request.lines.range(start..<start)), ("newText", .text(comment))])]])),
    ])
  }

  /// Whether a text that spans lines goes on at a byte: a comment there would be part of it.
  private static func isInText(_ offset: Int, _ request: FeatureRequest) -> Bool {
    var isInside = false
    for document in request.analysis.spec?.study.documents ?? [] {
      document.stream.document.forEachLeaf { leaf in
        if leaf.span.file.index == 0, leaf.isScalar, Int(leaf.span.lower) < offset, offset < Int(leaf.span.upper) { isInside = true }
      }
    }
    return isInside
  }

  // MARK: Fixing all

  private static func fixAll(_ request: FeatureRequest) -> Node? {
    guard let spec = request.analysis.spec, let text = fixed(spec.input, loader: spec.loader).texts.first, text.isChanged else { return nil }
    return .object([
      ("title", .text("apply every fix that keeps the meaning")), ("kind", .text("source.fixAll")),
      ("edit", changes([request.document.uri: request.edits(to: text.input.bytes)])),
    ])
  }
}
