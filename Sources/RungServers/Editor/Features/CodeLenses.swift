internal import Rung
internal import RungOutput
internal import RungProviders
internal import RungSource

/// `textDocument/codeLens`: on how many providers each stream runs; the lens opens the matrix.
enum CodeLenses {
  static let command = "rung.matrix"

  static func answer(_ request: FeatureRequest) -> Node {
    guard let spec = request.analysis.spec, let matrix = request.analysis.matrix else { return .array([]) }
    let streams = spec.study.documents.filter { !$0.isBase }
    guard streams.count == matrix.tables.count else { return .array([]) }
    return .array(zip(streams, matrix.tables).compactMap { stream, table in
      guard !table.providers.isEmpty else { return nil }
      let running = table.providers.count { $0.verdict.outcome == .runs }
      let start = Int(stream.start)
      let command = Node.object([
        ("title", .text("runs on \(running) of \(table.providers.count)")), ("command", .text(Self.command)), ("arguments", .array([.text(request.document.uri)])),
      ])
      return .object([("range", request.lines.range(start..<start)), ("command", command)])
    })
  }
}
