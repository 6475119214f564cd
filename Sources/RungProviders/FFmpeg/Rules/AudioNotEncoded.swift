internal import RungSource
internal import RungSpec

extension FFmpeg {
  static let audioNotEncoded = Rule<Fit<FFmpeg>>(
    "audio-not-encoded", family: id, severity: .error,
    summary: "FFmpeg's audio encoder does not support a sample rate, a number of channels or a bitrate",
    why: "Each audio codec has its own sample rates, channel layouts and bitrates. FFmpeg converts the sample rate only where none is set; an unsupported one ends the whole command at its start. A bitrate that the encoder changes to the nearest supported one is a warning; so is HE-AAC where libfdk_aac encodes AAC-LC instead.",
    citation: Source.documentation("audio encoders: aac, ac3, eac3, libmp3lame, libopus"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 1500k, audio: {codec: opus, channels: 2, sample_rate: ⟦44.1 kHz⟧, bitrate: 96k}}
        packaging: {hls: {segment_format: fmp4}}
        """,
        mended: """
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 1500k, audio: {codec: opus, channels: 2, sample_rate: 48 kHz, bitrate: 96k}}
        packaging: {hls: {segment_format: fmp4}}
        """),
      Example("""
        rung: 1
        name: radio
        media: audio
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: high, audio: {codec: ac3, channels: ⟦8⟧, sample_rate: 48 kHz, bitrate: 448k}}
        packaging: {hls: {segment_format: mpegts}}
        """,
        mended: """
        rung: 1
        name: radio
        media: audio
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: high, audio: {codec: ac3, channels: 6, sample_rate: 48 kHz, bitrate: 448k}}
        packaging: {hls: {segment_format: mpegts}}
        """),
      Example("""
        rung: 1
        name: radio
        media: audio
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: high, audio: {codec: opus, channels: 2, sample_rate: 48 kHz, bitrate: ⟦700k⟧}}
        packaging: {hls: {segment_format: fmp4}}
        """,
        mended: """
        rung: 1
        name: radio
        media: audio
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: high, audio: {codec: opus, channels: 2, sample_rate: 48 kHz, bitrate: 512k}}
        packaging: {hls: {segment_format: fmp4}}
        """),
      Example("""
        rung: 1
        name: radio
        media: audio
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: high, audio: {codec: ac3, channels: 2, sample_rate: 48 kHz, bitrate: ⟦100k⟧}}
        packaging: {hls: {segment_format: mpegts}}
        """,
        mended: """
        rung: 1
        name: radio
        media: audio
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: high, audio: {codec: ac3, channels: 2, sample_rate: 48 kHz, bitrate: 96k}}
        packaging: {hls: {segment_format: mpegts}}
        """, severity: .warning),
      Example("""
        rung: 1
        name: radio
        media: audio
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: high, audio: {codec: opus, channels: 2, sample_rate: ⟦24 kHz⟧, bitrate: 64k}}
        packaging: {hls: {segment_format: fmp4}}
        """,
        mended: """
        rung: 1
        name: radio
        media: audio
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: high, audio: {codec: opus, channels: 2, sample_rate: 48 kHz, bitrate: 64k}}
        packaging: {hls: {segment_format: fmp4}}
        """, severity: .note),
      Example("""
        rung: 1
        name: radio
        media: audio
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: high, audio: {codec: he-aac, channels: 2, sample_rate: 48 kHz, bitrate: ⟦192k⟧}}
        packaging: {hls: {segment_format: mpegts}}
        """,
        mended: """
        rung: 1
        name: radio
        media: audio
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: high, audio: {codec: he-aac, channels: 2, sample_rate: 48 kHz, bitrate: 128k}}
        packaging: {hls: {segment_format: mpegts}}
        """, severity: .warning),
    ],
    good: [
      Example("""
        rung: 1
        name: radio
        media: audio
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: ac3, audio: {codec: ac3, channels: 6, sample_rate: 48 kHz, bitrate: 384k}}
            - {name: he-aac, audio: {codec: he-aac, channels: 2, sample_rate: 44.1 kHz, bitrate: 48k}}
        packaging: {hls: {segment_format: mpegts}}
        """),
      Example("""
        rung: 1
        name: radio
        media: audio
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: high, audio: {codec: opus, channels: 6, sample_rate: 48 kHz, bitrate: 700k}}
            - {name: low, audio: {codec: aac, channels: 2, sample_rate: 22.05 kHz, bitrate: 48k}}
        packaging: {hls: {segment_format: fmp4}}
        """)
    ]
  ) { fit, report in
    var seen: Set<SourceSpan> = []
    for audio in fit.decision.renditions.compactMap(\.value.audio?.value) {
      for fault in audio.refused(in: fit.audioContainers) where seen.insert(fault.place.span).inserted {
        report.flag(
          fault.place, Message(fault.message), severity: fault.severity, help: .set(fault.key, fault.fitting, at: fault.place.span),
          citation: fault.citation)
      }
    }
  }
}

private struct AudioFault {
  let place: SourcePlace
  let key: SpecKey
  let message: String
  /// The nearest supported value.
  let fitting: String
  /// Nil where the encoder does not start with it; otherwise the encoder changes it.
  let severity: Severity?
  let citation: Citation
}

extension AudioSettings {
  fileprivate func refused(in containers: Set<AudioContainer>) -> [AudioFault] {
    let encoder = AudioEncoder.of(codec?.value ?? .aac)
    var faults: [AudioFault] = []
    // Most sources are stereo at 48 kHz.
    var (hertz, count) = (sampleRate?.value.hertz ?? 48000, channels?.value ?? 2)
    let rates = encoder.sampleRates(in: containers)
    if let rate = sampleRate, !rates.contains(rate.value.hertz) {
      let near = CommonRules.nearest(to: rate.value.hertz, among: rates).map(SampleRate.init(hertz:)) ?? rate.value
      hertz = near.hertz
      let isRefused = encoder.refusesSampleRates
      let inside = encoder.sampleRates.contains(rate.value.hertz) ? " in \(containers.contains(.flv) ? "FLV" : "fragmented MP4")" : ""
      faults.append(
        AudioFault(
          place: rate.place, key: .audioSampleRate,
          message: "sample rate \(rate.value.text) is not supported by FFmpeg's \(encoder.name)\(inside); allowed: \(rates.map { SampleRate(hertz: $0).text }.joined(separator: ", "))",
          fitting: near.text, severity: isRefused ? nil : .warning, citation: encoder.citation))
    } else if let rate = sampleRate, let stream = encoder.streamRate, stream != rate.value.hertz {
      let most = SampleRate(hertz: stream)
      faults.append(
        AudioFault(
          place: rate.place, key: .audioSampleRate, message: "sample rate \(rate.value.text) is changed to \(most.text) in the stream by FFmpeg's \(encoder.name)",
          fitting: most.text, severity: .note, citation: encoder.citation))
    }
    if let channels, !encoder.channels.contains(count) {
      let near = CommonRules.nearest(to: count, among: encoder.channels) ?? 2
      defer { count = near }
      faults.append(
        AudioFault(
          place: channels.place, key: .audioChannels,
          message: "\(count) channels are not supported by FFmpeg's \(encoder.name); allowed: \(encoder.channels.map(String.init).joined(separator: ", "))",
          fitting: "\(near)", severity: encoder.refusesSampleRates ? nil : .warning, citation: encoder.citation))
    }
    // With supported values in place of unsupported ones.
    guard let bitrate else { return faults }
    let (range, refusesBelow, refusesAbove) = encoder.bitrates(channels: count, sampleRate: hertz)
    let isBelow = bitrate.value < Bitrate(kilobits: Int64(range.lowerBound))
    guard isBelow || bitrate.value > Bitrate(kilobits: Int64(range.upperBound)) else {
      if let steps = encoder.bitrateSteps(sampleRate: hertz), let step = CommonRules.nearest(to: Int(bitrate.value.bitsPerSecond), among: steps.map { $0 * 1000 }),
        step != Int(bitrate.value.bitsPerSecond)
      {
        let near = Bitrate(kilobits: Int64(step / 1000))
        faults.append(
          AudioFault(
            place: bitrate.place, key: .audioBitrate,
            message: "audio bitrate \(bitrate.value.prose) is changed to \(near.prose) by FFmpeg's \(encoder.name); allowed: \(steps.map(String.init).joined(separator: ", ")) kbps",
            fitting: near.text, severity: .warning, citation: encoder.citation))
      }
      return faults
    }
    let isRefused = isBelow ? refusesBelow : refusesAbove
    let near = Bitrate(kilobits: Int64(isBelow ? range.lowerBound : range.upperBound))
    faults.append(
      AudioFault(
        place: bitrate.place, key: .audioBitrate,
        message: "audio bitrate \(bitrate.value.prose) is \(isRefused ? "not supported" : encoder.refusesSampleRates ? "changed to \(near.prose)" : "not encoded as HE-AAC") by FFmpeg's \(encoder.name) for \(count) channel\(count == 1 ? "" : "s") at \(SampleRate(hertz: hertz).text); allowed: \(Bitrate(kilobits: Int64(range.lowerBound)).prose) to \(Bitrate(kilobits: Int64(range.upperBound)).prose)",
        fitting: near.text, severity: isRefused ? nil : .warning, citation: encoder.citation))
    return faults
  }
}
