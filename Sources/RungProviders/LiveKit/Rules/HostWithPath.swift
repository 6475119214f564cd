internal import RungSource
internal import RungSpec

extension LiveKit {
  static let hostWithPath = Rule<Fit<LiveKit>>(
    "host-with-path", family: id, severity: .error,
    summary: "the address of the project holds more than a host",
    why: "The API lies at /twirp below the host. Anything between the two is answered 404, `bad_route`; a key or a password has no place in the address.",
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
      host.place, "`host` holds more than a host; LiveKit's API lies at \(host.value.scheme)://\(host.value.authority)/twirp",
      help: "write `\(host.value.scheme)://\(host.value.authority)`")
  }
}
