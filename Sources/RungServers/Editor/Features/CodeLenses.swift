internal import Rung
internal import RungOutput
internal import RungProviders
internal import RungSource
internal import RungSpec

/// `textDocument/codeLens`: on how many providers each stream runs; the lens opens the matrix.
enum CodeLenses {
  static let command = "rung.matrix"

  static func answer(_ request: FeatureRequest) -> Node {
    guard let spec = request.analysis.spec, let matrix = request.analysis.matrix else { return .array([]) }
    let streams = spec.study.documents.filter { !$0.isBase }
    guard streams.count == matrix.tables.count else { return .array([]) }
    return .array(zip(streams, matrix.tables).compactMap { stream, table in
      // The matrix has the providers of all streams of the text.
      let named = stream.judgments.map(\.target.id.value)
      let own = table.providers.filter { named.contains($0.id.rawValue) }
      let hasAll = own.isEmpty && table.providers.count == Providers.ids.count
      let columns = hasAll ? table.providers : own
      guard !columns.isEmpty else { return nil }
      let running = columns.count { $0.verdict.outcome == .runs }
      let start = Int(stream.start)
      let command = Node.object([
        ("title", .text("runs on \(running) of \(hasAll ? "all " : "")\(columns.count)\(hasAll ? " providers" : "")")), ("command", .text(Self.command)), ("arguments", .array([.text(request.document.uri)])),
      ])
      return .object([("range", request.lines.range(start..<start)), ("command", command)])
    })
  }
}
