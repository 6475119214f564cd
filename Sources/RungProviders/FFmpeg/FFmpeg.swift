package import RungSource
package import RungSpec

/// FFmpeg: one process that encodes the ladder, and packages it or pushes it to a service.
package enum FFmpeg: Encoder {
  package static let id = "ffmpeg"
  package static let title = "FFmpeg"

  package struct Options: Sendable {
    package var input: Located<String>?
    package var output: Located<FFmpegOutput>?
    package var directory: Located<String>?
    package var playlist: Located<FFmpegPlaylist>?
    package var pushURL: Located<SecretText>?
    package var pushKey: Located<SecretText>?
  }

  package static let options = Shape("the target ffmpeg", "How FFmpeg runs.", { Options() }) {
    Field("input", { $1(&$0.input) }, .string, "The input: a URL, a file or a device. Default: `ingest.source`, or `RUNG_INPUT` of the environment.")
    Field("output", { $1(&$0.output) }, .choice, "`package` writes HLS and DASH, `push` sends to the service. Default: push for a passthrough stream that is pushed.")
    Field("directory", { $1(&$0.directory) }, .string, "The directory of packaged output. Default: `out`.")
    Field("playlist", { $1(&$0.playlist) }, .choice, "Who writes the multivariant playlist of HLS. `rung`: the script writes that of `rung ladder preview --hls` before FFmpeg starts. `ffmpeg`: FFmpeg does, after the first segments; 5.1 leaves CODECS out or writes wrong ones for H.265, AV1, VP9 and Opus. Default: `rung`, where the codec and a bitrate of every rendition are known.")
    Field("push_url", { $1(&$0.pushURL) }, .address(["rtmp", "rtmps", "srt"]), "The address to push to, or a reference to it: `rtmp://live.example.com/app`. Default: `${env:PUSH_URL}`.")
    Field("push_key", { $1(&$0.pushKey) }, .secret, "The stream key of RTMP, as a reference. Default: `${env:PUSH_KEY}`; with several renditions, followed by `_` and the name.")
  }

  /// Where the streams go.
  package enum Delivery: Sendable, Equatable {
    case push(IngestProtocol)
    case package
    case nowhere
  }

  package struct Decision: Sendable {
    package var delivery: Delivery
    /// What is encoded: the ladder, or what is sent to a provider that encodes the ladder itself.
    package var renditions: [Located<Rendition>]
    package var isContribution: Bool
    /// The source as the spec describes it; nil where it does not, and where the description is that of what is sent.
    package var source: IngestVideo?
    /// Of a contribution: its keyframes are not set.
    package var hasUsualKeyframes = false
  }

  package static func usualKeyframes(_ fit: Fit<FFmpeg>) -> (rendition: Rendition, isContribution: Bool)? {
    if fit.decision.isContribution { return fit.decision.hasUsualKeyframes ? fit.decision.renditions.first.map { ($0.value, true) } : nil }
    return fit.decision.delivery == .nowhere ? nil : fit.stream.usualKeyframes.map { ($0, false) }
  }

  package static func feeds(_ fit: Fit<FFmpeg>, _ report: inout Report) -> [Feed] {
    guard case .push = fit.decision.delivery, let url = fit.options.pushURL, url.value.isLiteral else { return [] }
    return Feed.all(to: [StreamURL(url.value.revealed).map { Located($0, at: url.place) }], under: "targets.ffmpeg.push_url", from: id) {
      (fit.decision.renditions, fit.decision.isContribution || fit.ladder?.source == .ingest)
    }
  }

  package static func decide(_ stream: Stream, _ options: Options, _ report: inout Report) -> Decision {
    let isPassthrough = stream.encoding.value == .passthrough
    report.use(options.output)
    let isPulled = stream.ingestMode?.value == .pull
    if options.output.map({ $0.value == .push }) ?? !isPulled { report.use(stream.encoding) }
    if options.output == nil, isPassthrough { report.use(stream.ingestMode) }
    let pushes = options.output.map { $0.value == .push } ?? (isPassthrough && !isPulled)
    let ladder = stream.ladder?.renditions ?? []
    guard pushes else {
      let packaging = stream.spec.packaging?.value
      let isSomewhere = packaging?.hls != nil || packaging?.dash != nil
      let source = stream.spec.ingest?.value.video?.value
      return Decision(
        delivery: isSomewhere ? .package : .nowhere, renditions: ladder.map { $0.map { $0.colored(as: source) } }, isContribution: false, source: source)
    }
    let asked = stream.spec.ingest?.value.protocols?.value ?? []
    let chosen = asked.first { spoken.contains($0.value) }
    report.use(chosen)
    let delivery = Delivery.push(chosen?.value ?? .rtmp)
    if isPassthrough { return Decision(delivery: delivery, renditions: ladder, isContribution: false) }
    let sent = stream.contribution(&report)
    return Decision(
      delivery: delivery, renditions: sent.map { [$0.rendition] } ?? [], isContribution: true, hasUsualKeyframes: sent?.isUsual ?? false)
  }

  /// Protocols that it can push with.
  static let spoken: [IngestProtocol] = [.rtmp, .rtmps, .srt]
}
