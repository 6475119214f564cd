import Rung
import RungProviders
import RungSource
import Testing

/// What a document says of a body.
struct Sentence: Sendable, CustomStringConvertible {
  let request: String
  /// What the document says, in short, and where.
  let says: String
  let body: String
  /// The rule that finds it, and how grave it is; nil for a body that the document allows.
  let rule: String?
  let severity: Severity?
  var description: String { "\(request): \(says)" }

  init(_ request: String, _ says: String, _ body: String, _ rule: String? = nil, _ severity: Severity = .error) {
    self.request = request
    self.says = says
    self.body = body
    self.rule = rule
    self.severity = rule == nil ? nil : severity
  }
}

/// MK.IO and Qencode have no program that judges their bodies: one case for each sentence of their documents that says what
/// a body may hold.
@Suite struct CitedSentenceTests {
  private static func event(_ encoding: String = #"{"encodingType": "Standard"}"#, _ input: String = "", _ more: String = "") -> String {
    #"{"tags": {}, "properties": {"useStaticHostname": false, "streamOptions": ["Default"], "encoding": \#(encoding), "input": {\#(input.isEmpty ? "" : input + ", ")"accessControl": {"ip": {"allow": [{"name": "a", "address": "203.0.113.7", "subnetPrefixLength": 32}]}}, "accessToken": null, "keyFrameIntervalDuration": "PT2S", "timedMetadataEndpoints": []}\#(more.isEmpty ? "" : ", " + more)}}"#
  }

