internal import RungSource
internal import RungSpec

extension FleetRules {
  static let takenTwice = Rule<Fleet.Meeting>(
    "taken-twice", family: nil, severity: .error,
    summary: "two streams use what only one can have: a participant identity, a live event name, a stream",
    why: "Each of the two specs is valid alone, and the requests of both may be accepted. Then one disconnects the other, or is rejected. Each stream is compared with all that are judged together: the documents of a file, and every file of one `rung check`.",
    bad: [
      Example("""
        rung: 1
        name: Camera 1
        targets: {livekit: {room: stage, participant: {identity: camera}}}
        ---
        rung: 1
        name: Camera 2
        targets: {livekit: {room: stage, participant: {identity: ⟦camera⟧}}}
        """),
      Example("""
        rung: 1
        name: Camera 1
        targets: {livekit: {host: "https://acme.livekit.cloud", room: stage, participant: {identity: camera}}}
        ---
        rung: 1
        name: Camera 2
        targets: {livekit: {host: "wss://ACME.livekit.cloud", room: stage, participant: {identity: ⟦camera⟧}}}
        """),
      Example("""
        rung: 1
        name: News
        targets: {mkio: {project: acme}}
        ---
        rung: 1
        name: ⟦News⟧
        targets: {mkio: {project: acme}}
        """),
      Example("""
        rung: 1
        name: News
        targets: {mkio: {project: acme, event: news, preview: {locator: 1f9c5f07-26ab-4d09-8d9d-1f4a3e0b7c11}}}
        ---
        rung: 1
        name: Sports
        targets: {mkio: {project: acme, event: sports, preview: {locator: ⟦1F9C5F07-26AB-4D09-8D9D-1F4A3E0B7C11⟧}}}
        """),
      Example("""
        rung: 1
        name: News
        targets: {qencode: {stream_id: 6f1d2c}}
        ---
        rung: 1
        name: Sports
        targets: {qencode: {stream_id: ⟦6f1d2c⟧}}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: Camera 1
        targets: {livekit: {room: stage, participant: {identity: camera-1}}}
        ---
        rung: 1
        name: Camera 2
        targets: {livekit: {room: stage, participant: {identity: camera-2}}}
        ---
        rung: 1
        name: Camera 3
        targets: {livekit: {room: foyer, participant: {identity: camera-1}}}
        """),
      Example("""
        rung: 1
        name: Tests
        targets: {livekit: {host: "https://test.livekit.cloud", room: stage, participant: {identity: camera}}}
        ---
        rung: 1
        name: Camera
        targets: {livekit: {host: "https://acme.livekit.cloud", room: stage, participant: {identity: camera}}}
        ---
        rung: 1
        name: Stand-in
        targets: {livekit: {host: "https://acme.livekit.cloud", room: stage, enabled: false, participant: {identity: camera}}}
        """),
      Example("""
        rung: 1
        name: News
        targets: {mkio: {project: acme}, tenbyte: {region: sg-edge-04}}
        ---
        rung: 1
        name: News
        targets: {mkio: {project: tests}, tenbyte: {region: sg-edge-04}}
        """),
    ]
  ) { meeting, report in
    let claim = meeting.claim
    let isInherited = meeting.place != claim.place
    report.working(for: meeting.provider) { report in
      report.flag(
        meeting.place, "\(claim.title()) is already used by \(named(meeting.first.stream)); \(claim.kind.consequence)",
        notes: [MessageNote("used by \(named(meeting.first.stream)) here", at: meeting.first.span)]
          + (isInherited ? [MessageNote("used by this stream here", at: claim.place.span)] : []) + claim.notes,
        help: claim.kind.mend, citation: claim.kind.citation)
    }
  }

  private static func named(_ stream: String?) -> String { stream.map { "the stream `\($0)`" } ?? "another stream" }
}
