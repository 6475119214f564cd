internal import RungSource

extension AppleHLSRules {
  static let audioBitrateNotRecommended = Rule<Stream>(
    "audio-bitrate-not-recommended", family: family, severity: .note,
    summary: "an audio bitrate outside Apple's recommendation",
    why: "Below it audio quality suffers; above it the additional bits are not audible.",
    citation: Standard.apple("2.9 (recommended): stereo AAC 32 to 160 kbps; 5.1 AAC 320, AC-3 384, E-AC-3 192 kbps"),
    bad: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, audio: {codec: aac, channels: 2, bitrate: ⟦256k⟧}}
        """),
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, audio: {codec: ac3, channels: 6, bitrate: ⟦448k⟧}}
            - {name: 360p, resolution: 640x360, audio: {codec: aac, channels: 2, bitrate: 96k}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, audio: {codec: eac3, channels: 6, bitrate: 192k}}
            - {name: 360p, resolution: 640x360, audio: {codec: aac, channels: 2, bitrate: 160k}}
        """)
    ]
  ) { stream, report in
    guard let ladder = stream.ladder else { return }
    ladder.flagShared(
      &report, in: ladder.media,
      find: { rendition -> (SourcePlace, Recommended)? in
        guard let audio = rendition.audio?.value, let codec = audio.codec?.value, let channels = audio.channels?.value,
          let rate = audio.bitrate, let range = Recommended.range(codec, channels), !range.contains(rate.value)
        else { return nil }
        return (rate.place, Recommended(codec: codec, channels: channels, found: rate.value, range: range))
      },
      say: { found in
        let range = found.fault.range
        let asked = range.lowerBound == range.upperBound ? range.lowerBound.prose : "\(range.lowerBound.prose) to \(range.upperBound.prose)"
        return FaultText(
          message: "audio bitrate of \(found.whose) is \(found.fault.found.prose); Apple recommends \(asked) for \(found.fault.channels == 2 ? "stereo" : "5.1") `\(found.fault.codec.rawValue)`",
          help: "set \(.audioBitrate, (found.fault.found < range.lowerBound ? range.lowerBound : range.upperBound).text)")
      })
  }
}

private struct Recommended: Equatable {
  let codec: AudioCodec
  let channels: Int
  let found: Bitrate
  let range: ClosedRange<Bitrate>

  static func range(_ codec: AudioCodec, _ channels: Int) -> ClosedRange<Bitrate>? {
    func kilobits(_ range: ClosedRange<Int64>) -> ClosedRange<Bitrate> {
      Bitrate(kilobits: range.lowerBound)...Bitrate(kilobits: range.upperBound)
    }
    return switch (codec, channels) {
    case (.aac, 2): kilobits(32...160)
    case (.aac, 6): kilobits(320...320)
    case (.ac3, 6): kilobits(384...384)
    case (.eac3, 6): kilobits(192...192)
    default: nil
    }
  }
}
