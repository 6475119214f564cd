internal import RungSource
internal import RungSpec

extension MediaLive {
  static let levelNotOffered = Rule<Fit<MediaLive>>(
    "level-not-offered", family: id, severity: .error,
    summary: "a level that MediaLive does not offer for the codec",
    why: "The levels of a codec are an enumeration of the API.",
    citation: Source.medialive("H264Settings.Level, H265Settings.Level, Av1Settings.Level"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [medialive]
        ladder:
          renditions:
            - {name: 2160p, codec: h264, resolution: 3840x2160, fps: 50, bitrate: 16000k, level: ⟦"6.0"⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [medialive]
        ladder:
          renditions:
            - {name: 2160p, codec: h264, resolution: 3840x2160, fps: 50, bitrate: 16000k, level: "5.2"}
        """)
    ]
  ) { fit, report in
    for rendition in fit.measured.renditions.map(\.value) {
      let codec = rendition.codec?.value ?? .h264
      guard let level = rendition.level, [.h264, .h265, .av1].contains(codec), CodecVocabulary.levels(of: codec).contains(level.value) else { continue }
      let prefix = codec == .h264 ? "H264" : codec == .h265 ? "H265" : "AV1"
      guard !model.words("Level", of: settings(of: codec)).contains(MediaLiveVideoSettings.level(level.value, of: prefix)) else { continue }
      report.flag(level.place, "MediaLive does not offer level \(level.value) of \(CodecVocabulary.name(of: codec))", help: "remove \(.level): MediaLive chooses it")
    }
  }
}
