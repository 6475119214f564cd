package import RungSource
package import RungSpec

/// Amazon IVS low-latency streaming: a channel takes in one stream, makes its renditions by its type, and serves them. A recording
/// configuration and a playback restriction policy are resources that a channel refers to.
package enum IVS: Provider {
  package static let id = "ivs"
  package static let title = "Amazon IVS"

  /// Which type of channel is used.
  package struct Decision: Sendable {
    package var type: Located<IVSChannelType>
    /// Why, where Rung chose it.
    package var because: MessageNote?
    /// Whether the encoder sends every rendition, in one connection.
    package var isMultitrack: Bool
    /// Whether what the encoder sends is known to be SD (480p) or smaller: a BASIC channel takes less of it.
    package var isSmall: Bool
    /// Whether a type is written that could not be read: nothing is said of what depends on it.
    package var isGuess = false
  }

  package static let requests = [
    RequestKind(
      "recording-configuration", "POST /CreateRecordingConfiguration", body: IVSRecordingConfiguration.shape,
      telling: ["destinationConfiguration", "thumbnailConfiguration", "renditionConfiguration", "recordingReconnectWindowSeconds"],
      filled: [FilledField("arn"), FilledField("state")], source: Source.reference("CreateRecordingConfiguration")),
    RequestKind(
      "playback-restriction-policy", "POST /CreatePlaybackRestrictionPolicy", body: IVSPlaybackRestrictionPolicy.shape,
      telling: ["allowedCountries", "allowedOrigins", "enableStrictOriginEnforcement"], filled: [FilledField("arn")],
      source: Source.reference("CreatePlaybackRestrictionPolicy")),
    RequestKind(
      "channel", "POST /CreateChannel", body: IVSChannel.shape,
      telling: ["latencyMode", "authorized", "insecureIngest", "recordingConfigurationArn", "containerFormat", "multitrackInputConfiguration", "preset"],
      filled: [
        FilledField("arn"), FilledField("ingestEndpoint"), FilledField("playbackUrl"), FilledField("srt", isSecret: true),
      ], source: Source.reference("CreateChannel")),
    RequestKind(
      "update-channel", "POST /UpdateChannel", body: IVSChannelUpdate.shape, telling: ["arn"], source: Source.reference("UpdateChannel")),
    RequestKind(
      "update-playback-restriction-policy", "POST /UpdatePlaybackRestrictionPolicy", body: IVSPlaybackRestrictionPolicyUpdate.shape, telling: ["arn"],
      source: Source.reference("UpdatePlaybackRestrictionPolicy")),
    RequestKind("stream-keys", "POST /ListStreamKeys"),
    RequestKind("stream-key", "POST /GetStreamKey"),
    RequestKind("stop", "POST /StopStream"),
    RequestKind("delete-channel", "POST /DeleteChannel"),
    RequestKind("delete-recording-configuration", "POST /DeleteRecordingConfiguration"),
    RequestKind("delete-playback-restriction-policy", "POST /DeletePlaybackRestrictionPolicy"),
  ]

  /// A type that is set, or multitrack input, decides who encodes the renditions, whatever `encoding` says; a rule compares them.
  package static func adapt(_ stream: Stream, _ options: Options, _ report: inout Report) -> Stream {
    let stated: (place: SourcePlace, mode: EncodingMode)
    if let multitrack = options.multitrack {
      stated = (multitrack.place, .passthrough)
    } else if let type = options.type, let mode = type.value.mode {
      stated = (type.place, mode)
    } else {
      return stream
    }
    guard stated.mode != stream.encoding.value,
      let encoding = report.derive(
        stated.mode, stated.mode == .passthrough ? "the channel forwards what the encoder sends" : "the type of the channel makes renditions",
        from: [stated.place])
    else { return stream }
    return stream.with(encoding: encoding, &report)
  }

  package static func decide(_ stream: Stream, _ options: Options, _ report: inout Report) -> Decision {
    report.use(options.type)
    report.use(stream.encoding)
    let isForwarded = stream.encoding.value == .passthrough
    let isSmall = sentSizes(stream).map { sizes in !sizes.isEmpty && sizes.allSatisfy { IVSDefinition(of: $0.value) == .sd } } ?? false
    if let type = options.type {
      return Decision(type: type, isMultitrack: type.value != .basic && isForwarded, isSmall: isSmall)
    }
    let choice = choice(stream, options, isForwarded)
    let type =
      report.derive(choice.type, choice.reason, from: choice.sources) ?? report.byDefault(choice.type, choice.reason, near: stream.encoding.place)
    return Decision(
      type: type,
      because: MessageNote(
        .ofSpecs("\(choice.type.rawValue) was chosen because \(choice.reason)"), at: (choice.sources.first ?? stream.encoding.place).span),
      isMultitrack: choice.type == .standard && isForwarded, isSmall: isSmall, isGuess: stream.written("targets", id, "type") != nil)
  }

  private static func choice(
    _ stream: Stream, _ options: Options, _ isForwarded: Bool
  ) -> (type: IVSChannelType, reason: String, sources: [SourcePlace]) {
    if let multitrack = options.multitrack {
      return (.standard, "multitrack input requires it", [multitrack.place])
    }
    if isForwarded {
      guard let ladder = stream.ladder, ladder.renditions.count > 1 else { return (.basic, "the encoder sends what viewers get", []) }
      return (.standard, "the encoder sends \(ladder.renditions.count) renditions, which requires multitrack input", [ladder.place])
    }
    if let preset = options.preset { return (.advancedHD, "a transcode preset is set", [preset.place]) }
    return (.standard, "Amazon IVS makes the renditions, and it is the default type", [])
  }

  /// The sizes that the encoder sends, as far as they are known; nil where none is.
  static func sentSizes(_ stream: Stream) -> [Located<Resolution>]? {
    let sizes =
      stream.encoding.value == .passthrough
      ? stream.ladder?.renditions.compactMap(\.value.resolution) ?? [] : [stream.spec.ingest?.value.video?.value.resolution].compactMap { $0 }
    return sizes.isEmpty ? nil : sizes
  }
}