  private static func output(_ more: String) -> String { #"{"properties": {"assetName": "a", \#(more)}}"# }

  static let atMKIO: [Sentence] = [
    Sentence("mkio.live-event", "LiveEventPutSchema: the whole of a request", event()),
    Sentence("mkio.live-event", "LiveEventEncoding.encodingType: five values", event(#"{"encodingType": "Basic"}"#), "value-not-taken"),
    Sentence("mkio.live-event", "LiveEventEncoding.encodingType: required", event(#"{"stretchMode": "None"}"#), "missing-field"),
    Sentence("mkio.live-event", "LiveEventEncoding.stretchMode: three values", event(#"{"encodingType": "Standard", "stretchMode": "Fill"}"#), "value-not-taken"),
    Sentence("mkio.live-event", "LiveEventEncoding.keyFrameInterval: ISO 8601", event(#"{"encodingType": "Standard", "keyFrameInterval": "2"}"#), "value-not-readable"),
    Sentence("mkio.live-event", "LiveEventInput.streamingProtocol: RTMP, RTMPS or SRT", event(#"{"encodingType": "Standard"}"#, #""streamingProtocol": "HLS""#), "value-not-taken"),
    Sentence("mkio.live-event", "LiveEventPutProperties.streamOptions: one value only", event().replacing(#"["Default"]"#, with: #"["Default", "LowLatency"]"#), "list-length"),
    Sentence("mkio.live-event", "LiveEventPutProperties.streamOptions: one value", event().replacing(#"["Default"]"#, with: "[]"), "list-length"),
    Sentence("mkio.live-event", "IPRange.subnetPrefixLength: at most 32", event().replacing("32}", with: "33}"), "value-out-of-range"),
    Sentence("mkio.live-event", "IPRange: name is required", event().replacing(#""name": "a", "#, with: ""), "missing-field"),
    Sentence("mkio.live-event", "accessControl: an empty list lets all addresses in", event().replacing(#"[{"name": "a", "address": "203.0.113.7", "subnetPrefixLength": 32}]"#, with: "[]"), "ingest-open-to-all", .warning),
    Sentence("mkio.live-event", "timedMetadataEndpoints: url is required", event().replacing(#""timedMetadataEndpoints": []"#, with: #""timedMetadataEndpoints": [{}]"#), "missing-field"),
    Sentence("mkio.live-event", "LiveEventPutProperties.transcriptions: not supported", event(#"{"encodingType": "Standard"}"#, "", #""transcriptions": []"#), "ignored-field", .warning),
    Sentence("mkio.live-output", "LiveOutputPutProperties.archiveWindowLength: required", #"{"properties": {"assetName": "a"}}"#, "missing-field"),
    Sentence("mkio.live-output", "LiveOutputPutProperties.manifestName: at most 64 characters", output(#""archiveWindowLength": "PT4H", "manifestName": "\#(String(repeating: "a", count: 65))""#), "resource-name-malformed"),
    Sentence("mkio.live-output", "hls.fragmentsPerTsSegment: at least 1", output(#""archiveWindowLength": "PT4H", "hls": {"fragmentsPerTsSegment": 0}"#), "value-out-of-range"),
    Sentence("mkio.live-output", "LiveOutputPutProperties.rewindWindowLength: not supported", output(#""archiveWindowLength": "PT4H", "rewindWindowLength": "PT1H""#), "ignored-field", .warning),
    Sentence("mkio.streaming-locator", "StreamingLocatorPutProperties.streamingPolicyName: required", #"{"properties": {"assetName": "a"}}"#, "missing-field"),
    Sentence("mkio.streaming-endpoint", "StreamingEndpointPutProperties.maxCacheAge: at most 2592000", #"{"location": "uksouth", "properties": {"scaleUnits": 0, "maxCacheAge": 2592001}}"#, "value-out-of-range"),
    Sentence("mkio.asset", "AssetPutProperties.containerDeletionPolicy: Delete or Retain", #"{"properties": {"storageAccountName": "s", "containerDeletionPolicy": "Keep"}}"#, "value-not-taken"),
  ]

  static let atQencode: [Sentence] = [
    Sentence("qencode.create", "create, input attributes", #"{"name": "n", "input_format": "srt", "output_format": "hls", "stream_timeout": 120}"#),
    Sentence("qencode.create", "input_format: rtmp, webrtc or srt", #"{"input_format": "hls"}"#, "value-not-taken"),
    Sentence("qencode.create", "create: callback_url is an attribute of the update", #"{"name": "n", "callback_url": "https://hooks.example.com"}"#, "unknown-field"),
    Sentence("qencode.create", "framerate: an output attribute", #"{"name": "n", "framerate": 30}"#, "filled-by-provider", .warning),
    Sentence("qencode.update", "update: nothing to update", "{}", "nothing-to-update"),
    Sentence("qencode.update", "callback_url: empty clears it", #"{"callback_url": ""}"#),
    Sentence("qencode.update", "dvr.stream_source: original, transcoded or auto", #"{"dvr": {"enabled": 1, "stream_source": "best"}}"#, "value-not-taken"),
    Sentence("qencode.update", "dvr.format: one, or a list", #"{"dvr": {"format": ["mp4", "hls"], "destination": {"url": "s3://s3.example.com/b/c", "key": "${env:K}", "secret": "${env:S}"}}}"#),
    Sentence("qencode.update", "dvr.format: mp4, ts or hls", #"{"dvr": {"format": "mkv"}}"#, "value-not-taken"),
    Sentence("qencode.update", "dvr.destination.url: s3, b2, azblob, ftp, ftps or sftp", #"{"dvr": {"destination": {"url": "https://a.example.com/b"}}}"#, "value-not-readable"),
    Sentence("qencode.playback-id", "policy: public or authenticated", #"{"policy": "private"}"#, "value-not-taken"),
    Sentence("qencode.playback-id", "policy: required", #"{"policy": null}"#, "wrong-field-type"),
    Sentence("qencode.simulcast-target", "url: an RTMP ingest URL", #"{"url": "srt://a.example.com:9000"}"#, "value-not-readable"),
    Sentence("qencode.domain", "domains, type: live", #"{"name": "live.example.com", "type": "vod"}"#, "value-not-taken"),
  ]

  @Test("what MK.IO's documents say of bodies", arguments: atMKIO)
  func mkio(_ sentence: Sentence) throws { try hold(sentence) }

  @Test("what Qencode's documents say of bodies", arguments: atQencode)
  func qencode(_ sentence: Sentence) throws { try hold(sentence) }

  private func hold(_ sentence: Sentence) throws {
    let found = check(SourceInput(name: "body.json", text: sentence.body), as: try RequestName.parse(sentence.request).get()).diagnostics
    let shown = found.map { "\($0.severity) \($0.id): \($0.message)" }
    guard let rule = sentence.rule else {
      #expect(!found.contains { $0.severity == .error }, "\(sentence): \(shown)")
      return
    }
    #expect(found.contains { $0.id.rawValue.hasSuffix("/\(rule)") && $0.severity == sentence.severity }, "\(sentence): \(shown)")
    #expect(!found.contains { $0.severity == .error && !$0.id.rawValue.hasSuffix("/\(rule)") }, "\(sentence): \(shown)")
  }
}
