internal import RungProviders

/// The spec that `rung init` writes.
enum Starter {
  /// - Parameter chosen: ids; nil for a spec for the first of them, with the others in comments.
  static func text(for chosen: [String]?) -> String {
    let all = ["tenbyte"] + Providers.all.map(\.id).filter { $0 != "tenbyte" }
    let ids = chosen ?? Array(all.prefix(1))
    let others = chosen == nil ? all.dropFirst() : []
    let targets = ids.map { line("  \($0): \(options($0))", remark($0)) } + others.map { line("  # \($0): \(options($0))", remark($0)) }
    let parts = ids.allSatisfy { $0 == "mkio" } ? encodersLadder : providersLadder
    return """
      # `rung check` judges this file, `rung compile` makes the request bodies. Units stand in the value.
      rung: 1                              # version of this language
      name: Live TV Channel
      kind: linear                         # linear (around the clock) | event (give its `duration`, as 3h)

      targets:                             # who is to carry the stream, each with its own options
      \(targets.joined(separator: "\n"))

      \(parts)

      """
  }

  private static let providersLadder = """
    ingest:                              # how the stream reaches the provider
      mode: push                         # push (the encoder sends) | pull (give a `source`)
      protocols: [rtmp]

    encoding: transcode                  # transcode (the provider makes the ladder) | passthrough (the encoder does)

    ladder:                              # what viewers get
      defaults:                          # merged under each rendition
        fps: 25
        keyframe_interval: 2s            # × fps = GOP, a whole number of frames
        codec: h264
        profile: main
        audio: {codec: aac, channels: 2, sample_rate: 48 kHz}
      renditions:                        # highest first
        - {name: 1080p, resolution: 1920x1080, bitrate: 3000k, audio: {bitrate: 128k}}
        - {name: 720p, resolution: 1280x720, bitrate: 1500k, audio: {bitrate: 96k}}
        - {name: 480p, resolution: 854x480, bitrate: 700k, audio: {bitrate: 64k}}

    packaging:                           # an output is on when its key is here
      hls: {segment_format: mpegts}
    """

  private static let encodersLadder = """
    encoding: passthrough                # passthrough (the encoder sends the ladder) | transcode (the provider makes it)

    ingest:                              # how the stream reaches the provider
      mode: push
      protocols: [rtmp]
      allow: [203.0.113.0/24]            # the encoder's addresses; put your own here
      # token: ${env:INGEST_TOKEN}       # secrets are references, never literals
      video:                             # what the encoder sends
        codec: h264
        resolution: 1920x1080
        fps: 25
        keyframe_interval: 2s            # × fps = GOP, a whole number of frames
        bitrate: 3500k
      audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 128k}

    recording:
      window: 4h                         # how far viewers can rewind

    packaging:                           # an output is on when its key is here
      hls: {}
    """

  /// The options without which a provider's requests are not complete.
  private static func options(_ provider: String) -> String {
    switch provider {
    case "tenbyte": "{region: sg-edge-04}"
    case "mkio": "{project: acme, asset: {storage_account: acme}}"
    default: "{}"
    }
  }

  private static func remark(_ provider: String) -> String {
    switch provider {
    case "tenbyte": "the edge that takes the stream in"
    case "mkio": "more: `rung providers mkio`"
    default: "options: `rung providers \(provider)`"
    }
  }

  private static func line(_ text: String, _ remark: String) -> String {
    text + String(repeating: " ", count: max(2, 37 - text.utf8.count)) + "# \(remark)"
  }
}
