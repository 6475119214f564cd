package import RungSource
package import RungSpec

/// What the machinery that all providers share can find by itself.
package enum TargetFaults {
  package static let all: [RuleInfo] = [unknownTarget, noTarget, keyframeIntervalNotSet, limitNegotiated, extraField, extraHidesValue, extraMember, idleNull, notExpressible]

  package static let unknownTarget = RuleInfo(
    "unknown-target", family: "spec", severity: .error,
    summary: "`targets` names a provider that Rung does not know",
    why: "A stream that is compiled for nobody is checked against nobody's rules.",
    bad: [
      Example("rung: 1\nname: news\ntargets: [⟦tenbite⟧]\n", mended: "rung: 1\nname: news\ntargets: [tenbyte]\n")
    ],
    good: [Example("rung: 1\nname: news\n")])

  package static let noTarget = RuleInfo(
    "no-target", family: "spec", severity: .note,
    summary: "the spec names no provider",
    why: "Only what holds for every provider was checked. The limits that reject a stream are the provider's own.",
    bad: [Example("⟦rung⟧: 1\nname: news\n")],
    good: [Example("rung: 1\nname: news\ntargets: [tenbyte]\n")])

  package static let keyframeIntervalNotSet = RuleInfo(
    "keyframe-interval-not-set", family: nil, severity: .note,
    summary: "no keyframe interval is stated, and one of Rung's goes out",
    why: "An encoder always has one: x264 left to itself places a keyframe every 250 frames. Rung sets the longest of one to two seconds that divides the segments that are asked for, and judges, previews and sets up the stream with it. Requests of providers get none, except where a provider requires the value and takes any: MK.IO's passthrough.",
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ⟦ladder⟧:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, codec: h264, bitrate: 1500k}
        packaging: {hls: {segment_format: mpegts, segment_duration: 3s}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        encoding: passthrough
        ⟦ingest⟧: {video: {codec: h264, resolution: 1280x720, fps: 25, bitrate: 1500k}}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, keyframe_interval: 1s, codec: h264, bitrate: 1500k}
        packaging: {hls: {segment_format: mpegts, segment_duration: 3s}}
        """)
    ])

  /// Once a run: it is a habit, not a fault of each stream.
  /// - Parameter party: who is told, where that is no encoder.
  package static func flagUsualKeyframes(_ rendition: Rendition, isContribution: Bool, of stream: Stream, party: String?, _ report: inout Report) {
    guard let interval = rendition.keyframeInterval?.value, !isWritten(isContribution, of: stream) else { return }
    let decimal = interval.text.utf8.contains(UInt8(ascii: "/")) ? nil : interval.text
    let setting = decimal.map { "keyframe_interval: \($0)" } ?? rendition.gop.map { "gop: \($0.value)" } ?? "keyframe_interval: 2s"
    report.flag(
      keyframeIntervalNotSet, stream.sectionPlace(isContribution || stream.spec.ladder == nil ? "ingest" : "ladder"),
      "the keyframe interval is not set; \(party ?? "the encoder") is \(party == nil ? "set to" : "told") \(interval.value.roundedText) s", help: "add `\(setting)`")
  }

  /// Whether keyframes are set where one of Rung's intervals is taken: what is written did not read, and that is said.
  private static func isWritten(_ isContribution: Bool, of stream: Stream) -> Bool {
    if isContribution { return ["keyframe_interval", "gop"].contains { stream.written("ingest", "video", $0) != nil } }
    guard let ladder = stream.ladder else { return false }
    return ladder.renditions.indices.contains { index in
      let rendition = ladder.renditions[index]
      let places = [rendition.value.gop?.place, rendition.value.keyframeInterval?.place].compactMap { $0 }
      guard places.allSatisfy({ $0.span == rendition.place.span }) else { return false }
      return ladder.states("keyframe_interval", at: index) || ladder.states("gop", at: index)
    }
  }

  package static let limitNegotiated = RuleInfo(
    "limit-negotiated", family: nil, severity: .note,
    summary: "a limit of the account's own takes the place of the published one",
    why: "Published limits are for everybody; an account may have others. The note keeps it visible that this one was not checked against a document.",
    bad: [Example("rung: 1\nname: news\ntargets: {tenbyte: {limits: {event_duration: ⟦12h⟧}}}\n")],
    good: [Example("rung: 1\nname: news\ntargets: {tenbyte: {}}\n")])

  package static let extraField = RuleInfo(
    "extra-field", family: nil, severity: .note,
    summary: "`extra` puts a field into the body that Rung does not check",
    why: "Providers add fields faster than tools learn them. What stands under `extra` is merged into the body as it is.",
    bad: [Example("rung: 1\nname: news\ntargets: {tenbyte: {extra: {⟦gpu⟧: true}}}\n")],
    good: [Example("rung: 1\nname: news\ntargets: {tenbyte: {}}\n")])

  package static let idleNull = RuleInfo(
    "null-removes-nothing", family: nil, severity: .warning,
    summary: "a null under `extra` for a field that the body does not have",
    why: "`extra` is a merge patch (RFC 7396): null removes a field of the body. It cannot add a field that is null, so the null is neither sent nor does it change anything.",
    bad: [
      Example("rung: 1\nname: news\ntargets: {tenbyte: {extra: {gpu: {model: a, ⟦memory⟧: null}}}}\n"),
      Example("rung: 1\nname: news\ntargets: {tenbyte: {extra: {⟦gpu⟧: null}}}\n"),
    ],
    good: [Example("rung: 1\nname: news\ntargets: {tenbyte: {extra: {gpu: {model: a}}}}\n")])

  package static let extraHidesValue = RuleInfo(
    "extra-hides-value", family: nil, severity: .warning,
    summary: "`extra` replaces a value that the spec sets",
    why: "What stands under `extra` goes into the body last. Whoever changes the value in the spec changes nothing.",
    bad: [
      Example("rung: 1\nname: news\nwebhook: https://hooks.example.com/a\ntargets: {tenbyte: {extra: {⟦webhook_url⟧: https://hooks.example.com/b}}}\n")
    ],
    good: [Example("rung: 1\nname: news\nwebhook: https://hooks.example.com/b\ntargets: {tenbyte: {}}\n")])

  package static let extraMember = RuleInfo(
    "extra-member-missing", family: nil, severity: .warning,
    summary: "`extra` addresses a member that the list in the body does not have",
    why: "A mapping under `extra` where the body has a list of objects goes into the members that it names: by what tells them apart (`quality`, `name`, `url`), or by number from 0. Once the spec makes other members, a name leads nowhere and what stands under it is not sent.",
    bad: [
      Example("""
        rung: 1
        name: news
        targets: {livekit: {room: a, participant: {identity: b}, extra: {create: {video: {options: {layers: {⟦MEDIUM⟧: {rid: h}}}}}}}}
        ladder: {renditions: [{name: 720p, resolution: 1280x720, bitrate: 1700k}]}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: {livekit: {room: a, participant: {identity: b}, extra: {create: {video: {options: {layers: {HIGH: {rid: f}}}}}}}}
        ladder: {renditions: [{name: 720p, resolution: 1280x720, bitrate: 1700k}]}
        """)
    ])

  package static let notExpressible = RuleInfo(
    "not-expressible", family: nil, severity: .warning,
    summary: "the provider's API has no field for something that the spec sets",
    why: "Rung drops nothing in silence: each value of the spec is emitted, decides something, or is named here.",
    bad: [
      Example("rung: 1\nname: news\ntargets: [tenbyte]\n⟦playback⟧: {domain: live.example.com}\n")
    ],
    good: [Example("rung: 1\nname: news\ntargets: [tenbyte]\n")])
}
