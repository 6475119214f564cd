package import RungSource
package import RungSpec

/// Findings of the code that all providers share.
package enum TargetFaults {
  package static let all: [RuleInfo] = [unknownTarget, noTarget, keyframeIntervalNotSet, limitNegotiated, extraField, extraHidesValue, extraMember, idleNull, notExpressible, notApplied, acceptsNothing]

  package static let unknownTarget = RuleInfo(
    "unknown-target", family: "spec", severity: .error,
    summary: "`targets` names a provider that Rung does not know",
    why: "Without a known target, no provider's rules are checked.",
    bad: [
      Example("rung: 1\nname: news\ntargets: [⟦tenbite⟧]\n", mended: "rung: 1\nname: news\ntargets: [tenbyte]\n")
    ],
    good: [Example("rung: 1\nname: news\n")])

  package static let noTarget = RuleInfo(
    "no-target", family: "spec", severity: .warning,
    summary: "the spec names no provider",
    why: "Only the rules that apply to every provider were checked. The limits that reject a stream are those of its provider.",
    scope: .specs,
    bad: [Example("⟦rung⟧: 1\nname: news\n")],
    good: [Example("rung: 1\nname: news\ntargets: [tenbyte]\n")])

  package static let keyframeIntervalNotSet = RuleInfo(
    "keyframe-interval-not-set", family: nil, severity: .note,
    summary: "the keyframe interval is not set, and Rung's default is used",
    why: "An encoder always has one: by default x264 places a keyframe every 250 frames. Rung uses the longest interval of one to two seconds that divides the segment duration, and judges, previews and configures the stream with it. Requests to providers contain none, except where a provider requires the value and allows any: MK.IO's passthrough.",
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

  /// Once per run, however many streams have no keyframe interval.
  /// - Parameter party: who gets the interval, where that is not an encoder.
  package static func flagUsualKeyframes(_ rendition: Rendition, isContribution: Bool, of stream: Stream, party: String?, _ report: inout Report) {
    guard let interval = rendition.keyframeInterval?.value, !isWritten(isContribution, of: stream) else { return }
    let decimal = interval.text.utf8.contains(UInt8(ascii: "/")) ? nil : interval.text
    let setting: Message = decimal.map { "\(.keyframeInterval, $0)" } ?? rendition.gop.map { "\(.gop, $0.value)" } ?? "\(.keyframeInterval, "2s")"
    report.flag(
      keyframeIntervalNotSet, stream.sectionPlace(isContribution || stream.spec.ladder == nil ? "ingest" : "ladder"),
      "keyframe interval is not set; \(party ?? "the encoder") gets the default of \(interval.value.roundedText) s", help: "add \(setting)")
  }

  /// Whether a keyframe interval is written where Rung's default is used: it could not be read, and that has a finding.
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
    summary: "a limit of the account replaces the published one",
    why: "Published limits apply to everybody; an account may have others. The note shows that this limit was not checked against a document.",
    scope: .specs,
    bad: [Example("rung: 1\nname: news\ntargets: {tenbyte: {limits: {event_duration: ⟦12h⟧}}}\n")],
    good: [Example("rung: 1\nname: news\ntargets: {tenbyte: {}}\n")])

  package static let extraField = RuleInfo(
    "extra-field", family: nil, severity: .note,
    summary: "`extra` puts a field into the body that Rung does not check",
    why: "Providers add fields faster than tools support them. Fields under `extra` are merged into the body unchecked.",
    scope: .specs,
    bad: [Example("rung: 1\nname: news\ntargets: {tenbyte: {extra: {⟦gpu⟧: true}}}\n")],
    good: [Example("rung: 1\nname: news\ntargets: {tenbyte: {}}\n")])

  package static let idleNull = RuleInfo(
    "null-removes-nothing", family: nil, severity: .warning,
    summary: "a null under `extra` for a field that the body does not have",
    why: "`extra` is a merge patch (RFC 7396): null removes a field of the body. It cannot add a null field, so this null is not sent and has no effect.",
    bad: [
      Example("rung: 1\nname: news\ntargets: {tenbyte: {extra: {gpu: {model: a, ⟦memory⟧: null}}}}\n"),
      Example("rung: 1\nname: news\ntargets: {tenbyte: {extra: {⟦gpu⟧: null}}}\n"),
    ],
    good: [Example("rung: 1\nname: news\ntargets: {tenbyte: {extra: {gpu: {model: a}}}}\n")])

  package static let extraHidesValue = RuleInfo(
    "extra-hides-value", family: nil, severity: .warning,
    summary: "`extra` replaces a value that the spec sets",
    why: "Fields under `extra` are merged into the body last, so a change of the value in the spec has no effect.",
    bad: [
      Example("rung: 1\nname: news\nwebhook: https://hooks.example.com/a\ntargets: {tenbyte: {extra: {⟦webhook_url⟧: https://hooks.example.com/b}}}\n")
    ],
    good: [Example("rung: 1\nname: news\nwebhook: https://hooks.example.com/b\ntargets: {tenbyte: {}}\n")])

  package static let extraMember = RuleInfo(
    "extra-member-missing", family: nil, severity: .warning,
    summary: "`extra` names a member that the list in the body does not have",
    why: "Where the body has a list of objects, a mapping under `extra` is merged into the members that it names: by their key (`quality`, `name`, `url`), or by number from 0. When the spec creates other members, an old name matches nothing and its fields are not sent.",
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

  /// Whether a finding says that a target has no field for a value.
  package static func isLoss(_ id: RuleID) -> Bool { [notExpressible, notApplied].contains { id.rawValue.hasSuffix("/\($0.name)") } }

  package static let notExpressible = RuleInfo(
    "not-expressible", family: nil, severity: .note,
    summary: "the provider's API has no field for something that the spec sets",
    why: "Rung drops no value without a finding: each value of the spec is sent, decides something, or is reported here. `accepts` under the target says that this is known.",
    bad: [
      Example("rung: 1\nname: news\ntargets: [tenbyte]\n⟦playback⟧: {domain: live.example.com}\n")
    ],
    good: [
      Example("rung: 1\nname: news\ntargets: [tenbyte]\n"),
      Example("rung: 1\nname: news\ntargets: {tenbyte: {accepts: [playback.domain]}}\nplayback: {domain: live.example.com}\n"),
    ])

  package static let notApplied = RuleInfo(
    "setting-not-applied", family: nil, severity: .warning,
    summary: "the provider does not apply a setting on which access, recording or distribution depends",
    why: "The stream runs without it: anyone may send or watch, nothing is recorded, or nothing is sent on. `accepts` under the target says that this is known.",
    bad: [
      Example("rung: 1\nname: news\ntargets: [tenbyte]\ningest: {mode: push, protocols: [rtmp], allow: [⟦203.0.113.0/24⟧]}\n")
    ],
    good: [
      Example("rung: 1\nname: news\ntargets: [tenbyte]\n"),
      Example("rung: 1\nname: news\ntargets: {tenbyte: {accepts: [ingest.allow]}}\ningest: {mode: push, protocols: [rtmp], allow: [203.0.113.0/24]}\n"),
    ])

  package static let acceptsNothing = RuleInfo(
    "accepts-nothing", family: nil, severity: .warning,
    summary: "an entry of `accepts` that accepts nothing",
    why: "The value is not set, the provider supports it, or the path is misspelt. The entry would hide a loss that nobody has thought of yet.",
    bad: [
      Example("rung: 1\nname: news\ntargets: {tenbyte: {accepts: [⟦recording.window⟧]}}\n"),
      Example("rung: 1\nname: news\ntargets: {tenbyte: {accepts: [⟦recording.windo⟧]}}\nrecording: {window: 4h}\n"),
    ],
    good: [Example("rung: 1\nname: news\ntargets: {tenbyte: {accepts: [recording.window]}}\nrecording: {window: 4h}\n")])
}
