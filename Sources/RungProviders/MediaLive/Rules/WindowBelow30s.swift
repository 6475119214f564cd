internal import RungSource
internal import RungSpec

extension MediaLive {
  static let windowBelow30s = Rule<Fit<MediaLive>>(
    "window-below-30s", family: id, severity: .error,
    summary: "a playlist or a manifest of less than 30 seconds",
    why: "A manifest of MediaPackage holds at least 30 seconds.",
    citation: Source.mediapackage("CreateHlsManifestConfiguration.ManifestWindowSeconds: at least 30"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [medialive]
        packaging:
          hls: {segment_duration: 4s, playlist_segments: ⟦6⟧}
        """),
      Example("""
        rung: 1
        name: news
        targets: [medialive]
        packaging:
          dash: {window: ⟦20s⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [medialive]
        packaging:
          hls: {segment_duration: 6s, playlist_segments: 6}
          dash: {window: 1m}
        """),
      Example("""
        rung: 1
        name: news
        targets: [medialive]
        packaging:
          hls: {segment_duration: 6s, playlist_segments: 5}
          dash: {window: 30s}
        """)
    ]
  ) { fit, report in
    guard fit.decision.output.value == .mediaPackage else { return }
    let packaging = fit.spec.packaging?.value
    if let count = packaging?.hls?.value.playlistSegments, let length = packaging?.hls?.value.segmentDuration, let time = length.value.value.times(Rational(count.value)),
      time < Rational(30)
    {
      let least = Rational(30).divided(by: length.value.value)?.roundedUp ?? count.value
      report.flag(
        count.place, "\(count.value) segments of \(length.value.text) are \(Seconds(time).text); MediaPackage requires at least 30 s", help: .set(.hlsPlaylistSegments, "\(least)", at: count.place.span))
    }
    if let window = packaging?.dash?.value.window, window.value.value < Rational(30) {
      report.flag(window.place, "\(.dashWindow, window.value.text) is too short; MediaPackage requires at least 30 s", help: .set(.dashWindow, "30s", at: window.place.span))
    }
  }
}
