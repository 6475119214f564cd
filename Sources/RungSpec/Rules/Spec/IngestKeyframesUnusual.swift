internal import RungSource

extension SpecRules {
  static let ingestKeyframesUnusual = Rule<Stream>(
    "ingest-keyframes-unusual", family: "spec", severity: .warning,
    summary: "keyframes of the contribution encoder less than one or more than four seconds apart",
    why: "Segments, thumbnails and recordings are cut at the keyframes of the ingest; one every two seconds is usual. By default, encoders send one every 8 to 10 seconds.",
    citation: Standard.practice("a keyframe every two seconds from contribution encoders; MK.IO has PT2S as its default"),
    bad: [
      Example("""
        rung: 1
        name: news
        ingest: {video: {fps: 25, keyframe_interval: ⟦10s⟧}}
        """,
        mended: """
        rung: 1
        name: news
        ingest: {video: {fps: 25, keyframe_interval: 2s}}
        """),
      Example("""
        rung: 1
        name: news
        ingest: {video: {fps: 30000/1001, gop: ⟦250⟧}}
        """,
        mended: """
        rung: 1
        name: news
        ingest: {video: {fps: 30000/1001, gop: 60}}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ingest: {video: {fps: 30, keyframe_interval: 1s}}
        """),
      Example("""
        rung: 1
        name: news
        ingest: {video: {fps: 30, keyframe_interval: 4s}}
        """),
      Example("""
        rung: 1
        name: news
        ingest: {video: {fps: 30, keyframe_interval: 2s}}
        """)
    ]
  ) { stream, report in
    // With passthrough, ladder/keyframe-interval-unusual reports it.
    guard stream.encoding.value == .transcode, let video = stream.spec.ingest?.value.video?.value else { return }
    let time = video.keyframeInterval?.value.value ?? video.gop.flatMap { gop in video.fps.flatMap { Rational(gop.value).divided(by: $0.value.value) } }
    guard let time, let place = (video.keyframeInterval?.place ?? video.gop?.place), time < Rational(1) || time > Rational(4),
      GOPFault.mismatch(gop: video.gop, interval: video.keyframeInterval, fps: video.fps) == nil
    else { return }
    let mend = KeyframeMend(at: video.fps?.value, states: video.gop != nil, interval: video.keyframeInterval != nil, keys: .ingest)
    report.flag(
      place, "keyframe interval of the contribution encoder is \(Seconds(time).roundedText); expected 1s to 4s", help: mend.help(at: place))
  }
}
