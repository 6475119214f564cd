internal import Rung
internal import RungOutput
internal import RungSource

/// Findings of an analysis, as editors show them.
enum PublishedFindings {
  /// What an analysis has found, by the documents that it is shown in: a finding of a base is there where it is open, and otherwise where the
  /// base is extended.
  static func of(_ analysis: EditorAnalysis, in store: DocumentStore, _ host: any EditorHost) -> [String: [PublishedFinding]] {
    var found: [String: [PublishedFinding]] = [:]
    let document = analysis.document
    if case .fault(let fault) = analysis.content {
      let start = SourceSpan(file: FileID(index: 0), lower: 0, upper: 0)
      let related = fault.analysis.map { inner in inner.diagnostics.compactMap { note($0.message, at: $0.span, in: inner.sources, document, store, host, isOwn: false) } } ?? []
      return [document.uri: [PublishedFinding(nil, .error, fault.message, range(of: start), in: document.lines, related: related, page: nil)]]
    }
    guard let inner = analysis.analysis else { return [document.uri: []] }
    let mask = SecretMask(inner.secrets, in: inner.sources)
    for finding in analysis.spec?.findings ?? inner.diagnostics {
      let (place, shown) = place(of: finding, inner.sources, document, store, host)
      let lines = shown.uri == document.uri ? document.lines : shown.lines
      var message = VisibleText.of(mask.masked(finding.message))
      if let help = finding.help ?? finding.fixIts.first?.title { message += "\nhelp: \(VisibleText.of(mask.masked(help)))" }
      for note in finding.notes where note.span == nil { message += "\nnote: \(VisibleText.of(mask.masked(note.text)))" }
      if let citation = finding.citation { message += "\nsource: \(VisibleText.of(citation.text))\(citation.checked.map { ", checked \($0)" } ?? "")" }
      var related: [Node] = []
      if place != finding.span, let node = note(mask.masked(finding.message), at: finding.span, in: inner.sources, document, store, host) { related.append(node) }
      related += finding.notes.compactMap { note in
        note.span.flatMap { span in span == place ? nil : self.note(VisibleText.of(mask.masked(note.text)), at: span, in: inner.sources, document, store, host) }
      }
      found[shown.uri, default: []].append(
        PublishedFinding(finding.id, finding.severity, message, range(of: place), in: lines, related: related, page: RulePages.uri(of: finding.id, host)))
    }
    if found[document.uri] == nil { found[document.uri] = [] }
    return found
  }

  /// Where a finding is shown, and in which document.
  private static func place(
    of finding: Diagnostic, _ sources: SourceMap, _ document: OpenDocument, _ store: DocumentStore, _ host: any EditorHost
  ) -> (SourceSpan, OpenDocument) {
    for span in [finding.span] + finding.notes.compactMap(\.span) where sources[span.file].kind == .author {
      if span.file.index == 0 { return (span, document) }
      if let path = host.path(of: sources[span.file].name), let open = store.document(at: path) { return (span, open) }
    }
    return (SourceSpan(file: FileID(index: 0), lower: 0, upper: 0), document)
  }

  private static func range(of span: SourceSpan) -> Range<Int> { Int(span.lower)..<Int(span.upper) }

  /// - Parameter isOwn: whether the first file of the sources is the document.
  private static func note(
    _ text: String, at span: SourceSpan, in sources: SourceMap, _ document: OpenDocument, _ store: DocumentStore, _ host: any EditorHost, isOwn: Bool = true
  ) -> Node? {
    let source = sources[span.file]
    var uri = document.uri
    if source.kind == .preset {
      guard let page = host.keep(source.name, isAnew: false, { String(decoding: source.bytes, as: UTF8.self) }) else { return nil }
      uri = FileURI.uri(page)
    } else if span.file.index != 0 || !isOwn {
      guard let path = host.path(of: source.name) else { return nil }
      uri = store.uri(of: path)
    }
    let lines = uri == document.uri ? document.lines : LineIndex(source.bytes, document.encoding)
    return .object([("location", .object([("uri", .text(uri)), ("range", lines.range(range(of: span)))])), ("message", .text(text))])
  }
}
