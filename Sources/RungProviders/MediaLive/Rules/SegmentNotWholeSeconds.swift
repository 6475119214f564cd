internal import RungSource
internal import RungSpec

extension MediaLive {
  static let segmentNotWholeSeconds = Rule<Fit<MediaLive>>(
    "segment-not-whole-seconds", family: id, severity: .error,
    summary: "a segment duration that the packager takes in whole seconds only",
    why: "MediaPackage and the HLS output take segments of whole seconds. MediaPackage takes 1 to 30 of them.",
    citation: Source.mediapackage("CreateOriginEndpoint.Segment.SegmentDurationSeconds: an integer, 1 to 30"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [medialive]
        packaging:
          hls: {segment_duration: ⟦45s⟧}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          medialive: {output: hls, destinations: ["s3ssl://bucket/live/index"]}
        packaging:
          hls: {segment_duration: ⟦2.5s⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [medialive]
        packaging:
          hls: {segment_duration: 6s}
        """),
      Example("""
        rung: 1
        name: news
        targets: [medialive]
        packaging:
          hls: {segment_duration: 6.006s}
        """)
    ]
  ) { fit, report in
    let output = fit.decision.output.value
    guard output == .mediaPackage || output == .hls else { return }
    let packaging = fit.spec.packaging?.value
    for (duration, key) in [(packaging?.hls?.value.segmentDuration, SpecKey.hlsSegmentDuration), (output == .hls ? nil : packaging?.dash?.value.segmentDuration, .dashSegmentDuration)] {
      guard let duration else { continue }
      if output == .hls, duration.value.whole == nil {
        report.flag(duration.place, "\(key, duration.value.text) is no whole number of seconds; the output `hls` requires one", help: "set whole seconds")
      } else if output == .mediaPackage, let whole = duration.value.whole, !(1...30).contains(whole) {
        report.flag(duration.place, "\(key, duration.value.text) is out of range for MediaPackage; allowed: 1 s to 30 s", help: "set 1 s to 30 s")
      }
    }
  }
}
