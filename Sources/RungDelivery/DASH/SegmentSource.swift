internal import RungSource
internal import RungSpec

/// What the `SegmentTemplate`, `SegmentList` and `SegmentBase` of an element and of those around it say.
struct SegmentSource {
  /// One kind, with what it inherits.
  struct Part {
    let place: SourcePlace
    var timescale: Located<Int64>?
    var startNumber: Located<Int64>?
    var presentationTimeOffset: Located<Int64>?
    var endNumber: Located<Int64>?
    var duration: Located<Int64>?
    var timeline: Located<[ManifestSegments.Run]>?
    var media: Located<String>?
    var initialization: Located<String>?
    var indexRange: Located<String>?
    var urls: [Located<String?>]
  }

  /// The innermost one decides.
  private var kind: ManifestSegments.Kind?
  private var parts: [ManifestSegments.Kind: Part] = [:]

  subscript(_ kind: ManifestSegments.Kind) -> Part? { parts[kind] }

  mutating func set(_ kind: ManifestSegments.Kind, _ part: Part) {
    self.kind = kind
    parts[kind] = part
  }

  func segments(in period: Seconds?, bases: [Located<String>], id: String?, bandwidth: Bitrate?) -> ManifestSegments? {
    guard let kind, let part = parts[kind] else { return nil }
    return ManifestSegments(
      kind: kind, place: part.place, timescale: part.timescale, startNumber: part.startNumber, presentationTimeOffset: part.presentationTimeOffset,
      endNumber: part.endNumber, duration: part.duration, timeline: part.timeline, media: part.media, initialization: part.initialization, indexRange: part.indexRange,
      urls: part.urls, periodDuration: period, bases: bases, representationID: id, bandwidth: bandwidth)
  }
}
