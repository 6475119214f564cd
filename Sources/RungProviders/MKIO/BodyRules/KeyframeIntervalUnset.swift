internal import RungSource
internal import RungSpec

extension MKIO {
  static let keyframeIntervalUnset = Rule<ParsedBody>(
    "keyframe-interval-unset", family: id, severity: .warning,
    summary: "a passthrough live event does not set its keyframe interval",
    why: "The value sets the target duration of the HLS playlists. The schema requires it; servers are known to accept a passthrough without it.",
    citation: Source.reference("LiveEventInput.keyFrameIntervalDuration"),
    bad: [
      Example(
        body: "mkio.live-event",
        "{\"tags\": {}, \"properties\": {\"encoding\": {\"encodingType\": \"PassthroughBasic\"}, \"input\": {⟦\"streamingProtocol\"⟧: \"RTMP\"}}}")
    ],
    good: [
      Example(
        body: "mkio.live-event",
        "{\"tags\": {}, \"properties\": {\"encoding\": {\"encodingType\": \"Standard\"}, \"input\": {\"streamingProtocol\": \"RTMP\", \"keyFrameIntervalDuration\": \"\"}}}")
    ]
  ) { body, report in
    guard !body.isAnswer, let properties = body.root["properties"], let input = properties["input"], input.isMapping,
      input["keyFrameIntervalDuration"] == nil, let type = properties["encoding"]?["encodingType"]?.text,
      type == "None" || MKIOEncodingType(rawValue: type)?.mode == .passthrough
    else { return }
    report.flag(
      input.node.entries.first?.key.place ?? input.place, "`properties.input` has no `keyFrameIntervalDuration`, which passthrough requires",
      help: "add `\"keyFrameIntervalDuration\": \"PT2S\"`, the encoder's keyframe interval")
  }
}
