public import RungOutput
internal import RungProviders

/// How differences are written.
public enum DiffFormat: String, Sendable, CaseIterable {
  /// To read.
  case text
  /// For programs: a document of the schema `diff.v1`.
  case json
  /// A table, for a pull request.
  case markdown
}

extension DiffAnalysis {
  /// The differences. No secret is in them.
  ///
  /// - Parameters:
  ///   - format: how it is written.
  ///   - style: of ``DiffFormat/text``.
  public func rendered(as format: DiffFormat, style: TextStyle = .plain) -> String {
    switch format {
    case .text: DiffText(sources: sources, style: style).text(streams)
    case .json: DiffJSON(sources: sources, origin: origin(of:)).text(streams)
    case .markdown: DiffMarkdown.text(streams)
    }
  }

  /// What no request is planned for although it differs, or although nobody knows what it is: a line each, for beside a plan.
  public var notJudged: [String] { DiffText(sources: sources).notJudged(streams) }

  /// - Throws: ``RungError/unknownStream(_:known:)``.
  public func only(stream name: String) throws(RungError) -> DiffAnalysis {
    var chosen = self
    chosen.slugs = zip(slugs, streams).filter { $1.name == name }.map(\.0)
    chosen.streams.removeAll { $0.name != name }
    guard !chosen.streams.isEmpty else { throw .unknownStream(name, known: streams.map(\.name)) }
    return chosen
  }
}
