internal import RungSource
internal import RungSpec

extension LiveKit {
  static let hostWithPath = Rule<Fit<LiveKit>>(
    "host-with-path", family: id, severity: .error,
    summary: "the project's address has more than a host",
    why: "The API is at /twirp below the host. A path between the two is answered 404, `bad_route`; an address must not contain a key or a password.",
    citation: Source.server("routes: /twirp/livekit.Ingress/…"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {host: ⟦"https://acme.livekit.cloud/api"⟧, room: news, participant: {identity: encoder-1}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {host: "wss://acme.livekit.cloud/", room: news, participant: {identity: encoder-1}}
        """)
    ]
  ) { fit, report in
    guard let host = fit.options.host, !(host.value.path.isEmpty || host.value.path == "/") || host.value.query != nil || host.value.userInfo != nil
    else { return }
    report.flag(
      host.place, "\(.livekit("host")) has more than a host; LiveKit's API is at \(host.value.scheme)://\(host.value.authority)/twirp",
      help: "set \(.livekit("host"), "\(host.value.scheme)://\(host.value.authority)")")
  }
}
