package import RungSource
package import RungSpec

/// What a provider publishes about itself, as data. The common rules read it; a fact that is not set is not checked.
///
/// Where a provider has several products, the facts are those of the one that was decided on.
package struct Facts: Sendable {
  /// Who has these limits, for a sentence: "Tenbyte", "PassthroughBasic".
  package var party: String
  /// Why this product was chosen, when the author left the choice to Rung.
  package var because: MessageNote?

  package var videoRenditions: Limit<ClosedRange<Int>> = .unpublished
  package var audioRenditions: Limit<ClosedRange<Int>> = .unpublished
  /// Pixels.
  package var width: Limit<ClosedRange<Int>> = .unpublished
  /// The heights that are taken, in pixels.
  package var heights: Limit<[Int]> = .unpublished
  package var frameRates: Limit<[FrameRate]> = .unpublished
  /// The most frames per second, where any rate up to one is taken.
  package var frameRateMaximum: Limit<FrameRate> = .unpublished
  package var videoCodecs: Limit<[VideoCodec]> = .unpublished
  package var rateControls: Limit<[RateControl]> = .unpublished
  package var audioCodecs: Limit<[AudioCodec]> = .unpublished
  package var audioChannels: Limit<[Int]> = .unpublished
  package var sampleRates: Limit<[SampleRate]> = .unpublished
  package var audioBitrate: Limit<ClosedRange<Bitrate>> = .unpublished
  /// What bitrates and buffers are counted in, for instance 1 kbps: a value that is no multiple cannot be said.
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
  /// Who says how short an archive window may be, when it is not who says how long.
  package var archiveMinimumSource: Citation?
  package var eventDuration: Limit<Seconds> = .unpublished
  /// What says how far viewers can go back. Unpublished where Rung knows of nothing that does.
  package var rewinding: Limit<Rewinding> = .unpublished
  /// How many segments a live playlist holds where the spec says none; not set where that is not known.
  package var playlistSegments: Limit<Int> = .unpublished
  /// How long a stream waits for its encoder before it stops.
  package var idleTimeout: Limit<ClosedRange<Seconds>> = .unpublished
  /// What recorded files are split at.
  package var recordedFileDuration: Limit<ClosedRange<Seconds>> = .unpublished
  /// Characters in the stream's name.
  package var nameLength: Limit<ClosedRange<Int>> = .unpublished
  package var keyframeInterval: Limit<ClosedRange<Seconds>> = .unpublished
  /// True where the picture that comes in keeps its shape, whatever sizes the ladder has.
  package var keepsShape = false

  package init(party: String) {
    self.party = party
  }
}

extension Facts {
  /// What general rules ask of it.
  var taken: Taken {
    var taken = Taken()
    (taken.frameRates, taken.frameRateMaximum, taken.heights) = (frameRates.value, frameRateMaximum.value, heights.value)
    taken.keepsShape = keepsShape
    return taken
  }
}

extension Facts {
  /// Everything that a finding about a limit has to say beside the limit itself.
  package func notes<Value>(on limit: Limit<Value>, _ advice: Advice = Advice()) -> [MessageNote] {
    // An account's own limit settles what documents disagree about.
    if let note = limit.note { return [note] + [because].compactMap { $0 } }
    return [because].compactMap { $0 } + advice.notes
  }
}
