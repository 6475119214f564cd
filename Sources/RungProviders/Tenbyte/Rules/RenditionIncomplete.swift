internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let renditionIncomplete = Rule<Fit<Tenbyte>>(
    "rendition-incomplete", family: id, severity: .error,
    summary: "a rendition lacks fields that Tenbyte requires",
    why: "Tenbyte has no defaults for resolution, frame rate, GOP, bitrate, codec and audio: every rendition must set them or get them from `ladder.defaults`.",
    citation: Source.reference("ladder.video[] and ladder.audio[], required fields"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ladder:
          defaults: {codec: h264, fps: 25, audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 128k}}
          renditions:
            - {name: 720p, resolution: 1280x720, gop: 50, bitrate: 1500k}
            - ⟦{name: 480p, resolution: 854x480}⟧
        """),
      Example("""
        rung: 1
        name: radio
        media: audio
        targets: [tenbyte]
        ladder:
          renditions:
            - ⟦{name: high, audio: {bitrate: 256k}}⟧
            - {name: low, audio: {bitrate: 64k}}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ladder:
          defaults:
            codec: h264
            fps: 25
            keyframe_interval: 2s
            audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 128k}
          renditions:
            - {name: 720p, resolution: 1280x720, bitrate: 1500k}
        """),
      // A field that is there and cannot be read is not a missing field.
      Example("""
        rung: 1
        name: radio
        media: audio
        targets: [tenbyte]
        ladder:
          renditions:
            - {name: high, audio: {codec: aac, channels: two, sample_rate: 48 kHz, bitrate: 256}}
        """),
    ]
  ) { fit, report in
    guard let ladder = fit.ladder, !ladder.renditions.allSatisfy({ isComplete($0.value, ladder.media) }), isReadable(fit)
    else { return }
    // Renditions that lack the same fields are one finding: most often `ladder.defaults` is what lacks them.
    var found = Grouped<[SpecKey], Located<Rendition>>()
    for rendition in ladder.renditions {
      let fields = RequiredFields(rendition, ladder, fit.stream).missing
      if !fields.isEmpty { found.add(rendition, to: fields) }
    }
    for (missing, renditions) in found.groups {
      let first = renditions[0]
      let who: Message
      switch renditions.count {
      case 1: who = "\(first.value.label) has"
      case ladder.renditions.count: who = "the \(renditions.count) \(term: .renditions) have"
      default: who = "\(renditions.count) \(term: .renditions) have"
      }
      let fields = Message(joining: missing.map { $0.path.hasPrefix("\(SpecKey.audio.path).") ? "audio \($0)" : "\($0)" }, with: ", ")
      let them = missing.count == 1 ? "it" : "them"
      report.flag(
        first.place, "\(who) no \(fields); Tenbyte requires \(them)",
        notes: renditions.dropFirst().map { MessageNote("\($0.value.label) lacks \(them) too", at: $0.place.span) },
        help: ladder.source == .ingest
          ? "add \(them) under \(.ingest)"
          : renditions.count > 1 ? ["add \(them) once under \(path: .ladderDefaults)"] : ["add \(them) here", "under \(path: .ladderDefaults) for all"])
    }
  }

  private static func isComplete(_ rendition: Rendition, _ media: MediaKind) -> Bool {
    guard let audio = rendition.audio?.value, audio.codec != nil, audio.channels != nil, audio.sampleRate != nil,
      audio.bitrate != nil
    else { return false }
    return media == .audio
      || (rendition.resolution != nil && rendition.fps != nil && rendition.gop != nil && rendition.codec != nil
        && rendition.bitrate != nil)
  }

  /// Where the kind of media or the defaults could not be read, what is missing is unknown.
  private static func isReadable(_ fit: Fit<Tenbyte>) -> Bool {
    guard fit.spec.media != nil || fit.stream.written("media") == nil else { return false }
    guard let defaults = fit.stream.written("ladder", "defaults") else { return true }
    if case .map = defaults.content { return true }
    return false
  }

  private struct RequiredFields {
    var missing: [SpecKey] = []
    private let own: Node?
    private let defaults: Node?
    private let sound: Node?

    init(_ rendition: Located<Rendition>, _ ladder: Ladder, _ stream: Stream) {
      switch ladder.source {
      case .ladder:
        own = stream.written("ladder", "renditions")?.items.first { $0.place == rendition.place }
        defaults = stream.written("ladder", "defaults")
        sound = own?["audio"]
      case .ingest:
        own = stream.written("ingest", "video")
        defaults = nil
        sound = stream.written("ingest", "audio")
      }
      let value = rendition.value
      if ladder.media == .video {
        note(.resolution, value.resolution == nil)
        note(.fps, value.fps == nil)
        if value.gop == nil, !isWritten("gop"), !isWritten("keyframe_interval") { missing.append(.keyframeInterval) }
        note(.codec, value.codec == nil)
        note(.bitrate, value.bitrate == nil)
      }
      let isUnreadable = value.audio == nil && (sound != nil || isWritten("audio"))
      if isUnreadable { return }
      if ladder.media == .video, value.audio == nil {
        missing.append(.audio)
        return
      }
      let audio = value.audio?.value
      noteSound(.audioCodec, audio?.codec == nil)
      noteSound(.audioChannels, audio?.channels == nil)
      noteSound(.audioSampleRate, audio?.sampleRate == nil)
      // A rendition of an audio ladder without a bitrate has a finding for every provider: ladder/audio-without-bitrate.
      if ladder.media == .video || ladder.source == .ingest { noteSound(.audioBitrate, audio?.bitrate == nil) }
    }

    private func isWritten(_ key: String) -> Bool {
      [own, defaults].contains { $0?.says(key, among: Rendition.shape.keys) ?? false }
    }

    private mutating func note(_ key: SpecKey, _ isAbsent: Bool) {
      if isAbsent, !isWritten(key.name) { missing.append(key) }
    }

    private mutating func noteSound(_ key: SpecKey, _ isAbsent: Bool) {
      let isWritten = [sound, defaults?["audio"]].contains { node in
        guard let node else { return false }
        guard case .map = node.content else { return true }
        return node.says(key.name, among: AudioSettings.shape.keys)
      }
      if isAbsent, !isWritten { missing.append(key) }
    }
  }
}
