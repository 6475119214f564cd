internal import RungSource
package import RungSpec

/// What a provider publishes about itself, as data. The common rules read it; a fact that is not set is not checked.
///
/// Where a provider has several products, the facts are those of the one that was decided on.
package struct Facts: Sendable {
  /// Who has these limits, for a sentence: "Tenbyte", "PassthroughBasic".
  package var party: String

  package var videoRenditions: Limit<ClosedRange<Int>> = .unpublished
  package var audioRenditions: Limit<ClosedRange<Int>> = .unpublished
  /// Pixels.
  package var width: Limit<ClosedRange<Int>> = .unpublished
  /// The heights that are taken, in pixels.
  package var heights: Limit<[Int]> = .unpublished
  package var frameRates: Limit<[FrameRate]> = .unpublished
  package var videoCodecs: Limit<[VideoCodec]> = .unpublished
  package var rateControls: Limit<[RateControl]> = .unpublished
  package var audioCodecs: Limit<[AudioCodec]> = .unpublished
  package var audioChannels: Limit<[Int]> = .unpublished
  package var sampleRates: Limit<[SampleRate]> = .unpublished
  package var audioBitrate: Limit<ClosedRange<Bitrate>> = .unpublished
  /// What bitrates and buffers are counted in, for instance 1 kbps: a value that is no multiple cannot be said.
  package var bitrateUnit: Limit<Bitrate> = .unpublished
  package var pushProtocols: Limit<[IngestProtocol]> = .unpublished
  /// URL schemes that can be pulled.
  package var pullSchemes: Limit<[String]> = .unpublished
  /// Video and audio of all renditions that the encoder sends, together.
  package var ingestBitrate: Limit<Bitrate> = .unpublished
  package var archiveWindow: Limit<ClosedRange<Seconds>> = .unpublished
  package var eventDuration: Limit<Seconds> = .unpublished
  /// Characters in the stream's name.
  package var nameLength: Limit<ClosedRange<Int>> = .unpublished
  package var keyframeInterval: Limit<ClosedRange<Seconds>> = .unpublished

  package init(party: String) {
    self.party = party
  }
}
