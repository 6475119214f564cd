package import RungProviders

/// A matrix as a JSON document, version 1.
package enum MatrixJSON {
  package static func text(_ matrix: Matrix) -> String { document.text(matrix) }
  package static var schemaText: String { document.schemaText }

  private static var document: JSONDocument<Matrix> {
    JSONDocument("matrix.v1", "Where the streams of a file can run", of: "rung matrix") {
      JSONMember("streams", .list(table), "One for each document of the files, in their order.") { $0.tables }
    }
  }

  private static var table: JSONForm<Matrix.Table> {
    .object("table") {
      JSONMember("name", .optional(.text)) { $0.name }
      JSONMember("providers", .list(provider), "In the order of the request.") { $0.providers }
      JSONMember("rows", .list(row), "What the stream sets.") { table in table.rows.map { (table.providers, $0) } }
      JSONMember("notes", .list(note), "Referred to by number in cells.") { $0.notes }
      JSONMember("file", .optional(.text), "The file that the stream is in.") { $0.file }
    }
  }

  private static var provider: JSONForm<Matrix.Column> {
    .object("provider") {
      JSONMember("provider", .id) { $0.id }
      JSONMember("title", .text) { $0.title }
      JSONMember(
        "outcome", .choice,
        "`incomplete`: not among the targets of the spec, and the only errors are missing settings that it requires."
      ) { $0.verdict.outcome }
      JSONMember("changed", .count, "Rows with a change.") { $0.verdict.changed }
      JSONMember("left_out", .count, "Rows that are omitted.") { $0.verdict.leftOut }
      JSONMember("errors", .list(.id), "The rules of the errors, once for each finding.") { $0.verdict.errors }
      JSONMember("verdict", .text, "The summary in one line.") { $0.verdict.text }
    }
  }

  private static var row: JSONForm<(providers: [Matrix.Column], row: Matrix.Row)> {
    .object("row") {
      JSONMember("title", .text) { $0.row.title }
      JSONMember("asked", .text, "The value as written; secrets are omitted. Empty where there is nothing to show.") { $0.row.asked }
      JSONMember("cells", .list(cell), "One for each provider, in their order.") { Array(zip($0.providers, $0.row.cells)) }
    }
  }

  private static var cell: JSONForm<(Matrix.Column, Matrix.Cell)> {
    .object {
      JSONMember("provider", .id) { $0.0.id }
      JSONMember("state", .choice) { $0.1.state }
      JSONMember("notes", .list(.integer(1...Int.max)), "Numbers of notes.") { $0.1.notes }
    }
  }

  private static var note: JSONForm<Matrix.Footnote> {
    .object("note") {
      JSONMember("number", .integer(1...Int.max)) { $0.number }
      JSONMember("provider", .id) { $0.provider }
      JSONMember("text", .text) { $0.text }
      JSONMember("rule", .optional(.id), "The argument of `rung explain`.") { $0.rule }
    }
  }
}
