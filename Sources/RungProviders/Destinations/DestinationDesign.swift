internal import RungSource
internal import RungSpec

extension Destination {
  /// One rendition, which OBS Studio encodes and sends.
  package func ladderTerms(for wish: LadderWish) -> LadderAnswer {
    if wish.encoding == .transcode {
      return .obstacles([LadderObstacle("\(title) gets what the encoder encodes; no provider transcodes it", help: "remove `--encoding`")])
    }
    let scheme = server.flatMap { StreamURL($0) }.flatMap { IngestProtocol(rawValue: $0.scheme) } ?? protocols.value?.first ?? .rtmp
    // Beyond H.264 a service has to say what it takes.
    let taken = videoCodecs(over: scheme.rawValue)
    if taken.value == nil, wish.codec != .h264 {
      return .obstacles([LadderObstacle("\(title) does not say whether it takes \(wish.codec.rawValue)", help: "set `--codec h264`")])
    }
    let sent = OBS.videoCodecs(scheme)
    var facts = Facts(party: title)
    facts.videoRenditions = .published(1...1, OBS.Source.code("plugins/obs-outputs/rtmp-stream.c: one video track", strength: .inferred))
    facts.frameRateMaximum = frameRateMaximum
    // Of what the service takes, what OBS Studio encodes.
    facts.videoCodecs = taken.value.flatMap { values in taken.citation.map { .published(values.filter { sent.value?.contains($0) ?? true }, $0) } } ?? sent
    var terms = LadderTerms(.yours([.keyframes, .profile]), facts)
    let caps = videoBitrate.value
    terms.rungBitrate = { size, fps in caps?.cap(size, fps)?.most }
    terms.largest = resolution.value
    terms.takesHalvedRungs = false
    if let most = audioBitrate.value { terms.sound.bitrate = min(terms.sound.bitrate, most) }
    terms.pushProtocol = scheme
    // A person chooses another: which hardware there is, no spec says.
    if OBSEncoder.usual(for: wish.codec) == nil, let first = OBSEncoder.all(for: wish.codec).first {
      let others = OBSEncoder.all(for: wish.codec).dropFirst().map(\.rawValue).joined(separator: ", ")
      terms.options = { _, _ in [SpecLine("encoder", first.rawValue, "the computer's hardware: or \(others)")] }
    }
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
