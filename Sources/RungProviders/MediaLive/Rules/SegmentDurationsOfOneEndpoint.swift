internal import RungSource
internal import RungSpec

extension MediaLive {
  static let segmentDurationsOfOneEndpoint = Rule<Fit<MediaLive>>(
    "segment-durations-of-one-endpoint", family: id, severity: .error,
    summary: "HLS and DASH of one endpoint have different segment durations",
    why: "An origin endpoint has one segment duration for all its manifests.",
    citation: Source.mediapackage("CreateOriginEndpoint.Segment"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [medialive]
        packaging:
          hls: {segment_format: fmp4, segment_duration: 6s}
          dash: {segment_duration: ⟦4s⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [medialive]
        packaging:
          hls: {segment_format: mpegts, segment_duration: 6s}
          dash: {segment_duration: 6s}
        """)
    ]
  ) { fit, report in
    let packaging = fit.spec.packaging?.value
    guard fit.decision.output.value == .mediaPackage, let hls = packaging?.hls?.value.segmentDuration, let dash = packaging?.dash?.value.segmentDuration, hls.value != dash.value
    else { return }
    report.flag(
      dash.place, "\(.dashSegmentDuration, dash.value.text) differs from \(.hlsSegmentDuration, hls.value.text); MediaLive sends one duration",
      notes: [MessageNote("\(.hlsSegmentDuration) is set here", at: hls.place.span)], help: .set(.dashSegmentDuration, hls.value.text, at: dash.place.span))
  }
}
