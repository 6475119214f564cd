internal import RungSource
internal import RungSpec

extension LiveKit {
  static let pulledMediaNotTaken = Rule<Fit<LiveKit>>(
    "pulled-media-not-taken", family: id, severity: .warning,
    summary: "LiveKit does not support the source's format",
    why: "The ingress is created, detects the format that it pulled, and ends with an error.",
    citation: Source.ingress("urlpull: HLS, MP4, MOV, MKV, WEBM, MPEG-TS, OGG, MP3 and M4A"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ingest:
          mode: pull
          source: {url: ⟦"https://cdn.example.com/live.mpd"⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ingest:
          mode: pull
          source: {url: "https://cdn.example.com/live.m3u8"}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ingest:
          mode: pull
          source: {url: "https://cdn.example.com/live"}
        """)
    ]
  ) { fit, report in
    guard fit.decision.input?.value == .url, let url = fit.spec.ingest?.value.source?.value.url, url.value.scheme != "srt",
      let dot = url.value.path.utf8.lastIndex(of: UInt8(ascii: ".")),
      let kind = unreadable[url.value.path[url.value.path.utf8.index(after: dot)...].lowercased()]
    else { return }
    report.flag(
      url.place, "the source is \(kind); LiveKit supports HLS, MP4, MOV, MKV, WEBM, MPEG-TS, OGG, MP3 and M4A",
      notes: [MessageNote("the ingress would end with `unsupported mime type (…) for the source media`")],
      help: "use an HLS source")
  }

  /// By the file extension. Another format is only known once it has been pulled.
  private static let unreadable = [
    "mpd": "a DASH manifest", "flv": "an FLV file", "f4m": "an HDS manifest", "ism": "a Smooth Streaming manifest", "avi": "an AVI file",
    "wmv": "a WMV file", "asf": "an ASF file",
  ]
}
