import RungTestSupport

/// Valid bodies for one stream at MK.IO that look random and set every field now and then.
enum MKIOBodies {
  private typealias T = TenbyteBodies

  static let every = ["live-event", "asset", "live-output", "streaming-locator", "streaming-endpoint"]

  /// One body at least, each kind once.
  static func bodies(_ random: inout SplitMix) -> [(kind: String, text: String)] {
    let kinds = every.filter { _ in random.chance(60) }
    let asset = random.pick(["main-stage-archive", "news", "a_b", "Éclair 1"])
    return (kinds.isEmpty ? ["live-event"] : kinds).map { kind in
      switch kind {
      case "live-event": (kind, event(&random))
      case "asset": (kind, self.asset(&random))
      case "live-output": (kind, output(asset, &random))
      case "streaming-locator": (kind, locator(random.chance(90) ? asset : "other", &random))
      default: (kind, endpoint(&random))
      }
    }
  }

  private static func event(_ random: inout SplitMix) -> String {
    let type = random.pick(["None", "PassthroughBasic", "PassthroughStandard", "Standard", "Premium1080p"])
    let isEncoding = type == "Standard" || type == "Premium1080p"
    var encoding = [T.string("encodingType", type)]
    if isEncoding {
      let preset = type == "Standard" ? "Default720p" : "Default1080p"
      encoding += T.some(
        [
          T.string("keyFrameInterval", random.pick(["PT2S", "PT1S", "PT4S", "PT2.5S"])),
          T.member("presetName", random.pick(["\"\(preset)\"", "\"custom-ladder\"", "\"\"", "null"])),
          T.string("stretchMode", random.pick(["None", "AutoSize", "AutoFit"])),
        ], &random)
    }
    if !isEncoding { encoding += T.some([T.member("presetName", random.pick(["\"\"", "null"])), T.string("stretchMode", "AutoSize")], &random) }
    let protocols = isEncoding ? ["RTMP", "RTMPS", "SRT"] : ["RTMP", "RTMPS"]
    var input = [
      T.member("accessControl", access(&random)),
      T.member("accessToken", random.pick(["null", "\"6f1c2f0e-8a34-4d5b-9b1e-2f7f4a5c6d7e\"", "\"<INGEST_ACCESS_TOKEN>\"", "\"${env:INGEST_TOKEN}\""])),
      T.string("keyFrameIntervalDuration", random.pick(["PT2S", "PT1S", "PT0.5S", "PT10S"])),
      T.member("timedMetadataEndpoints", random.pick(["[]", #"[{"url": "https://metadata.example.com/a"}]"#])),
    ]
    if random.chance(80) { input.append(T.string("streamingProtocol", random.pick(protocols))) }
    var properties = [
      T.member("useStaticHostname", random.pick(["true", "false"])), T.member("streamOptions", random.pick([#"["Default"]"#, #"["LowLatency"]"#])),
      T.member("encoding", T.object(encoding)), T.member("input", T.object(input)),
    ]
    properties += T.some(
      [
        T.string("description", random.pick(["", "The main stage", "Line one\\nline: two # no comment"])), T.string("hostnamePrefix", "evening"),
        T.member("preview", preview(&random)), T.member("pipeline", pipeline(&random)),
        T.member("transcriptions", #"[{"language": "en-US"}]"#),
        T.member(
          "crossSiteAccessPolicies",
          T.object(T.some([T.string("clientAccessPolicy", "<access-policy/>"), T.string("crossDomainPolicy", "<cross-domain-policy/>")], &random))),
      ], &random)
    var members = [T.member("tags", random.pick(["{}", #"{"team": "sports", "no": "1"}"#, #"{"team": ""}"#])), T.member("properties", T.object(properties.shuffled(using: &random)))]
    if random.chance(20) { members.append(T.string("location", "westeurope")) }
    return T.object(members.shuffled(using: &random))
  }

  private static func access(_ random: inout SplitMix) -> String {
    let ranges = [
      #"{"name": "studio", "address": "203.0.113.0", "subnetPrefixLength": 24}"#, #"{"name": "203.0.113.7-32", "address": "203.0.113.7", "subnetPrefixLength": 32}"#,
      #"{"name": "everybody", "address": "0.0.0.0", "subnetPrefixLength": 0}"#, #"{"name": "by name", "address": "encoder.example.com", "subnetPrefixLength": 32}"#,
    ]
    return T.object([T.member("ip", T.object([T.member("allow", T.list(ranges.filter { _ in random.chance(30) }))]))])
  }

  private static func preview(_ random: inout SplitMix) -> String {
    T.object(
      T.some(
        [
          T.member("accessControl", access(&random)), T.string("previewLocator", "6f1c2f0e-8a34-4d5b-9b1e-2f7f4a5c6d7e"),
          T.string("streamingPolicyName", "Predefined_ClearStreamingOnly"), T.string("alternativeMediaId", "other"),
        ], &random))
  }

  private static func pipeline(_ random: inout SplitMix) -> String {
    random.pick([
      #"{"name": "Predefined_ACSLiveTranscription", "arguments": {"LiveTranscription": [{"name": "language", "value": "en-US"}]}}"#,
      #"{"name": "captions", "arguments": {"a": [{"name": "b", "value": "c"}]}}"#, #"{"name": "Predefined_ACSLiveTranscription"}"#,
    ])
  }

  private static func asset(_ random: inout SplitMix) -> String {
    let properties =
      [T.string("storageAccountName", "primary-azure")]
      + T.some(
        [
          T.string("container", "source-video"), T.string("description", "What is kept"), T.string("subPath", "a/b"),
          T.string("containerDeletionPolicy", random.pick(["Delete", "Retain"])), T.string("alternateId", random.pick(["show-2", ""])),
          T.member("encryptionScope", random.pick(["\"scope-1\"", "\"\"", "null"])), T.string("storageEncryptionFormat", "None"),
        ], &random)
    return T.object([T.member("properties", T.object(properties))] + T.some([T.member("labels", #"{"season": "2", "empty": ""}"#)], &random))
  }

  private static func output(_ asset: String, _ random: inout SplitMix) -> String {
    let properties =
      [T.string("assetName", asset), T.string("archiveWindowLength", random.pick(["PT4H", "PT1M", "PT8H", "P1D", "PT1H30M", "PT14400S"]))]
      + T.some(
        [
          T.string("manifestName", "index"), T.string("description", random.pick(["", "The archive"])), T.member("hls", random.pick(["{}", #"{"fragmentsPerTsSegment": 2}"#])),
          T.member("outputSnapTime", "0"), T.string("rewindWindowLength", "PT1H"),
        ], &random)
    return T.object([T.member("properties", T.object(properties.shuffled(using: &random)))])
  }

  private static func locator(_ asset: String, _ random: inout SplitMix) -> String {
    let properties =
      [
        T.string("assetName", asset),
        T.string("streamingPolicyName", random.pick(["Predefined_ClearStreamingOnly", "Predefined_ClearKey", "Predefined_MultiDrmStreaming", "Predefined_DownloadOnly"])),
      ]
      + T.some(
        [
          T.string("defaultContentKeyPolicyName", "subscribers"), T.string("streamingLocatorId", "0b7a1c52-90a5-4c1f-9a35-5d0a3f1f2e11"),
          T.string("startTime", "2026-12-01T18:00:00Z"), T.string("endTime", "2026-12-31T00:00:00Z"),
          T.member("filters", random.pick(["[]", #"["last-hour"]"#])), T.member("suppressed", random.pick(["true", "false"])),
          T.string("alternativeMediaId", random.pick(["stage-1", ""])), T.string("contentId", "content-1"), T.member("contentKeys", contentKeys(&random)),
          T.string("defaultManifestFilename", "index.qfm"),
        ], &random)
    return T.object([T.member("properties", T.object(properties))])
  }

  private static func endpoint(_ random: inout SplitMix) -> String {
    let properties =
      [T.member("scaleUnits", random.pick(["0", "2"]))]
      + T.some(
        [
          T.string("description", "What serves"), T.string("publicName", "main-stage"), T.member("cdnEnabled", random.pick(["true", "false"])),
          T.string("cdnProfile", random.pick(["standard", ""])), T.member("maxCacheAge", "3600"), T.member("maxManifestCacheAge", "60"),
          T.member("sku", random.pick([#"{"name": "Standard"}"#, #"{"name": "Premium"}"#])), T.member("accessControl", endpointAccess(&random)),
          T.member(
            "crossSiteAccessPolicies", #"{"clientAccessPolicy": \#(random.pick(["null", #""""#, #""<access-policy/>""#])), "crossDomainPolicy": null}"#),
          T.string("urlStyle", random.pick(["AMS", "Aquila", ""])), T.member("serverCredentialNames", #"["players"]"#),
          T.member("shieldCache", random.pick([#"{"scaleUnits": 2}"#, #"{"scaleUnits": null}"#])),
          T.member("advancedSettingsName", random.pick(["\"tuned\"", "\"\"", "null"])), T.string("cdnProvider", "StandardAkamai"),
          T.member("customHostNames", random.pick(["[]", #"["video.example.com"]"#])),
        ], &random)
    return T.object(
      [T.string("location", "westeurope"), T.member("properties", T.object(properties))] + T.some([T.member("tags", #"{"owner": "video"}"#)], &random))
  }

  private static func contentKeys(_ random: inout SplitMix) -> String {
    let key = [T.string("id", "5e6f1c2f-8a34-4d5b-9b1e-2f7f4a5c6d7e")] + T.some(
      [
        T.string("labelReferenceInStreamingPolicy", random.pick(["video", ""])), T.string("policyName", "subscribers"),
        T.string("type", random.pick(["CommonEncryptionCenc", "CommonEncryptionCbcs"])), T.string("value", "hunter2hunter2"), T.member("tracks", random.pick(["[]", #"[{"trackSelections": []}]"#])),
      ], &random)
    return random.pick(["[]", T.list([T.object(key)])])
  }

  private static func endpointAccess(_ random: inout SplitMix) -> String {
    let address = [T.string("address", "203.0.113.0")] + T.some([T.string("name", random.pick(["office", ""])), T.member("subnetPrefixLength", "24")], &random)
    let key = T.some([T.string("identifier", "first"), T.string("base64Key", "hunter2hunter2"), T.string("expiration", "2027-01-01T00:00:00Z")], &random)
    return T.object(
      T.some(
        [
          T.member("ip", T.object([T.member("allow", T.list([T.object(address)]))])),
          T.member("akamai", T.object([T.member("akamaiSignatureHeaderAuthenticationKeyList", T.list([T.object(key)]))])),
        ], &random))
  }
}
