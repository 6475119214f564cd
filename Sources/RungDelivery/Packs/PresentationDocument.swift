package import RungSource
internal import RungSpec

extension Presentation {
  /// What was delivered as a spec would ask for it, for the rules of packs: its leaves are where the values were delivered. Rates are those of
  /// variants as a whole. What is not shown is not set.
  package var document: Node {
    var members: [(String, Node)] = [("rung", .integer(1, at: place)), ("name", .string("delivered", at: place))]
    let video = renditions.filter { !$0.isAudioAlone }
    let isAudio = video.isEmpty && !renditions.isEmpty
    if isAudio { members.append(("media", .string("audio", at: place))) }
    members.append(("ladder", .map([("renditions", .list((isAudio ? renditions : video).map { Self.rendition($0, isAudio) }, at: place))], at: place)))
    if let packaging { members.append(("packaging", packaging)) }
    // A list that has ended is one of video on demand: what holds for those is asked of a stream that is recorded.
    if let ended = renditions.first(where: { $0.segments?.isLive == false })?.segments?.place { members.append(("recording", .map([], at: ended))) }
    return .map(members, at: place)
  }

  private static func rendition(_ rendition: DeliveredRendition, _ isAudio: Bool) -> Node {
    var members: [(String, Node)] = [("name", .string(rendition.label, at: rendition.namePlace ?? rendition.place))]
    func add(_ key: String, _ text: String, at place: SourcePlace) { members.append((key, .string(text, at: place))) }
    if !isAudio {
      if let size = rendition.size { add("resolution", size.value.text, at: size.place) }
      if let fps = rendition.fps { add("fps", fps.value.exact(isRounded: rendition.isRateRounded).value.text, at: fps.place) }
      if let transfer = rendition.transfer { add("transfer", transfer.value.rawValue, at: transfer.place) }
      if let codec = rendition.codec {
        add("codec", codec.value.codec.rawValue, at: codec.place)
        if let profile = codec.value.profile { add("profile", profile.rawValue, at: codec.place) }
        if let level = codec.value.level { add("level", level, at: codec.place) }
        if let tier = codec.value.tier, tier == .high { add("tier", tier.rawValue, at: codec.place) }
      }
      if let average = rendition.averageBandwidth ?? rendition.bandwidth { add("bitrate", "\(average.value.bitsPerSecond) bps", at: average.place) }
      if rendition.averageBandwidth != nil, let peak = rendition.bandwidth { add("max_bitrate", "\(peak.value.bitsPerSecond) bps", at: peak.place) }
      if rendition.fps != nil, let frames = rendition.frames, let distance = KeyframeDistances(frames).regular { members.append(("gop", .integer(distance.frames, at: distance.place))) }
    }
    if let audio = rendition.audio {
      var settings: [(String, Node)] = []
      if let codec = audio.codec { settings.append(("codec", .string(codec.value.rawValue, at: codec.place))) }
      if let channels = audio.channels { settings.append(("channels", .integer(channels.value, at: channels.place))) }
      if let rate = audio.sampleRate { settings.append(("sample_rate", .string("\(rate.value.hertz) Hz", at: rate.place))) }
      if let rate = isAudio ? rendition.averageBandwidth ?? rendition.bandwidth : audio.bitrate { settings.append(("bitrate", .string("\(rate.value.bitsPerSecond) bps", at: rate.place))) }
      members.append(("audio", .map(settings, at: audio.place)))
    }
    return .map(members, at: rendition.place)
  }

  private var packaging: Node? {
    guard let first = renditions.first(where: { $0.segments?.items.isEmpty == false }), let segments = first.segments else { return nil }
    var settings: [(String, Node)] = []
    // What most of them have, to the millisecond.
    var counts: [Int: Int] = [:]
    for segment in segments.whole { if let length = segment.duration.milliseconds { counts[length, default: 0] += 1 } }
    let usual = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    if let usual, usual > 0, let segment = segments.items.first(where: { $0.duration.milliseconds == usual }) {
      settings.append(("segment_duration", .string("\(usual)ms", at: segment.place)))
    }
    if kind == .hls {
      if let format = segments.format { settings.append(("segment_format", .string(format.value.rawValue, at: format.place))) }
      // A list from which nothing has gone is still growing.
      if segments.isLive, segments.hasSlid { settings.append(("playlist_segments", .integer(segments.items.count, at: segments.place))) }
      if let part = first.partTarget, let length = part.value.milliseconds { settings.append(("part_duration", .string("\(length)ms", at: part.place))) }
      if let hold = first.partHoldBack, let length = hold.value.milliseconds { settings.append(("part_hold_back", .string("\(length)ms", at: hold.place))) }
    } else if let window, let length = window.value.milliseconds {
      settings.append(("window", .string("\(length)ms", at: window.place)))
    }
    return .map([(kind == .dash ? "dash" : "hls", .map(settings, at: segments.place))], at: segments.place)
  }
}

extension Seconds {
  fileprivate var milliseconds: Int? { value.times(Rational(1000))?.rounded }
}

extension FrameRate {
  /// The NTSC rate that a decimal of three places is, else the same.
  fileprivate func exact(isRounded: Bool) -> FrameRate {
    guard isRounded, value.denominator != 1, let nominal = value.times(Rational(1001, 1000) ?? Rational(1))?.rounded, nominal < 1_000_000, let exact = Rational(Int64(nominal) * 1000, 1001),
      abs(exact.approximation - value.approximation) < 0.0011
    else { return self }
    return FrameRate(exact)
  }
}
