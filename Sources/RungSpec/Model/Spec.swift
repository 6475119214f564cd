package import RungSource

/// A stream spec, version 1: what the author wrote, read, not yet resolved. An absent value was not written or could not be
/// read; in the second case that has been reported.
package struct Spec: Sendable {
  package var schema: Located<String>?
  package var rung: Located<Int>?
  package var name: Located<String>?
  package var description: Located<String>?
  package var kind: Located<StreamKind>?
  package var duration: Located<Seconds>?
  package var media: Located<MediaKind>?
  package var lowLatency: Located<Bool>?
  package var labels: Located<[DictionaryEntry<String>]>?
  package var extends: Located<Node>?
  package var base: Located<Bool>?
  package var packs: Located<[Located<RulePack>]>?
  package var targets: Located<[Target]>?
  package var ingest: Located<Ingest>?
  package var encoding: Located<EncodingMode>?
  package var ladder: Located<LadderSpec>?
  package var packaging: Located<Packaging>?
  package var recording: Located<Recording>?
  package var playback: Located<Playback>?
  package var simulcast: Located<[Located<SimulcastTarget>]>?
  package var webhook: Located<StreamURL>?
  package var idleTimeout: Located<Seconds>?

  package static let shape = Shape("a stream spec", "A live stream, independent of any provider.", { Spec() }) {
    Field("$schema", { $1(&$0.schema) }, .unread, "In JSON, the schema that editors take: `schemas/stream.v1.schema.json`. Rung does not read it.")
    Field("rung", { $1(&$0.rung) }, .specVersion, required: true, "1: the version of the spec language")
    Field("name", { $1(&$0.name) }, .string, required: true, "Live TV Channel: the name of the stream")
    Field("description", { $1(&$0.description) }, .string, "A sentence about the stream, for people.")
    Field("kind", { $1(&$0.kind) }, .choice, "`linear` runs around the clock, `event` ends. Default: linear.")
    Field("duration", { $1(&$0.duration) }, .unit, "The planned length of an event.")
    Field("media", { $1(&$0.media) }, .choice, "`video` (with audio) or `audio` only. Default: video.")
    Field("low_latency", { $1(&$0.lowLatency) }, .bool, "Ask the provider for its low-latency mode. Default: false.")
    Field("labels", { $1(&$0.labels) }, .dictionary(.string), "Your own labels, passed on where the provider supports them.")
    Field("extends", { $1(&$0.extends) }, .extends, "A file, or a list of files, that this one completes: maps merge, renditions merge by name, scalars replace.")
    Field("base", { $1(&$0.base) }, .bool, "`true`: other files extend this one, and it is no stream itself. `false`: it is a stream although others extend it.")
    Field("packs", { $1(&$0.packs) }, .list(.choice, unique: true), "Additional rule packs to check: `apple-hls`, `dash-if` (`rung rules --pack apple-hls`).")
    Field("targets", { $1(&$0.targets) }, .targets, "The providers that the stream is meant for: a list of names, or a mapping with each one's options.")
    Field(part: "ingest", { $1(&$0.ingest) }, Ingest.shape, "How the stream reaches the provider.")
    Field("encoding", { $1(&$0.encoding) }, .choice, "`transcode`: the provider encodes the ladder. `passthrough`: the encoder sends it. Default: transcode.")
    Field(part: "ladder", { $1(&$0.ladder) }, LadderSpec.shape, "The renditions that viewers get.")
    Field(part: "packaging", { $1(&$0.packaging) }, Packaging.shape, "The outputs: a protocol is on when its key is present.")
    Field(part: "recording", { $1(&$0.recording) }, Recording.shape, "What is recorded of the stream.")
    Field(part: "playback", { $1(&$0.playback) }, Playback.shape, "Who may watch, and where.")
    Field("simulcast", { $1(&$0.simulcast) }, .list(.object(SimulcastTarget.shape)), "Other services that the stream is sent on to.")
    Field("webhook", { $1(&$0.webhook) }, .url(["https", "http"]), "The URL that the provider reports state changes to.")
    Field("idle_timeout", { $1(&$0.idleTimeout) }, .unit, "How long the provider waits for the encoder before it stops the stream.")
  }
}

extension FieldType where Value == String {
  /// What others read.
  fileprivate static var unread: FieldType {
    FieldType(.string()) { node, report in
      report.use(node.place)
      return FieldType<String>.string.read(node, &report)
    } write: { .string($0, at: $1) }
  }
}

extension FieldType where Value == Int {
  fileprivate static var specVersion: FieldType {
    FieldType(.const(1)) { node, report in
      guard let version = ScalarReading.integer(node, unit: nil, &report) else { return nil }
      report.use(node.place)
      guard version == 1 else {
        report.flag(
          SpecFaults.outOfRange, node.place, "spec version \(version) is not supported; this Rung reads version 1",
          help: .set(.rung, "1", at: node.span))
        return nil
      }
      return version
    } write: { .integer($0, at: $1) }
  }
}

extension FieldType where Value == Node {
  /// One path or a list of paths. The pipeline has followed them before the spec is read.
  fileprivate static var extends: FieldType {
    FieldType(.anyOf([.string(), .list(.string())])) { node, report in
      node.forEachLeaf { leaf in report.use(leaf.place) }
      return node
    } write: { node, _ in node }
  }
}

extension FieldType where Value == [Target] {
  fileprivate static var targets: FieldType {
    FieldType(.any) { node, report in
      switch node.content {
      case .map(let entries):
        return entries.compactMap { entry in
          // `tenbyte:` without a value names the provider, as in a list.
          guard entry.value.isNull else { return Target(id: entry.key, options: entry.value) }
          report.use(entry.value.place)
          guard !entry.value.isRemoval else {
            if report.takesRemovals { return nil }
            report.flag(
              SpecFaults.wrongType, entry.value.place, "null removes a target of a base; `\(entry.key.value)` is not inherited",
              help: .set(SpecKey("targets.\(entry.key.value)"), "{}", at: entry.value.span))
            return nil
          }
          return Target(id: entry.key, options: nil)
        }
      case .list(let items):
        var names: Set<String> = []
        return items.compactMap { item in
          guard item.scalar != nil else {
            report.flag(
              SpecFaults.wrongType, item.place, "expected the name of a provider, found \(item.kind)",
              help: "use a mapping to set options: \(.targets, "{tenbyte: {region: sg-edge-04}, mkio: {}}")")
            return nil
          }
          guard let name = ScalarReading.text(item, &report) else { return nil }
          report.use(item.place)
          // Named twice counts once.
          guard names.insert(name).inserted else { return nil }
          return Target(id: Located(name, at: item.place), options: nil)
        }
      case .scalar:
        report.flag(
          SpecFaults.wrongType, node.place, "expected the providers as \(term: .list) or \(term: .mapping), found \(node.kind)",
          help: node.isNull && report.takesRemovals ? ScalarReading.nothingHelp(report) : ["set \(.targets, "[tenbyte, mkio]")", "use a mapping with the options of each"])
        return nil
      }
    } write: { targets, place in
      Node(.map(targets.map { Node.Entry(key: $0.id, value: $0.options ?? .null(at: $0.id.place)) }), at: place)
    }
  }
}
