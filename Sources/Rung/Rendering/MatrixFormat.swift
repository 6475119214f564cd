public import RungOutput
internal import RungProviders

/// How a matrix is written.
public enum MatrixFormat: String, Sendable, CaseIterable {
  /// To read.
  case text
  /// For programs: a document of the schema `matrix.v1`.
  case json
  /// A table, for a page.
  case markdown
}

extension MatrixAnalysis {
  /// The tables. No secret is in them.
  ///
  /// - Parameter style: of ``MatrixFormat/text``.
  public func rendered(as format: MatrixFormat, style: TextStyle = .plain) -> String {
    let matrix = Matrix(tables: tables)
    return switch format {
    case .text: MatrixText.text(matrix, style: style)
    case .json: MatrixJSON.text(matrix)
    case .markdown: MatrixMarkdown.text(matrix)
    }
  }
}
