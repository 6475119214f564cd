internal import RungSource
internal import RungSpec

extension Destination {
  /// One rendition, which OBS Studio encodes and sends.
  package func ladderTerms(for wish: LadderWish) -> LadderAnswer {
    if wish.encoding == .transcode {
      return .obstacles([LadderObstacle("\(title) gets what the encoder encodes; no provider transcodes it", help: "remove `--encoding`")])
    }
    guard OBS.videoCodecs.value?.contains(wish.codec) ?? true else {
      return .obstacles([LadderObstacle("OBS Studio, which sends to \(title), encodes no \(wish.codec.rawValue)", help: "remove `--codec`")])
    }
    var facts = Facts(party: title)
    facts.videoRenditions = .published(1...1, OBS.Source.code("plugins/obs-outputs/rtmp-stream.c: one video track", strength: .inferred))
    facts.frameRateMaximum = frameRateMaximum
    facts.videoCodecs = OBS.videoCodecs
    var terms = LadderTerms(.yours([.keyframes, .profile]), facts)
    let caps = videoBitrate.value
    terms.rungBitrate = { size, fps in caps?.cap(size, fps)?.most }
    terms.largest = resolution.value
    terms.takesHalvedRungs = false
    if let most = audioBitrate.value { terms.sound.bitrate = min(terms.sound.bitrate, most) }
    terms.pushProtocol = server.flatMap { StreamURL($0) }.flatMap { IngestProtocol(rawValue: $0.scheme) } ?? protocols.value?.first ?? .rtmp
    terms.defaults = [SpecLine("rate_control", RateControl.cbr.rawValue)] + (bframes.value.map { [SpecLine("bframes", "\($0)", "\(title) takes no more")] } ?? [])
    terms.sections = [SpecLine("encoding", "passthrough", "the encoder sends what viewers get")]
    return .terms(terms)
  }

  /// The options of OBS Studio that send to it.
  package var starter: StarterPart {
    StarterPart(
      options: "{server: \"\(server ?? "${env:PUSH_URL}")\", key: \"${env:STREAM_KEY}\"}",
      remark: server == nil ? "the address of your account" : "\(title)'s ingest")
  }
}
