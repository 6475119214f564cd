internal import RungSource
package import RungSpec

/// A service that streams are sent on to, and what it takes: one file in `Known`, and nothing about it anywhere else.
package struct Destination: Sendable {
  /// What `rung ladder design --for` calls it.
  package let id: String
  package let title: String
  /// Where it is sent to: each host, and those of the domain.
  package let hosts: [String]
  /// What an encoder is given; nil where each account has another address.
  package let server: String?

  package var protocols: Limit<[IngestProtocol]> = .unpublished
  /// The largest distance of keyframes.
  package var keyframeInterval: Limit<Seconds> = .unpublished
  /// The highest video bitrate, by size and frame rate: smallest first.
  package var videoBitrate: Limit<[BitrateCap]> = .unpublished
  /// The largest frame, lying or standing.
  package var resolution: Limit<Resolution> = .unpublished
  package var frameRateMaximum: Limit<FrameRate> = .unpublished
  package var videoCodecs: Limit<[VideoCodec]> = .unpublished
  /// Over SRT, where these are others.
  package var srtVideoCodecs: Limit<[VideoCodec]> = .unpublished
  /// The most consecutive B-frames.
  package var bframes: Limit<Int> = .unpublished
  package var rateControls: Limit<[RateControl]> = .unpublished
  package var audioCodecs: Limit<[AudioCodec]> = .unpublished
  /// The most channels.
  package var audioChannels: Limit<Int> = .unpublished
  package var sampleRates: Limit<[SampleRate]> = .unpublished
  package var audioBitrate: Limit<Bitrate> = .unpublished
  /// Of more than two channels, where that is another one.
  package var surroundBitrate: Limit<Bitrate> = .unpublished

  init(_ id: String, _ title: String, hosts: [String], server: String? = nil, _ set: (inout Destination) -> Void) {
    (self.id, self.title, self.hosts, self.server) = (id, title, hosts, server)
    set(&self)
  }

  /// The limit of what has so many channels, or a number that is not known.
  package func audioBitrate(channels: Int?) -> Limit<Bitrate> {
    surroundBitrate.value == nil || channels.map { $0 <= 2 } == true ? audioBitrate : surroundBitrate
  }

  func videoCodecs(over scheme: String?) -> Limit<[VideoCodec]> {
    scheme == IngestProtocol.srt.rawValue && srtVideoCodecs.value != nil ? srtVideoCodecs : videoCodecs
  }

  /// Every limit that it is known for, in the order of the declarations.
  package var lines: [FactLine] { FactLine.lines(of: self) }
}

extension Citation {
  /// What OBS Studio keeps its encoder to where the service says nothing: practice, agreed with many services.
  static func encodingPractice(_ service: String, _ settings: String) -> Citation {
    Citation(
      "encoding practice", "OBS Studio's list of services, \(service): \(settings)",
      url: "https://github.com/obsproject/obs-studio/blob/master/plugins/rtmp-services/data/services.json", checked: "2026-11-27", strength: .inferred)
  }
}
