package import RungSource
package import RungSpec

/// LiveKit Ingress: one request creates an ingress, which ingests a stream and publishes it to a room over WebRTC.
package enum LiveKit: Provider {
  package static let id = "livekit"
  package static let title = "LiveKit"

  package struct Decision: Sendable {
    /// Nil where LiveKit has no input for the spec; a rule says so.
    package var input: Located<LiveKitInput>?
    /// Why, where the author did not set one.
    package var because: MessageNote?
    /// Whether LiveKit encodes the layers. Otherwise it forwards what the encoder sends.
    package var transcodes: Bool
    /// The renditions of the ladder as indices, best first: what HIGH, MEDIUM and LOW will be.
    package var order: [Int]
    /// The ladder in LiveKit's terms; nil where LiveKit encodes no layers.
    package var encoding: LiveKitEncoding?
  }

  package static let requests = [
    RequestKind(
      "create", "POST /twirp/livekit.Ingress/CreateIngress", body: LiveKitCreate.shape,
      telling: ["input_type", "url", "stream_key", "reusable", "state"], filled: filled, renamed: renamed,
      source: Source.proto("CreateIngressRequest"), closed: Source.client),
    RequestKind(
      "list", "POST /twirp/livekit.Ingress/ListIngress", body: LiveKitList.shape, telling: ["page_token"], source: Source.proto("ListIngressRequest")),
    RequestKind(
      "update", "POST /twirp/livekit.Ingress/UpdateIngress", body: LiveKitUpdate.shape, telling: ["ingress_id"],
      renamed: renamed, source: Source.proto("UpdateIngressRequest")),
    RequestKind("delete", "POST /twirp/livekit.Ingress/DeleteIngress", body: LiveKitDelete.shape, source: Source.proto("DeleteIngressRequest")),
  ]

  package static func decide(_ stream: Stream, _ options: Options, _ report: inout Report) -> Decision {
    let (input, because) = input(stream, options, &report)
    let transcodes = stream.encoding.value == .transcode
    let order = bestFirst(stream.ladder)
    return Decision(
      input: input, because: because, transcodes: transcodes, order: order,
      encoding: transcodes ? stream.ladder.flatMap { LiveKitEncoding($0, order) } : nil)
  }

  // MARK: Input

  private static func input(
    _ stream: Stream, _ options: Options, _ report: inout Report
  ) -> (Located<LiveKitInput>?, because: MessageNote?) {
    if let stated = options.input { return (stated, nil) }
    guard let mode = stream.ingestMode else {
      // An `ingest` that could not be read may have said anything.
      guard stream.written("ingest") == nil else { return (nil, nil) }
      return (report.byDefault(.rtmp, "the spec has no `ingest`, and RTMP is LiveKit's default", near: stream.place), nil)
    }
    let ingest = stream.spec.ingest?.value
    switch mode.value {
    case .pull:
      let url = ingest?.source?.value.url?.place
      let input = report.derive(LiveKitInput.url, "the source is pulled", from: [url, mode.place].compactMap { $0 })
      return (input, MessageNote(.ofSpecs("URL_INPUT is used because the source is pulled"), at: (url ?? mode.place).span))
    case .push:
      guard let protocols = ingest?.protocols else {
        guard stream.written("ingest", "protocols") == nil else { return (nil, nil) }
        report.use(mode)
        return (report.byDefault(.rtmp, "no protocol is set, and RTMP is LiveKit's default", near: mode.place), nil)
      }
      report.use(mode)
      guard let first = protocols.value.first(where: { LiveKitInput(pushedWith: $0.value) != nil }),
        let input = LiveKitInput(pushedWith: first.value)
      else { return (nil, nil) }
      let word = first.value.rawValue
      return (
        report.derive(input, "the encoder pushes with \(word)", from: [first.place]),
        MessageNote(.ofSpecs("\(input.rawValue) is used because the encoder pushes with `\(word)`"), at: first.place.span)
      )
    }
  }

  /// The protocol that the encoder pushes with: the first of the author's that leads to the input.
  static func pushProtocol(_ fit: Fit<LiveKit>) -> Located<IngestProtocol>? {
    guard let input = fit.decision.input else { return nil }
    return fit.spec.ingest?.value.protocols?.value.first { LiveKitInput(pushedWith: $0.value) == input.value }
  }

  // MARK: Order

  /// By height, then width, then bitrate: the server requires heights and widths that do not fall with rising quality, and
  /// if any order does so, this one does.
  private static func bestFirst(_ ladder: Ladder?) -> [Int] {
    guard let ladder else { return [] }
    let indices = Array(ladder.renditions.indices)
    guard ladder.media == .video, indices.count > 1 else { return indices }
    func key(_ index: Int) -> (Int, Int, Int64, Int) {
      let size = ladder.renditions[index].value.resolution?.value
      return (size?.height ?? 0, size?.width ?? 0, ladder.renditions[index].value.bitrate?.value.bitsPerSecond ?? 0, -index)
    }
    return indices.sorted { key($0) > key($1) }
  }
}

extension Fit where P == LiveKit {
  /// What LiveKit encodes, best first; empty where it encodes nothing.
  var layers: [LiveKitEncoding.Layer] { decision.encoding?.layers ?? [] }

  func label(_ layer: LiveKitEncoding.Layer) -> String { ladder?.renditions[layer.index].value.label ?? "the rendition" }

  /// The audio that LiveKit encodes, the same for all: that of the best rendition that sets any.
  var sound: Located<AudioSettings>? {
    guard decision.transcodes else { return nil }
    // Without renditions LiveKit uses its own, with the audio of the defaults.
    guard let ladder, !ladder.renditions.isEmpty else { return spec.ladder?.value.defaults?.value.audio }
    for index in decision.order { if let audio = ladder.renditions[index].value.audio { return audio } }
    return nil
  }

  /// The options as the spec has them, valid or not.
  var target: Node { stream.written("targets", LiveKit.id) ?? Node(.map([]), at: measured.target) }

  /// A key of the options.
  func key(_ name: String) -> SourcePlace? { stream.writtenKey("targets", LiveKit.id, name) }

  /// A setting that LiveKit replaces by its own is worth a warning; where the spec is for other providers as well, which use
  /// it unchanged, a note.
  var changeSeverity: Severity? { (spec.targets?.value.count ?? 0) > 1 ? .note : nil }
}
