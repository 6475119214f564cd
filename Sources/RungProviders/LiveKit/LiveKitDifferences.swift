internal import RungSource

extension LiveKit {
  package static var comparison: Comparison {
    var rules = Comparison()
    rules.resources = [Comparison.Resource("ingress", "ingress")]
    rules.lists["ingress"] = [Comparison.List("video.options.layers", .objects([["quality"], ["height"]], inOrder: false))]
    let proto = Source.proto("zero values")
    let server = Source.server("CreateIngress: enable_transcoding is false for WHIP, true for the others")
    let encoding = Source.ingress("defaults of encodings")
    let texts = ["name", "room_name", "participant_identity", "participant_name", "participant_metadata", "audio.name", "video.name"]
    rules.defaults["ingress"] =
      texts.map { Comparison.Default($0, .text(""), proto) }
      + ["url", "audio", "video", "audio.options", "video.options", "video.options.layers"].map { Comparison.Default($0, .empty, proto) }
      + [
        Comparison.Default("input_type", .text("RTMP_INPUT"), proto),
        Comparison.Default("enable_transcoding", .bool(false), server, when: ("input_type", "WHIP_INPUT")),
        Comparison.Default("enable_transcoding", .bool(true), server, when: ("input_type", "RTMP_INPUT")),
        Comparison.Default("enable_transcoding", .bool(true), server, when: ("input_type", "URL_INPUT")),
        Comparison.Default("enable_transcoding", .bool(true), server, when: ("input_type", "")),
        Comparison.Default("enabled", .bool(true), Source.proto("CreateIngressRequest.enabled")),
        Comparison.Default("audio.source", .text("UNKNOWN"), proto), Comparison.Default("video.source", .text("UNKNOWN"), proto),
        Comparison.Default("audio.options.audio_codec", .text("OPUS"), encoding),
        Comparison.Default("audio.options.channels", .number(2), encoding),
        Comparison.Default("audio.options.disable_dtx", .bool(false), proto),
        Comparison.Default("video.options.video_codec", .text("H264_BASELINE"), encoding),
        Comparison.Default("video.options.frame_rate", .number(30), encoding),
        Comparison.Default("video.options.layers.quality", .text("LOW"), proto),
      ]
    rules.synonyms["ingress"] = [
      Comparison.Synonym("audio.options.audio_codec", "DEFAULT_AC", means: nil, encoding),
      Comparison.Synonym("audio.options.bitrate", "0", means: nil, encoding),
      Comparison.Synonym("audio.options.channels", "0", means: nil, encoding),
      Comparison.Synonym("video.options.video_codec", "DEFAULT_VC", means: nil, encoding),
      Comparison.Synonym("video.options.frame_rate", "0", means: nil, encoding),
      Comparison.Synonym("video.options.layers.bitrate", "0", means: nil, encoding),
    ]
    rules.identities = ["create": Comparison.Identity("ingress_id", at: "ingress_id")]
    return rules
  }

  package static func declared(_ plan: RequestPlan) -> [DeclaredRequest] {
    plan.steps.filter { $0.bodyKind == "create" || $0.bodyKind == "update" }.map { step in
      var request = DeclaredRequest(step, as: "ingress")
      request.kinds = ["create", "update"]
      return request
    }
  }
}
