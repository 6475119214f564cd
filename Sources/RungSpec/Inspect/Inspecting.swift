internal import RungSource

extension InspectedStream {
  package init(_ stream: Stream) {
    let isAudio = stream.media.value == .audio
    self.init(
      name: stream.spec.name?.value, isAudio: isAudio, isIngest: stream.ladder?.source == .ingest,
      renditions: stream.ladder?.renditions.map {
        isAudio ? InspectedRendition(audio: $0.value) : InspectedRendition($0.value, stream.spec.packaging?.value, hasUsualGOP: stream.hasUsualKeyframes($0))
      } ?? [])
  }
}

extension InspectedRendition {
  fileprivate init(audio rendition: Rendition) {
    self.init(
      name: rendition.name?.value, codec: rendition.audio?.value.codec?.value.rawValue, bitrate: rendition.audio?.value.bitrate?.value,
      segments: [])
  }

  fileprivate init(_ rendition: Rendition, _ packaging: Packaging?, hasUsualGOP: Bool) {
    self.init(
      name: rendition.name?.value, codec: rendition.codec?.value.rawValue, profile: rendition.profile?.value.rawValue,
      resolution: rendition.resolution?.value, fps: rendition.fps?.value, bitrate: rendition.bitrate?.value,
      maxBitrate: rendition.maxBitrate?.value, buffer: rendition.buffer?.value, minimumLevel: MinimumLevel(rendition),
      statedLevel: rendition.level?.value, statedTier: rendition.statedTier?.rawValue, gopFrames: rendition.gop?.value,
      gopSeconds: rendition.keyframeInterval?.value,
      dpbFrames: rendition.knownPictures, bitsPerPixel: rendition.bitsPerPixel, vbvSeconds: rendition.vbvSeconds,
      segments: [("hls", packaging?.hls?.value.segmentDuration), ("dash", packaging?.dash?.value.segmentDuration)].compactMap {
        output, asked in
        guard let asked = asked?.value, let interval = rendition.keyframeInterval?.value,
          let timeline = SegmentTimeline(asked: asked, keyframeEvery: interval)
        else { return nil }
        return InspectedSegments(output, timeline)
      })
    self.hasUsualGOP = hasUsualGOP
    parts = packaging?.hls?.value.partDuration.flatMap { InspectedParts(target: $0.value, self) }
  }
}

extension InspectedParts {
  fileprivate init?(target: Seconds, _ rendition: InspectedRendition) {
    guard let fps = rendition.fps, let part = PartialSegment(target: target, fps: fps), let length = part.length else { return nil }
    let segment = rendition.segments.first { $0.output == "hls" }?.longest
    self.init(
      target: target, frames: part.frames, length: length,
      perSegment: part.frames == 0 ? nil : segment?.value.divided(by: length.value)?.roundedUp)
  }
}

extension InspectedSegments {
  init(_ output: String, _ timeline: SegmentTimeline) {
    self.init(
      output: output, asked: timeline.asked, lengths: timeline.lengths(first: Swift.min(timeline.period, 12)), period: timeline.period,
      shortest: timeline.shortest, longest: timeline.longest, targetDuration: timeline.targetDuration)
  }
}

extension MinimumLevel {
  /// Nil when size or codec is not known, and for a codec without known limits.
  package init?(_ rendition: Rendition) {
    guard let codec = rendition.codec?.value, let load = rendition.impliedLoad, let highest = VideoLevel.highest(of: codec) else { return nil }
    let stated = rendition.statedTier
    let main = stated == .high ? nil : VideoLevel.lowest(of: codec, for: load)
    let level = main ?? VideoLevel.lowest(of: codec, for: load, stated: stated)
    let tier: LevelTier = stated ?? (main == nil ? .high : .main)
    // The level below is compared in the Main tier where this one needs no High tier.
    let insufficient = level.map(\.below) ?? highest
    var reasons = insufficient?.excesses(of: load, tier: tier).map { Reason(limit: $0.limit.rawValue, title: $0.limit.text, text: $0.text) } ?? []
    if let insufficient, reasons.isEmpty, stated == .high, !insufficient.hasHighTier {
      reasons = [Reason(limit: "tier", title: "tier", text: "it has no High tier")]
    }
    self.init(
      name: level?.name, tier: !CodecVocabulary.hasTiers(codec) || level == nil ? nil : tier.rawValue, below: level?.below?.name,
      decidedBy: reasons,
      open: rendition.openForLevel(of: codec))
  }
}

extension Rendition {
  /// The keys that a level depends on and that are not set.
  func openForLevel(of codec: VideoCodec) -> [String] {
    var open: [String] = []
    if fps == nil { open.append("fps") }
    // With a constant bitrate the target is the maximum.
    if maxBitrate == nil, rateControl?.value != .cbr || bitrate == nil { open.append("max_bitrate") }
    guard codec != .av1 else { return open }
    if codec == .h264, profile == nil { open.append("profile") }
    if buffer == nil { open.append("buffer") }
    // A preset implies both; a level limits them.
    if codec == .vp9 || (encoderPreset != nil && level == nil) { return open }
    if gop?.value != 1 || codec != .h264 {
      if refFrames == nil { open.append("ref_frames") }
      if bframes == nil, profile?.value != .baseline { open.append("bframes") }
    }
    return open
  }

  fileprivate var knownPictures: Int? {
    let isImplied = encoderPreset != nil && level == nil
    guard let codec = codec?.value, let load = impliedLoad, refFrames != nil || isImplied,
      bframes != nil || isImplied || profile?.value == .baseline
    else { return nil }
    return load.pictures(in: codec)
  }

  /// Target bitrate ÷ (width × height × frame rate); nil when one of them is not known.
  package var bitsPerPixel: Rational? {
    guard let resolution, let fps, let bitrate, let pixels = Rational(resolution.value.pixels).times(fps.value.value) else { return nil }
    return Rational(bitrate.value.bitsPerSecond, 1)?.divided(by: pixels)
  }

  fileprivate var vbvSeconds: Rational? {
    guard let vbv = VBV(self) else { return nil }
    return Rational(vbv.buffer.bits, vbv.rate.bitsPerSecond)
  }
}
