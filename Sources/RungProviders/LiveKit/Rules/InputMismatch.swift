internal import RungSource
internal import RungSpec

extension LiveKit {
  static let inputMismatch = Rule<Fit<LiveKit>>(
    "input-mismatch", family: id, severity: .error,
    summary: "`input` does not match `ingest`",
    why: "The input type is fixed when the ingress is created. An encoder with another protocol cannot connect.",
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
        "\(.livekit("input"), input.value.rawValue) does not match \(path: .ingestMode, mode.value.rawValue); expected \(mode.value == .push ? "`RTMP_INPUT` or `WHIP_INPUT`" : "`URL_INPUT`")",
        notes: [MessageNote("\(path: .ingestMode) is set here", at: mode.place.span)], help: "remove \(.livekit("input")), and Rung chooses it by \(.ingest)")
    } else if let protocols = fit.spec.ingest?.value.protocols, input.value.isPushed, pushProtocol(fit) == nil,
      protocols.value.contains(where: { LiveKitInput(pushedWith: $0.value) != nil })
    {
      report.flag(
        input.place,
        "\(.livekit("input"), input.value.rawValue) does not match \(path: .ingestProtocols); the encoder pushes with \(oneOf(protocols.value.map(\.value.rawValue)))",
        notes: [MessageNote("the protocols are set here", at: protocols.place.span)],
        help: ["remove \(.livekit("input"))", "add its protocol to \(.ingestProtocols)"])
    }
  }
}
