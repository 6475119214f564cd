public import RungOutput
public import RungProviders

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
  /// - Parameters:
  ///   - format: how it is written.
  ///   - style: of ``MatrixFormat/text``.
  public func rendered(as format: MatrixFormat, style: TextStyle = .plain) -> String { Matrix(tables: tables).rendered(as: format, style: style) }
}

extension Matrix {
  /// The tables, those of several texts with the names of these. No secret is in them.
  ///
  /// - Parameters:
  ///   - format: how it is written.
  ///   - style: of ``MatrixFormat/text``.
  public func rendered(as format: MatrixFormat, style: TextStyle = .plain) -> String {
    switch format {
    case .text: MatrixText.text(self, style: style)
    case .json: MatrixJSON.text(self)
    case .markdown: MatrixMarkdown.text(self)
    }
  }
}
