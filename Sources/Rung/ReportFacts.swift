internal import RungOutput
internal import RungProviders
internal import RungSource
internal import RungSpec

/// What a stream is, in a few words each.
enum ReportFacts {
  static func of(_ stream: Stream) -> [ReportStream.Fact] {
    var facts: [ReportStream.Fact] = []
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
}
