internal import RungSource
internal import RungSpec

extension Mux {
  static let recordingResolutionNotMade = Rule<Fit<Mux>>(
    "recording-resolution-not-made", family: id, severity: .error,
    summary: "MP4 files have a resolution that Mux does not make",
    why: "Mux makes MP4 files of the highest resolution, or of one of a few sizes; a file is not made larger than the recording.",
    citation: Source.sdk("CreateStaticRenditionRequest.resolution: highest, audio-only, 2160p, 1440p, 1080p, 720p, 540p, 480p, 360p, 270p"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        recording: {formats: [mp4], resolution: ⟦240p⟧}
        """),
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        recording: {formats: [hls, mp4], resolution: ⟦all⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        recording: {formats: [mp4], resolution: 4k}
        """),
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        recording: {formats: [mp4], resolution: highest}
        """),
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        recording: {formats: [mp4]}
        """),
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        recording: {formats: [hls], resolution: 240p}
        """)
    ]
  ) { fit, report in
    guard let recording = fit.spec.recording?.value, recording.formats?.value.contains(where: { $0.value == .mp4 }) == true,
      let stated = recording.resolution, MuxStaticResolution(stated.value) == nil
    else { return }
    report.flag(
      stated.place, "`\(stated.value.rawValue)` is no resolution of Mux's MP4 files; Mux makes `highest`, `360p`, `480p`, `720p`, `1080p`, `1440p` and `4k`",
      help: .set(.recordingResolution, "highest", at: stated.place.span))
  }
}
