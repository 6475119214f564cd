package import RungSource

/// What can be wrong with a text about what was delivered before it is known what it is.
package enum DeliveryFaults {
  package static let all: [RuleInfo] = [notRecognized, nothingShown]

  package static let notRecognized = RuleInfo(
    "not-recognized", family: "verify", severity: .error,
    summary: "the text is no playlist, no manifest and no probe",
    why: "A page that a server sent for an error would otherwise count as a stream of which nothing is shown, and a check of it would pass.",
    bad: [Example(delivered: "⟦⟧Not found\n")],
    good: [Example(delivered: "#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\n1.ts\n")])

  package static let nothingShown = RuleInfo(
    "nothing-shown", family: "verify", severity: .error,
    summary: "a probe or a playlist that shows no stream",
    why: "A check of nothing would pass: ffprobe was called without `-show_streams`, or it failed.",
    bad: [Example(delivered: "⟦⟧{\"format\": {\"filename\": \"1.ts\"}}\n"), Example(delivered: "⟦#EXTM3U⟧\n")],
    good: [Example(delivered: "{\"streams\": [{\"index\": 0, \"codec_type\": \"video\", \"codec_name\": \"h264\"}]}\n")])
}
