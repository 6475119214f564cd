internal import Rung
internal import RungProviders

/// The spec that `rung init` writes, in its canonical form.
enum Starter {
  /// - Parameter chosen: ids; nil for a spec for the first of them, with the others in comments.
  static func text(for chosen: [String]?) -> String {
    let all = Providers.all.filter { $0.id == "tenbyte" } + Providers.all.filter { $0.id != "tenbyte" }
    let named = chosen.map { ids in ids.compactMap { id in all.first { $0.id == id } } } ?? Array(all.prefix(1))
    let others = chosen == nil ? Array(all.dropFirst()) : []
    let targets = named.map { target($0, named.count == 1 ? $0.starter.options : $0.starter.beside, lead: "") } + others.map { target($0, $0.starter.beside, lead: "# ") }
    let parts = (named.count == 1 ? named[0].starter.alone : nil) ?? providersLadder
    let written = """
      # `rung check` judges this file, `rung compile` makes the request bodies. Units are written in the value.
      rung: 1  # version of this language
      name: Live TV Channel
      kind: linear  # linear (around the clock) | event (give its `duration`, as 3h)

      targets:  # who is to carry the stream, each with its own options
      \(targets.joined(separator: "\n"))

      \(parts)

      """
    guard case .formatted(let canonical) = formatted(SourceInput(name: "", text: written), loader: .none) else { return written }
    return String(decoding: canonical.bytes, as: UTF8.self)
  }

  private static let providersLadder = """
    ingest:  # how the stream reaches the provider
      mode: push  # push (the encoder sends) | pull (give a `source`)
      protocols: [rtmp]

    encoding: transcode  # transcode (the provider makes the ladder) | passthrough (the encoder does)

    ladder:  # what viewers get
      defaults:  # merged under each rendition
        fps: 25
        keyframe_interval: 2s  # × fps = GOP, a whole number of frames
        codec: h264
        profile: main
        audio: {codec: aac, channels: 2, sample_rate: 48 kHz}
      renditions:  # highest first
        - {name: 1080p, resolution: 1920x1080, bitrate: 3000k, audio: {bitrate: 128k}}
        - {name: 720p, resolution: 1280x720, bitrate: 1500k, audio: {bitrate: 96k}}
        - {name: 480p, resolution: 854x480, bitrate: 700k, audio: {bitrate: 64k}}

    packaging:  # an output is on when its key is here
      hls: {segment_format: mpegts}
    """

  private static func target(_ provider: any Provider.Type, _ options: String, lead: String) -> String {
    "  \(lead)\(provider.id): \(options)  # \(provider.starter.remark)"
  }
}
