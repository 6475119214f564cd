internal import RungSource
internal import RungSpec

extension LiveKit {
  static let inputMismatch = Rule<Fit<LiveKit>>(
    "input-mismatch", family: id, severity: .error,
    summary: "the input that is asked for is not the one that `ingest` describes",
    why: "The input type is fixed when the ingress is made. An encoder that speaks something else finds nobody to speak to.",
    citation: Source.proto("CreateIngressRequest.input_type"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}, input: ⟦WHIP_INPUT⟧}
        ingest: {protocols: [rtmp]}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}, input: ⟦RTMP_INPUT⟧}
        ingest:
          mode: pull
          source: {url: "https://cdn.example.com/live.m3u8"}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}, input: WHIP_INPUT}
        ingest: {protocols: [rtmp, whip]}
        """)
    ]
  ) { fit, report in
    guard let input = fit.options.input, let mode = fit.stream.ingestMode else { return }
    if input.value.isPushed != (mode.value == .push) {
      report.flag(
        input.place,
        "`input` is \(input.value.rawValue), and `ingest` is to \(mode.value.rawValue); expected \(mode.value == .push ? "RTMP_INPUT or WHIP_INPUT" : "URL_INPUT")",
        notes: [MessageNote("`ingest` stands here", at: mode.place.span)], help: "leave `input` away, and Rung goes by `ingest`")
    } else if let protocols = fit.spec.ingest?.value.protocols, input.value.isPushed, pushProtocol(fit) == nil,
      protocols.value.contains(where: { LiveKitInput(pushedWith: $0.value) != nil })
    {
      report.flag(
        input.place,
        "`input` is \(input.value.rawValue), and the encoder pushes with \(oneOf(protocols.value.map(\.value.rawValue)))",
        notes: [MessageNote("the protocols stand here", at: protocols.place.span)],
        help: "leave `input` away, or add its protocol to `protocols`")
    }
  }
}
