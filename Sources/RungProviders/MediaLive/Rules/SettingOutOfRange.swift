internal import RungSource
internal import RungSpec

extension MediaLive {
  static let settingOutOfRange = Rule<Fit<MediaLive>>(
    "setting-out-of-range", family: id, severity: .error,
    summary: "a bitrate, a buffer or a number of frames outside the range of the codec",
    why: "Each codec has ranges of its own for bitrates, buffers, B-frames and reference frames.",
    citation: Source.medialive("H264Settings, H265Settings, Av1Settings: ranges of the model"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [medialive]
        ladder:
          renditions:
            - {name: 2160p, codec: av1, resolution: 3840x2160, fps: 25, bitrate: ⟦16000k⟧}
        """),
      Example("""
        rung: 1
        name: news
        targets: [medialive]
        ladder:
          renditions:
            - {name: 720p, codec: h265, resolution: 1280x720, fps: 25, bitrate: 3000k, bframes: ⟦5⟧}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          medialive:
            srt_latency: ⟦50ms⟧
            srt_passphrase_arn: "arn:aws:secretsmanager:us-east-1:123456789012:secret:srt-1"
        ingest: {protocols: [srt], allow: [203.0.113.0/24]}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [medialive]
        ladder:
          renditions:
            - {name: 2160p, codec: av1, resolution: 3840x2160, fps: 25, bitrate: 12000k}
        """)
    ]
  ) { fit, report in
    if let latency = fit.options.srtLatency, fit.decision.input?.value == .srtListener, let milliseconds = latency.value.value.times(Rational(1000))?.whole,
      !MediaLiveSRTListener.latencies.contains(milliseconds)
    {
      report.flag(
        latency.place, "\(.medialive("srt_latency"), latency.value.text) is out of range; allowed: 120ms to 15s", help: "set a value in the range",
        citation: Source.medialive("SrtListenerSettings.MinimumLatency: range 120-15000"))
    }
    for rendition in fit.measured.renditions.map(\.value) {
      let codec = rendition.codec?.value ?? .h264
      let name = settings(of: codec)
      func look(_ member: String, _ place: SourcePlace?, _ value: Int?, _ key: SpecKey, _ text: (Int) -> String) {
        guard let place, let value, let range = model.range(member, of: name), !range.contains(value) else { return }
        let allowed = range.upperBound == .max ? "at least \(text(range.lowerBound))" : "\(text(range.lowerBound)) to \(text(range.upperBound))"
        report.flag(
          place, "\(key, text(value)) is out of range for \(CodecVocabulary.name(of: codec)); allowed: \(allowed)",
          help: "set a value in the range")
      }
      func bits(_ value: Int) -> String { Bitrate(bitsPerSecond: Int64(value)).prose }
      look("Bitrate", rendition.bitrate?.place, rendition.bitrate.flatMap { Int(exactly: $0.value.bitsPerSecond) }, .bitrate, bits)
      look("MaxBitrate", rendition.maxBitrate?.place, rendition.maxBitrate.flatMap { Int(exactly: $0.value.bitsPerSecond) }, .maxBitrate, bits)
      look("BufSize", rendition.buffer?.place, rendition.buffer.flatMap { Int(exactly: $0.value.bits) }, .buffer) { BufferSize(bits: Int64($0)).prose }
      look("GopNumBFrames", rendition.bframes?.place, rendition.bframes?.value, .bframes) { "\($0)" }
      look("NumRefFrames", rendition.refFrames?.place, rendition.refFrames?.value, .refFrames) { "\($0)" }
    }
  }
}
