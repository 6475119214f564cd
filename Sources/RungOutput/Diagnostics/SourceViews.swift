package import RungSource

/// The files of a run as they are shown: each is looked into once, and on very long lines columns are counted once.
package final class SourceViews {
  var sources: SourceMap { didSet { views = [:] } }
  private let hidden: (FileID) -> [Range<Int>]
  private var views: [FileID: SourceView] = [:]

  /// - Parameter hidden: what excerpts of a file do not show, in its order.
  package init(_ sources: SourceMap = SourceMap(), hidden: @escaping (FileID) -> [Range<Int>] = { _ in [] }) {
    (self.sources, self.hidden) = (sources, hidden)
  }

  func file(_ span: SourceSpan) -> String { sources[span.file].name }

  package func position(of offset: UInt32, in file: FileID) -> LineMap.Position { view(file) { $0.position(of: offset) } }
  func line(of offset: UInt32, in file: FileID) -> (number: Int, start: Int) { view(file) { $0.line(of: offset) } }
  func start(of span: SourceSpan) -> LineMap.Position { position(of: span.lower, in: span.file) }

  /// Where the span starts: its line, and `main.yaml:3:7`, fit to be shown.
  package func place(of span: SourceSpan) -> (line: Int, text: String) {
    let (position, name) = view(span.file) { ($0.position(of: span.lower), $0.shownName) }
    return (position.line, "\(name):\(position.line):\(position.column)")
  }

  func excerpt(_ span: SourceSpan, width: Int) -> SourceView.Excerpt { view(span.file) { $0.excerpt(span, width: width) } }

  private func view<Result>(_ id: FileID, _ work: (inout SourceView) -> Result) -> Result {
    work(&views[id, default: SourceView(sources[id], secrets: hidden(id))])
  }
}
