internal import RungSource
internal import RungSpec

extension VerifyRules {
  static let partTargetDiffers = Rule<Verification>(
    "part-target-differs", family: family, severity: .error,
    summary: "parts have another target duration than the spec sets",
    why: "The latency of LL-HLS is a few parts: with longer ones it is what nobody asked for, and shorter ones multiply requests.",
    bad: [
      Example(
        delivered: """
          #EXTM3U
          #EXT-X-VERSION:6
          #EXT-X-TARGETDURATION:6
          #EXT-X-MEDIA-SEQUENCE:0
          #EXT-X-PART-INF:PART-TARGET=⟦1.0⟧
          #EXT-X-MAP:URI="init.mp4"
          #EXTINF:6.000000,
          1.m4s
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          packaging: {hls: {segment_format: fmp4, segment_duration: 6s, part_duration: ⟦500ms⟧}}
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 2500k}
          """),
    ],
    good: [
      Example(
        delivered: """
          #EXTM3U
          #EXT-X-VERSION:6
          #EXT-X-TARGETDURATION:6
          #EXT-X-MEDIA-SEQUENCE:0
          #EXT-X-PART-INF:PART-TARGET=0.5
          #EXT-X-MAP:URI="init.mp4"
          #EXTINF:6.000000,
          1.m4s
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          packaging: {hls: {segment_format: fmp4, segment_duration: 6s, part_duration: 500ms}}
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 2500k}
          """),
    ]
  ) { verification, report in
    guard let asked = verification.asked else { return }
    for pair in verification.pairs where pair.kind == .hls {
      if let part = asked.held(asked.hls?.partDuration), let found = pair.delivered.partTarget {
        // A packager may state the length of whole frames.
        let frame = pair.asked.fps.map { 1 / $0.value.value.approximation } ?? 0
        let difference = part.value.value.approximation - found.value.value.approximation
        if difference < -0.001 || difference > Swift.max(frame, 0.001) {
          report.flag(
            pair, at: found.place, "has parts of \(found.value.text)", asked: part.place, "is set to \(part.value.text)",
            help: ["set the part target of the packager", "set \(.hlsPartDuration, found.value.text) if that is meant"])
        }
      }
      if let hold = asked.held(asked.hls?.partHoldBack), let found = pair.delivered.partHoldBack, abs(hold.value.value.approximation - found.value.value.approximation) > 0.001 {
        report.flag(
          pair, at: found.place, "holds players back by \(found.value.text)", asked: hold.place, "is set to \(hold.value.text)",
          help: ["set PART-HOLD-BACK of the packager", "set \(.hlsPartHoldBack, found.value.text) if that is meant"])
      }
    }
  }
}
