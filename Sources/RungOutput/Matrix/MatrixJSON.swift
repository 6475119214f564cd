package import RungProviders
internal import RungSource

/// A matrix as a JSON document, version 1: ``schemaText`` is its schema.
package enum MatrixJSON {
  package static func text(_ matrix: Matrix) -> String {
    JSONTree.document(
      JSONTree.object([("version", JSONTree.integer(1)), ("streams", JSONTree.list(matrix.tables.map(node)))]))
  }

  private static func node(_ table: Matrix.Table) -> Node {
    JSONTree.object([
      ("name", JSONTree.string(table.name)),
      ("providers", JSONTree.list(table.providers.map(node))),
      ("rows", JSONTree.list(table.rows.map { node($0, table) })),
      (
        "notes",
        JSONTree.list(
          table.notes.map { note in
            JSONTree.object([
              ("number", JSONTree.integer(note.number)), ("provider", JSONTree.string(note.provider)),
              ("text", JSONTree.string(note.text)), ("rule", JSONTree.string(note.rule)),
            ])
          })
      ),
    ])
  }

  private static func node(_ column: Matrix.Column) -> Node {
    let verdict = column.verdict
    return JSONTree.object([
      ("provider", JSONTree.string(column.id)), ("title", JSONTree.string(column.title)),
      ("outcome", JSONTree.string(verdict.outcome.rawValue)), ("changed", JSONTree.integer(verdict.changed)),
      ("left_out", JSONTree.integer(verdict.leftOut)),
      ("errors", JSONTree.list(verdict.errors.map { JSONTree.string($0) })), ("verdict", JSONTree.string(verdict.text)),
    ])
  }

  private static func node(_ row: Matrix.Row, _ table: Matrix.Table) -> Node {
    JSONTree.object([
      ("title", JSONTree.string(row.title)), ("asked", JSONTree.string(row.asked)),
      (
        "cells",
        JSONTree.list(
          zip(table.providers, row.cells).map { provider, cell in
            JSONTree.object([
              ("provider", JSONTree.string(provider.id)), ("state", JSONTree.string(cell.state.rawValue)),
              ("notes", JSONTree.list(cell.notes.map { JSONTree.integer($0) })),
            ])
          })
      ),
    ])
  }
}
