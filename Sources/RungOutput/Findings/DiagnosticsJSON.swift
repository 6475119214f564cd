internal import RungReading
package import RungSource

/// The findings of a run as one JSON document, version 1.
package struct DiagnosticsJSON {
  private let shown = Shown()
  private let diagnostic: JSONForm<Diagnostic>
  private var diagnostics: [Node] = []
  private var unreadable: [(file: String, reason: String)] = []

  package init() { diagnostic = shown.diagnostic }

  package mutating func add(_ found: [Diagnostic], sources: SourceMap, secrets: Set<SourceSpan>) {
    guard !found.isEmpty else { return }
    shown.views.sources = sources
    shown.mask = SecretMask(secrets, in: sources)
    for found in found { diagnostics.append(diagnostic.node(found)) }
  }

  /// The same as lines, one for each finding.
  func lines(_ found: [Diagnostic], sources: SourceMap, secrets: Set<SourceSpan>) -> String {
    guard !found.isEmpty else { return "" }
    shown.views.sources = sources
    shown.mask = SecretMask(secrets, in: sources)
    return found.map { JSONWriter.shown(diagnostic.node($0), indent: 0) + "\n" }.joined()
  }

  /// What the document holds besides the findings, as a line.
  func lastLine(_ counts: Counts) -> String {
    let members: [(String, Node)] = [
      ("version", .integer(1, at: .nowhere)), ("unreadable", .list(unreadable.map(Self.unreadable.node), at: .nowhere)), ("summary", Self.summary.node(counts)),
    ]
    return JSONWriter.shown(.map(members, at: .nowhere), indent: 0) + "\n"
  }

  package mutating func add(unreadable file: String, reason: String) { unreadable.append((file, reason)) }

  package func text(_ counts: Counts) -> String { document.text((self, counts)) }
  package static var schemaText: String { DiagnosticsJSON().document.schemaText }

  private var document: JSONDocument<(found: DiagnosticsJSON, counts: Counts)> {
    JSONDocument("diagnostics.v1", "Findings of a run of rung", of: "rung check") {
      JSONMember(
        "diagnostics", .list(.written(diagnostic)), "The findings: file by file in the order of the run, in each from top to bottom."
      ) { $0.found.diagnostics }
      JSONMember("unreadable", .list(Self.unreadable), "Given files that could not be read.") { $0.found.unreadable }
      JSONMember("summary", Self.summary) { $0.counts }
    }
  }

  private static var unreadable: JSONForm<(file: String, reason: String)> {
    .object("unreadable") {
      JSONMember("file", .text) { $0.file }
      JSONMember("reason", .text) { $0.reason }
    }
  }

  private static var summary: JSONForm<Counts> {
    .object("summary") {
      JSONMember("files", .count, "Files that were judged.") { $0.files }
      JSONMember("errors", .count) { $0.errors }
      JSONMember("warnings", .count) { $0.warnings }
      JSONMember("notes", .count) { $0.notes }
      JSONMember("unreadable", .count) { $0.unreadable }
      JSONMember("suppressed", .count, "Findings that the file, the configuration or the baseline allows: they are not among the others.") { $0.suppressed }
    }
  }
}

/// Findings with their places, and without secrets: of one set of sources after the other.
private final class Shown {
  let views = SourceViews()
  var mask = SecretMask([], in: SourceMap())

  var diagnostic: JSONForm<Diagnostic> {
    .object("diagnostic") { [self] in
      JSONMember("id", .id(pattern: "^[a-z][a-z0-9-]*/[a-z0-9-]+$"), "What `rung explain` takes.") { $0.id }
      JSONMember("severity", .severity) { $0.severity }
      JSONMember("message", .text, "What was found and what is allowed, in one line.") { self.mask.masked($0.message) }
      JSONMember("file", .text, "The path as it was given, or <stdin>, or presets/NAME.yaml.") { self.views.file($0.span) }
      JSONMember("span", span) { $0.span }
      JSONMember("notes", .list(note)) { $0.notes }
      JSONMember("help", .optional(.text), "How to mend it.") { $0.help.map(self.mask.masked) }
      JSONMember("fixes", .list(fix)) { $0.fixIts.filter(self.mask.isApplicable) }
      JSONMember("citation", .optional(.citation)) { $0.citation }
      JSONMember("provider", .optional(.id), "The provider whose rule it is; null for findings about the spec itself.") { $0.provider }
    }
  }

  private var note: JSONForm<DiagnosticNote> {
    .object("note", "Something that belongs to a finding; file and span are null where it has no place.") { [self] in
      JSONMember("text", .text) { self.mask.masked($0.text) }
      JSONMember("file", .optional(.text)) { $0.span.map(self.views.file) }
      JSONMember("span", .optional(span)) { $0.span }
    }
  }

  private var fix: JSONForm<FixIt> {
    .object("fix") { [self] in
      JSONMember("title", .text) { self.mask.masked($0.title) }
      JSONMember("degree", .choice, "safe: the meaning is kept. unsafe: a choice is made for the author.") { $0.degree }
      JSONMember("edits", .list(edit)) { $0.edits }
    }
  }

  private var span: JSONForm<SourceSpan> {
    .object("span", "From start up to, and without, end; equal for a place between two characters.") { [views] in
      JSONMember("start", point) { ($0.lower, views.position(of: $0.lower, in: $0.file)) }
      JSONMember("end", point) { ($0.upper, views.position(of: $0.upper, in: $0.file)) }
    }
  }

  private var point: JSONForm<(byte: UInt32, position: LineMap.Position)> {
    .object("point") {
      JSONMember("byte", .count, "UTF-8 bytes from the start of the file, from 0.") { Int($0.byte) }
      JSONMember("line", .integer(1...Int.max), "From 1.") { $0.position.line }
      JSONMember("column", .integer(1...Int.max), "In characters (grapheme clusters), from 1.") { $0.position.column }
    }
  }

  private var edit: JSONForm<FixIt.Edit> {
    .object { [self] in
      JSONMember("file", .text) { self.views.file($0.span) }
      JSONMember("span", span) { $0.span }
      JSONMember("replacement", .text) { $0.replacement }
    }
  }
}

extension JSONForm where Value == Citation {
  static var citation: JSONForm {
    .object("citation") {
      JSONMember("document", .text) { $0.document }
      JSONMember("locator", .text, "The heading, field or clause inside it.") { $0.locator }
      JSONMember("url", .optional(.text)) { $0.url }
      JSONMember(
        "checked", .optional(.text(pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")), "The day on which it was last read; null for standards."
      ) { $0.checked }
      JSONMember("strength", .choice) { $0.strength }
    }
  }
}
