internal import RungOutput
internal import RungSource
internal import RungSpec

/// The published ladders that one's own is drawn beside: shipped presets, one for each codec that has one.
enum ReportReferences {
  private static let presets: [(codec: VideoCodec, preset: String)] = [(.h264, "apple-h264"), (.h265, "apple-hevc")]

  static func of(_ stream: InspectedStream) -> [ReferenceLadder] {
    let codecs = Set(stream.renditions.compactMap(\.codec))
    return presets.compactMap { codec, name in
      guard codecs.contains(codec.rawValue), let preset = Presets.named(name) else { return nil }
      var report = Report()
      let renditions = Stream(reading: preset.node, &report).ladder?.renditions ?? []
      return ReferenceLadder(
        codec: codec.rawValue, title: preset.title, source: preset.source,
        steps: renditions.reversed().compactMap { rendition in
          guard let resolution = rendition.value.resolution?.value, let bitrate = rendition.value.bitrate?.value else { return nil }
          return ReferenceLadder.Step(resolution, bitrate)
        })
    }
  }
}
