internal import RungSource
internal import RungSpec

extension VerifyRules {
  static let frameRateVaries = Rule<Verification>(
    "frame-rate-varies", family: family, severity: .warning,
    summary: "frames of a rendition are not evenly spaced",
    why: "Where a source drops frames and the encoder passes that on, a GOP of so many frames lasts longer than planned, and segments differ between renditions.",
    bad: [
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264"}], "packets": [
          {"codec_type": ⟦"video"⟧, "stream_index": 0, "pts_time": "0.000", "flags": "K_"},
          {"codec_type": "video", "stream_index": 0, "pts_time": "0.040", "flags": "__"},
          {"codec_type": "video", "stream_index": 0, "pts_time": "0.160", "flags": "__"},
          {"codec_type": "video", "stream_index": 0, "pts_time": "0.200", "flags": "__"}]}
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: ⟦25⟧, gop: 50, codec: h264, bitrate: 2500k}
          """),
    ],
    good: [
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264"}], "packets": [
          {"codec_type": "video", "stream_index": 0, "pts_time": "0.000", "flags": "K_"},
          {"codec_type": "video", "stream_index": 0, "pts_time": "0.040", "flags": "__"},
          {"codec_type": "video", "stream_index": 0, "pts_time": "0.080", "flags": "__"},
          {"codec_type": "video", "stream_index": 0, "pts_time": "0.120", "flags": "__"}]}
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 2500k}
          """),
    ]
  ) { verification, report in
    for pair in verification.pairs {
      guard let frames = pair.delivered.frames, let asked = pair.asked.fps, frames.count > 2, !frames.hasOpenGOPs, frames.longest > frames.shortest * 1.5, frames.longest * asked.value.value.approximation > 1.5 else { continue }
      report.flag(
        pair, at: frames.place, "has frames \(frames.shortest.milliseconds) to \(frames.longest.milliseconds) apart", asked: asked.place, "is set to \(asked.value.text) fps, one every \((1 / asked.value.value.approximation).milliseconds)",
        help: "let the encoder hold the rate (FFmpeg: `-fps_mode cfr -r \(asked.value.value.text)`)")
    }
  }
}

extension Double {
  /// Of seconds, in whole milliseconds.
  fileprivate var milliseconds: String { isFinite && Swift.abs(self) < 1e9 ? "\(Int((self * 1000).rounded())) ms" : "–" }
}
