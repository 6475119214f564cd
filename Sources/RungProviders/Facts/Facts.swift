package import RungSource
package import RungSpec

/// What a provider publishes about itself, as data. The common rules read it; a fact that is not set is not checked.
///
/// Where a provider has several products, the facts are those of the chosen one.
package struct Facts: Sendable {
  /// Whose limits these are, for a sentence: "Tenbyte", "PassthroughBasic".
  package var party: String
  /// Why this product was chosen, when the author left the choice to Rung.
  package var because: MessageNote?

  package var videoRenditions: Limit<ClosedRange<Int>> = .unpublished
  package var audioRenditions: Limit<ClosedRange<Int>> = .unpublished
  /// Pixels.
  package var width: Limit<ClosedRange<Int>> = .unpublished
  /// The allowed heights, in pixels.
  package var heights: Limit<[Int]> = .unpublished
  package var frameRates: Limit<[FrameRate]> = .unpublished
  /// The maximum frames per second, where any rate up to it is allowed.
  package var frameRateMaximum: Limit<FrameRate> = .unpublished
  package var videoCodecs: Limit<[VideoCodec]> = .unpublished
  package var rateControls: Limit<[RateControl]> = .unpublished
  package var audioCodecs: Limit<[AudioCodec]> = .unpublished
  /// Of video and audio codecs.
  package var codecAdvice = Advice()
  package var audioChannels: Limit<[Int]> = .unpublished
  package var sampleRates: Limit<[SampleRate]> = .unpublished
  package var audioBitrate: Limit<ClosedRange<Bitrate>> = .unpublished
  /// The unit of bitrates and buffers, for instance 1 kbps: a value that is not a multiple cannot be sent.
  package var bitrateUnit: Limit<Bitrate> = .unpublished
  package var pushProtocols: Limit<[IngestProtocol]> = .unpublished
  package var pushProtocolAdvice = Advice()
  /// True when the encoder's protocol is chosen once for the stream; a list in the spec then names alternatives.
  package var takesOneProtocol = false
  /// URL schemes that can be pulled.
  package var pullSchemes: Limit<[String]> = .unpublished
  /// Video and audio of all renditions that the encoder sends, together.
  package var ingestBitrate: Limit<Bitrate> = .unpublished
  package var ingestBitrateAdvice = Advice()
  package var archiveWindow: Limit<ClosedRange<Seconds>> = .unpublished
  package var archiveAdvice = Advice()
  /// The source of the minimum archive window, where it is not that of the maximum.
  package var archiveMinimumSource: Citation?
  package var eventDuration: Limit<Seconds> = .unpublished
  /// What sets how far viewers can rewind. Unpublished where Rung knows of nothing that does.
  package var rewinding: Limit<Rewinding> = .unpublished
  /// How many segments a live playlist holds where the spec sets none; not set where that is unknown.
  package var playlistSegments: Limit<Int> = .unpublished
  /// How long a stream waits for its encoder before it stops.
  package var idleTimeout: Limit<ClosedRange<Seconds>> = .unpublished
  /// The duration at which recorded files are split.
  package var recordedFileDuration: Limit<ClosedRange<Seconds>> = .unpublished
  /// Characters in the stream's name.
  package var nameLength: Limit<ClosedRange<Int>> = .unpublished
  package var keyframeInterval: Limit<ClosedRange<Seconds>> = .unpublished
  /// True where the input keeps its aspect ratio, whatever resolutions the ladder has.
  package var keepsShape = false
  /// True where one side of a resolution may be left to the source.
  package var takesOneSide = false

  package init(party: String) { self.party = party }
}

extension Facts {
  /// What the general rules need to know.
  var taken: Taken {
    var taken = Taken()
    (taken.frameRates, taken.frameRateMaximum, taken.heights) = (frameRates.value, frameRateMaximum.value, heights.value)
    taken.keepsShape = keepsShape
    return taken
  }
}

extension Facts {
  /// The notes of a finding about a limit.
  package func notes<Value>(on limit: Limit<Value>, _ advice: Advice = Advice()) -> [MessageNote] {
    // An account's own limit replaces documents that disagree.
    if let note = limit.note { return [note] + [because].compactMap { $0 } }
    return [because].compactMap { $0 } + advice.notes
  }
}
