internal import RungSource
internal import RungSpec

extension VerifyRules {
  static let transferDiffers = Rule<Verification>(
    "transfer-differs", family: family, severity: .error,
    summary: "a rendition has other transfer characteristics or primaries than asked for",
    why: "Players choose HDR by what stream and playlist state. HDR that is not signalled is shown pale, and SDR that is signalled as HDR far too bright. In HLS a variant without VIDEO-RANGE is SDR.",
    citation: Citation("draft-pantos-hls-rfc8216bis", "4.4.6.2, VIDEO-RANGE", url: "https://datatracker.ietf.org/doc/html/draft-pantos-hls-rfc8216bis"),
    bad: [
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "hevc", "pix_fmt": "yuv420p10le", "color_transfer": ⟦"bt709"⟧}]}
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h265, transfer: ⟦pq⟧, bitrate: 2500k}
          """),
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "hevc", "pix_fmt": "yuv420p10le", "color_transfer": "arib-std-b67", "color_primaries": ⟦"bt709"⟧}]}
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h265, transfer: hlg, primaries: ⟦bt2020⟧, bitrate: 2500k}
          """),
      Example(
        delivered: """
          #EXTM3U
          ⟦#EXT-X-STREAM-INF:BANDWIDTH=3000000,RESOLUTION=1280x720,CODECS="hvc1.2.4.L93.90"⟧
          720p/index.m3u8
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h265, transfer: ⟦hlg⟧, bitrate: 2500k}
          """),
    ],
    good: [
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "hevc", "pix_fmt": "yuv420p10le", "color_transfer": "smpte2084", "color_primaries": "bt2020"}]}
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h265, transfer: pq, primaries: bt2020, bitrate: 2500k}
          """),
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264"}]}
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, transfer: sdr, bitrate: 2500k}
          """),
    ]
  ) { verification, report in
    for pair in verification.pairs {
      if let asked = pair.asked.transfer {
        let found = pair.delivered.transfer
        if let found, found.value != asked.value {
          report.flag(
            pair, at: found.place, "is signalled as \(found.value.words)", asked: asked.place, "is \(asked.value.words)",
            help: "signal it (FFmpeg: `-vf setparams=color_trc=…`), or convert it where the video itself differs")
        } else if found == nil, pair.delivered.isSDRUnlessStated, asked.value.isHDR {
          report.flag(
            pair, at: pair.delivered.place, "has no VIDEO-RANGE, which means SDR", asked: asked.place, "is \(asked.value.words)",
            help: "add `VIDEO-RANGE=\(asked.value.rawValue.uppercased())` to the variant")
        }
      }
      if let asked = pair.asked.primaries, let found = pair.delivered.primaries, found.value != asked.value {
        report.flag(
          pair, at: found.place, "has the primaries \(found.value.rawValue)", asked: asked.place, "has \(asked.value.rawValue)",
          help: "signal them (FFmpeg: `-vf setparams=color_primaries=…`), or convert them where the video itself differs")
      }
    }
  }
}

extension VideoTransfer {
  fileprivate var words: String {
    switch self {
    case .sdr: "SDR"
    case .pq: "PQ"
    case .hlg: "HLG"
    }
  }
}
