package import RungSource

/// The findings of a run as one JSON document, version 1: ``schemaText`` is its schema.
package struct DiagnosticsJSON {
  private var diagnostics: [Node] = []
  private var unreadable: [Node] = []

  package init() {}

  package mutating func add(_ found: [Diagnostic], sources: SourceMap, secrets: Set<Span>) {
    guard !found.isEmpty else { return }
    var places = Places(sources: sources, mask: SecretMask(secrets, in: sources))
    for diagnostic in found { diagnostics.append(places.node(diagnostic)) }
  }

  package mutating func add(unreadable file: String, reason: String) {
    unreadable.append(JSONTree.object([("file", JSONTree.string(file)), ("reason", JSONTree.string(reason))]))
  }

  package func text(_ counts: Counts) -> String {
    JSONTree.document(
      JSONTree.object([
        ("version", JSONTree.integer(1)),
        ("diagnostics", JSONTree.list(diagnostics)),
        ("unreadable", JSONTree.list(unreadable)),
        (
          "summary",
          JSONTree.object([
            ("files", JSONTree.integer(counts.files)), ("errors", JSONTree.integer(counts.errors)),
            ("warnings", JSONTree.integer(counts.warnings)), ("notes", JSONTree.integer(counts.notes)),
            ("unreadable", JSONTree.integer(counts.unreadable)),
          ])
        ),
      ]))
  }

  static func node(_ citation: Citation?) -> Node {
    guard let citation else { return JSONTree.null }
    let strength =
      switch citation.strength {
      case .stated: "stated"
      case .inferred: "inferred"
      case .byAnalogy: "by-analogy"
      }
    return JSONTree.object([
      ("document", JSONTree.string(citation.document)), ("locator", JSONTree.string(citation.locator)),
      ("url", JSONTree.string(citation.url)), ("checked", JSONTree.string(citation.checked)),
      ("strength", JSONTree.string(strength)),
    ])
  }

  private struct Places {
    let sources: SourceMap
    let mask: SecretMask
    var views: [FileID: SourceView] = [:]

    init(sources: SourceMap, mask: SecretMask) {
      self.sources = sources
      self.mask = mask
    }

    mutating func node(_ diagnostic: Diagnostic) -> Node {
      JSONTree.object([
        ("id", JSONTree.string(diagnostic.id)),
        ("severity", JSONTree.string(diagnostic.severity.name)),
        ("message", shown(diagnostic.message)),
        ("file", JSONTree.string(sources[diagnostic.span.file].name)),
        ("span", node(diagnostic.span)),
        ("notes", JSONTree.list(diagnostic.notes.map { node($0) })),
        ("help", diagnostic.help.map(shown) ?? JSONTree.null),
        ("fixes", JSONTree.list(diagnostic.fixIts.filter(isApplicable).map { node($0) })),
        ("citation", DiagnosticsJSON.node(diagnostic.citation)),
        ("provider", JSONTree.string(diagnostic.provider)),
      ])
    }

    private func shown(_ text: String) -> Node { JSONTree.string(mask.masked(text)) }

    /// An edit that writes dots in the place of a secret would destroy it.
    private func isApplicable(_ fix: FixIt) -> Bool { fix.edits.allSatisfy { mask.masked($0.replacement) == $0.replacement } }

    private mutating func node(_ note: Note) -> Node {
      JSONTree.object([
        ("text", shown(note.text)),
        ("file", JSONTree.string(note.span.map { sources[$0.file].name })),
        ("span", note.span.map { node($0) } ?? JSONTree.null),
      ])
    }

    private mutating func node(_ fix: FixIt) -> Node {
      JSONTree.object([
        ("title", shown(fix.title)),
        ("degree", JSONTree.string(fix.degree == .safe ? "safe" : "unsafe")),
        (
          "edits",
          JSONTree.list(
            fix.edits.map { edit in
              JSONTree.object([
                ("file", JSONTree.string(sources[edit.span.file].name)),
                ("span", node(edit.span)),
                ("replacement", JSONTree.string(edit.replacement)),
              ])
            })
        ),
      ])
    }

    private mutating func node(_ span: Span) -> Node {
      var view = views.removeValue(forKey: span.file) ?? SourceView(sources[span.file], secrets: [])
      defer { views[span.file] = view }
      let start = view.position(of: span.lower)
      let end = view.position(of: span.upper)
      return JSONTree.object([
        ("start", point(span.lower, start)), ("end", point(span.upper, end)),
      ])
    }

    private func point(_ offset: UInt32, _ position: LineMap.Position) -> Node {
      JSONTree.object([
        ("byte", JSONTree.integer(Int(offset))), ("line", JSONTree.integer(position.line)),
        ("column", JSONTree.integer(position.column)),
      ])
    }
  }
}
