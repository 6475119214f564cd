internal import RungOutput
internal import RungProviders
internal import RungSource
internal import RungSpec

/// What a stream is, in a few words each.
enum ReportFacts {
  /// - Parameter targets: ids of those that it is judged for.
  static func of(_ stream: Stream, for targets: [String]) -> [ReportStream.Fact] {
    let titles = targets.compactMap { Targets.named($0)?.title }
    var facts: [ReportStream.Fact] = [.init("judged for", titles.isEmpty ? "no provider" : titles.joined(separator: ", "))]
    let length = stream.spec.duration.map { " of \($0.value.text)" } ?? ""
    facts.append(.init("kind", stream.kind.value.rawValue + length + (stream.media.value == .audio ? ", audio" : "")))
    if let mode = stream.ingestMode?.value {
      let protocols = stream.spec.ingest?.value.protocols?.value.map(\.value.rawValue) ?? []
      facts.append(.init("ingest", mode.rawValue + (protocols.isEmpty ? "" : ", \(protocols.joined(separator: " or "))")))
    }
    facts.append(.init("encoding", stream.encoding.value.rawValue))
    if let ladder = stream.ladder {
      facts.append(.init("renditions", "\(ladder.renditions.count)"))
    }
    let packaging = stream.spec.packaging?.value
    let outputs = [packaging?.hls.map { _ in "HLS" }, packaging?.dash.map { _ in "DASH" }].compactMap { $0 }
    if !outputs.isEmpty { facts.append(.init("outputs", outputs.joined(separator: ", "))) }
    return facts
  }

  /// Which Rung drew a page, and how new the facts are that it judged by.
  ///
  /// - Parameter date: the day on which it was drawn; nil where nobody said it.
  static func edition(on date: String?) -> String {
    let facts = Providers.all.flatMap { provider in
      provider.published.flatMap(\.lines).map(\.citation) + provider.changes.map(\.citation) + provider.inexpressible.compactMap(\.citation)
    }
    let newest = (facts.compactMap(\.checked) + allRules.compactMap(\.citation?.checked)).max()
    return (["Rung \(rungVersion)", newest.map { "newest fact checked on \($0)" }, date.map { "drawn on \($0)" }]).compactMap { $0 }.joined(separator: ", ")
  }
}
