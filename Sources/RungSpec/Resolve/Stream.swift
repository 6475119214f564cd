package import RungSource

/// A spec that is ready for the rules: read, its ladder resolved, its defaults in place.
package final class Stream: Sendable {
  package let spec: Spec
  package let ladder: Ladder?
  /// The composed document, for accounting: every leaf of it must be used or reported.
  package let document: Node
  package let kind: Located<StreamKind>
  package let media: Located<MediaKind>
  package let encoding: Located<EncodingMode>
  /// Nil when the spec has no `ingest`.
  package let ingestMode: Located<IngestMode>?

  /// A rendition of the ladder without a keyframe interval, with the one that it gets. Nil where there is none.
  package let usualKeyframes: Rendition?

  /// The targets that the stream is checked for.
  let takers: Takers

  /// Where to point when something is missing from the spec as a whole: its first key.
  package var place: SourcePlace { document.entries.first?.key.place ?? document.place }

  package convenience init(reading document: Node, _ report: inout Report) {
    let spec = Spec.shape.read(document, &report) ?? Spec()
    self.init(spec, document, &report)
  }

  private init(_ spec: Spec, _ document: Node, _ report: inout Report) {
    self.spec = spec
    self.document = document
    usualKeyframes = nil
    takers = .unknown
    let top = document.entries.first?.key.place ?? document.place
    kind = spec.kind ?? report.byDefault(.linear, "a stream is linear unless it is set to be an event", near: top)
    media = spec.media ?? report.byDefault(.video, "a stream has video unless it is set to audio", near: top)
    encoding = spec.encoding ?? report.byDefault(.transcode, "the provider transcodes unless passthrough is set", near: top)
    report.use(spec.rung)
    report.use(spec.base)
    for pack in spec.packs?.value ?? [] { report.use(pack) }
    if let ingest = spec.ingest {
      if let mode = ingest.value.mode {
        ingestMode = mode
      } else if let source = ingest.value.source {
        ingestMode = report.byDefault(.pull, "a source is set", near: source.place)
      } else {
        ingestMode = report.byDefault(.push, "no source is set", near: ingest.place)
      }
    } else {
      ingestMode = nil
    }
    ladder = Self.ladder(spec, media: media.value, encoding: encoding.value, document, &report)
  }

  private static func ladder(
    _ spec: Spec, media: MediaKind, encoding: EncodingMode, _ document: Node, _ report: inout Report
  ) -> Ladder? {
    var renditions: [Located<Rendition>] = []
    if let ladder = spec.ladder, let written = ladder.value.renditions {
      let defaults = ladder.value.defaults?.value
      let video = spec.ingest?.value.video?.value
      // A shape that is set and does not read is unknown.
      let source = video?.sampleAspectRatio == nil && document["ingest"]?["video"]?["sample_aspect_ratio"] != nil ? nil : video
      for rendition in written.value {
        var rendition = rendition
        if let defaults { fill(&rendition.value, from: defaults) }
        rendition.value.completeGOP(&report)
        rendition.value.completeResolution(for: source, &report)
        renditions.append(rendition)
      }
      return Ladder(
        media: media, renditions: renditions, source: .ladder, place: keyPlace("ladder", document) ?? ladder.place,
        written: document["ladder"])
    }
    guard encoding == .passthrough, let ingest = spec.ingest, let only = sent(by: ingest, &report) else { return nil }
    return Ladder(
      media: media, renditions: [only], source: .ingest, place: keyPlace("ingest", document) ?? ingest.place,
      written: document["ingest"])
  }

  /// What the encoder sends: the renditions that pass through, otherwise the one that `ingest` describes; empty where nothing says it.
  package func sent(_ report: inout Report) -> [Located<Rendition>] {
    if encoding.value == .passthrough, let ladder { return ladder.renditions }
    return spec.ingest.flatMap { Self.sent(by: $0, &report) }.map { [$0] } ?? []
  }

  /// The encoder's `ingest.video` and `ingest.audio` as one rendition; nil when neither is set.
  package static func sent(by ingest: Located<Ingest>, _ report: inout Report) -> Located<Rendition>? {
    guard ingest.value.video != nil || ingest.value.audio != nil else { return nil }
    var only = Rendition()
    if let video = ingest.value.video?.value {
      only.codec = video.codec
      only.profile = video.profile
      only.level = video.level
      only.tier = video.tier
      only.resolution = video.resolution
      only.fps = video.fps
      only.gop = video.gop
      only.keyframeInterval = video.keyframeInterval
      only.bitrate = video.bitrate
      only.transfer = video.transfer
      only.primaries = video.primaries
      only.bitDepth = video.bitDepth
      only.interlaced = video.interlaced
      only.sampleAspectRatio = video.sampleAspectRatio
    }
    only.audio = ingest.value.audio
    only.completeGOP(&report)
    return Located(only, at: ingest.value.video?.place ?? ingest.place)
  }

  /// The same stream under another encoding mode; what the ladder is follows from it.
  package func with(encoding: Located<EncodingMode>, _ report: inout Report) -> Stream {
    Stream(
      spec: spec, ladder: Self.ladder(spec, media: media.value, encoding: encoding.value, document, &report),
      document: document, kind: kind, media: media, encoding: encoding, ingestMode: ingestMode)
  }

  /// The same stream with the renditions that its viewers get.
  package func with(renditions: [Located<Rendition>], at place: SourcePlace) -> Stream {
    with(ladder: Ladder(media: media.value, renditions: renditions, source: .ladder, place: place, written: nil), usualKeyframes: nil)
  }

  func with(ladder: Ladder, usualKeyframes: Rendition?) -> Stream {
    var ladder = ladder
    (ladder.takers, ladder.askedSegments) = (takers, askedSegments)
    return Stream(
      spec: spec, ladder: ladder, document: document, kind: kind, media: media, encoding: encoding, ingestMode: ingestMode,
      usualKeyframes: usualKeyframes, takers: takers)
  }

  /// The same stream, checked for certain targets.
  package func with(takers: Takers) -> Stream {
    var ladder = ladder
    ladder?.takers = takers
    ladder?.askedSegments = askedSegments
    return Stream(
      spec: spec, ladder: ladder, document: document, kind: kind, media: media, encoding: encoding, ingestMode: ingestMode,
      usualKeyframes: usualKeyframes, takers: takers)
  }

  private init(
    spec: Spec, ladder: Ladder?, document: Node, kind: Located<StreamKind>, media: Located<MediaKind>,
    encoding: Located<EncodingMode>, ingestMode: Located<IngestMode>?, usualKeyframes: Rendition? = nil, takers: Takers = .unknown
  ) {
    (self.usualKeyframes, self.takers, self.spec, self.ladder, self.document, self.kind, self.media, self.encoding, self.ingestMode)
      = (usualKeyframes, takers, spec, ladder, document, kind, media, encoding, ingestMode)
  }

  /// A rendition that sets its GOP one way does not inherit it the other way.
  private static func fill(_ rendition: inout Rendition, from defaults: Rendition) {
    var defaults = defaults
    if rendition.gop != nil { defaults.keyframeInterval = nil }
    if rendition.keyframeInterval != nil { defaults.gop = nil }
    Rendition.shape.fill(&rendition, from: &defaults)
  }

  package static func keyPlace(_ key: String, _ document: Node) -> SourcePlace? {
    document.entries.first { $0.key.value == key }?.key.place
  }

  /// The key of a top-level section, or the first key of the spec when the section is missing.
  package func sectionPlace(_ key: String) -> SourcePlace { Self.keyPlace(key, document) ?? place }
}
