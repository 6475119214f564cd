internal import RungSource
internal import RungSpec

extension MediaLive {
  static let gopInSecondsInexact = Rule<Fit<MediaLive>>(
    "gop-in-seconds-inexact", family: id, severity: .warning,
    summary: "a GOP in seconds that is no whole number of frames",
    why: "MediaLive converts seconds into frames when the channel runs: at NTSC rates the GOP is rounded, and segments drift.",
    citation: Source.medialive("H264Settings.GopSizeUnits: if seconds the system will convert the gopSize into a frame count at run time"),
    replaces: ["ladder/gop-not-whole"],
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          medialive: {gop_units: SECONDS}
        ladder:
          renditions:
            - {name: 720p, codec: h264, resolution: 1280x720, fps: 29.97, keyframe_interval: ⟦2s⟧, bitrate: 3000k}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          medialive: {gop_units: SECONDS}
        ladder:
          renditions:
            - {name: 720p, codec: h264, resolution: 1280x720, fps: 25, keyframe_interval: 2s, bitrate: 3000k}
        """)
    ]
  ) { fit, report in
    guard let units = fit.options.gopUnits, units.value == "SECONDS" else { return }
    var seen: Set<SourceSpan> = []
    for rendition in fit.measured.renditions.map(\.value) {
      guard let frames = rendition.framesPerInterval, frames.whole == nil, let interval = rendition.keyframeInterval, let fps = rendition.fps, seen.insert(interval.place.span).inserted
      else { continue }
      report.flag(
        interval.place, "\(interval.value.text) at \(fps.value.text) fps are \(frames.roundedText) frames, which MediaLive rounds",
        notes: [MessageNote("\(.medialive("gop_units")) is set here", at: units.place.span)], help: frames.rounded.map { "remove \(.keyframeInterval) and set \(.gop, $0)" })
    }
  }
}
