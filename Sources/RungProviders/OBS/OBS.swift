package import RungSource
package import RungSpec

/// OBS Studio: the contribution encoder, configured by a profile.
package enum OBS: Encoder {
  package static let id = "obs"
  package static let title = "OBS Studio"

  package struct Options: Sendable {
    package var profile: Located<String>?
    package var server: Located<SecretText>?
    package var key: Located<SecretText>?
    package var encoder: Located<OBSEncoder>?
  }

  package static let options = Shape("the target obs", "How OBS Studio sends.", { Options() }) {
    Field("profile", { $1(&$0.profile) }, .string, "The profile's name in OBS. Default: `name`.")
    Field("server", { $1(&$0.server) }, .address(["rtmp", "rtmps", "srt", "https", "http"]), "The server to send to, or a reference to it: `rtmp://live.example.com/app`. Default: `${env:PUSH_URL}`.")
    Field("key", { $1(&$0.key) }, .secret, "The stream key, as a reference. Default: `${env:PUSH_KEY}`.")
    Field("encoder", { $1(&$0.encoder) }, .choice, "What encodes the video: `x264`, `svt-av1` and `aom-av1` in software, `nvenc`, `qsv`, `amf` and `apple` in hardware. Default: x264 for H.264, svt-av1 for AV1; HEVC requires one.")
  }

  package struct Decision: Sendable {
    /// What is sent: the one rendition of a passthrough stream, or the source of the ladder. Nil where it is not set.
    package var sent: Located<Rendition>?
    package var isPassthrough: Bool
    /// The protocol that it is sent with, and where the spec says so.
    package var scheme: IngestProtocol
    package var asked: SourcePlace?
    /// H.264 where the spec sets none.
    package var codec: VideoCodec
    /// Nil where none is set that encodes the codec.
    package var encoder: OBSEncoder?
    /// Of a contribution: its keyframes are not set.
    package var hasUsualKeyframes: Bool

    var entry: (id: String, name: String)? { encoder?.entry(for: codec) }
  }

  package static func encoded(_ decision: Decision) -> [Located<Rendition>]? { [decision.sent].compactMap { $0 } }

  package static func usualKeyframes(_ fit: Fit<OBS>) -> (rendition: Rendition, isContribution: Bool)? {
    if fit.decision.isPassthrough { return fit.decision.sent == nil ? nil : fit.stream.usualKeyframes.map { ($0, false) } }
    return fit.decision.hasUsualKeyframes ? fit.decision.sent.map { ($0.value, true) } : nil
  }

  package static func feeds(_ fit: Fit<OBS>, _ report: inout Report) -> [Feed] {
    guard let server = fit.options.server, server.value.isLiteral, let sent = fit.decision.sent else { return [] }
    return Feed.all(to: [StreamURL(server.value.revealed).map { Located($0, at: server.place) }], under: "targets.obs.server", from: id) {
      ([sent], !fit.decision.isPassthrough || fit.ladder?.source == .ingest)
    }
  }

  package static func decide(_ stream: Stream, _ options: Options, _ report: inout Report) -> Decision {
    let isPassthrough = stream.encoding.value == .passthrough
    report.use(stream.encoding)
    let ladder = stream.ladder?.renditions ?? []
    let sent = isPassthrough ? nil : stream.contribution(&report)
    let asked = stream.spec.ingest?.value.protocols?.value.first
    // With several renditions OBS sends none: that is a finding.
    let rendition = isPassthrough ? (ladder.count == 1 ? ladder.first : nil) : sent?.rendition
    let codec = rendition?.value.codec?.value ?? .h264
    report.use(options.encoder)
    let encoder = options.encoder.map { $0.value.entry(for: codec) == nil ? nil : $0.value } ?? OBSEncoder.usual(for: codec)
    return Decision(
      sent: rendition, isPassthrough: isPassthrough, scheme: asked?.value ?? .rtmp, asked: asked?.place, codec: codec, encoder: encoder,
      hasUsualKeyframes: sent?.isUsual ?? false)
  }
}
