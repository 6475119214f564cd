internal import RungSource

extension PreviewedStream {
  package init(_ stream: Stream, packager: PreviewedPackager = .any) {
    let isAudio = stream.media.value == .audio
    let renditions = (stream.ladder?.renditions.map(\.value) ?? []).map { $0.colored(as: stream.spec.ingest?.value.video?.value) }
    let isHDR = !isAudio && renditions.contains { $0.transfer?.value.isHDR == true }
    let packaging = stream.spec.packaging?.value
    let hls = Packager(packaging?.hls?.value.segmentFormat?.value, packaging?.hls?.value.segmentDuration?.value, renditions)
    let dash = Packager(
      // Providers deliver MPEG-DASH as fragmented MP4.
      .fmp4, packaging?.dash?.value.segmentDuration?.value ?? packaging?.hls?.value.segmentDuration?.value, renditions)
    let (sounds, sound) = Self.sounds(renditions, dash)
    let ids = PlainNames.of(renditions)
    let variants = renditions.indices.map { index in
      PreviewedVariant(renditions[index], id: ids[index], sound: sound[index], isAudio: isAudio, isHDR: isHDR, hls: hls, dash: dash, packager: packager)
    }
    self.init(
      name: stream.spec.name?.value, isAudio: isAudio, variants: variants, sounds: sounds,
      hls: hls.output(packaging?.hls != nil, renditions), dash: dash.output(packaging?.dash != nil, renditions),
      packager: packager, window: packaging?.dash?.value.window?.value, minBuffer: packaging?.dash?.value.minBuffer?.value,
      totals: PreviewedTotals(stream, variants, hls, packager))
  }

  private static func sounds(_ renditions: [Rendition], _ dash: Packager) -> ([PreviewedSound], [Int?]) {
    var kept: [AudioSettings] = []
    var of: [Int?] = []
    for rendition in renditions {
      guard let audio = rendition.audio?.value else {
        of.append(nil)
        continue
      }
      let known = kept.firstIndex { $0.isSame(as: audio) }
      of.append(known ?? kept.count)
      if known == nil { kept.append(audio) }
    }
    let sounds = kept.enumerated().map { index, audio in
      PreviewedSound(
        id: "audio\(kept.count > 1 ? "\(index + 1)" : "")", codec: CodecString.audio(audio.codec?.value ?? .aac), bitrate: audio.bitrate?.value,
        sampleRate: audio.sampleRate?.value.hertz, channels: audio.channels?.value,
        dashBandwidth: audio.bitrate.flatMap { dash.container.total(video: nil, fps: nil, audio: $0.value, sound: audio) })
    }
    return (sounds, of)
  }
}

/// How one output is packaged.
private struct Packager {
  let format: SegmentFormat
  let segment: Seconds
  let container: ContainerOverhead

  init(_ format: SegmentFormat?, _ stated: Seconds?, _ renditions: [Rendition]) {
    self.format = format ?? .fmp4
    segment = SegmentLength.of(stated, renditions)
    container = ContainerOverhead(self.format, segment: segment)
  }

  func timeline(_ rendition: Rendition) -> SegmentTimeline? {
    rendition.keyframeInterval.flatMap { SegmentTimeline(asked: segment, keyframeEvery: $0.value) }
  }

  /// The shortest of its segments, except the last one: the buffer's share is largest there.
  func shortest(_ rendition: Rendition) -> Seconds { timeline(rendition)?.shortest ?? segment }

  func output(_ isAsked: Bool, _ renditions: [Rendition]) -> PreviewedOutput {
    let timelines = renditions.compactMap(timeline)
    let isAligned = timelines.dropFirst().allSatisfy { timelines[0].firstDifference(from: $0) == nil }
    return PreviewedOutput(isAsked: isAsked, format: format.rawValue, segment: segment, isAligned: isAligned)
  }
}

extension PreviewedVariant {
  fileprivate init(_ rendition: Rendition, id: String, sound: Int?, isAudio: Bool, isHDR: Bool, hls: Packager, dash: Packager, packager: PreviewedPackager) {
    let audio = rendition.audio?.value
    let video = isAudio ? nil : rendition.bitrate?.value
    let isBounded = packager == .any || rendition.enforcesMaximum
    let most = isAudio || !isBounded ? nil : EncodedRate(rendition).ceiling?.value
    func bound(_ packager: Packager) -> Bitrate? { most == nil ? nil : rendition.mostBits(over: packager.shortest(rendition)) }
    let codec = isAudio ? nil : rendition.videoCodecName
    // Without one of the bitrates the sum is not known.
    let isWhole = audio == nil || audio?.bitrate != nil
    func sum(_ pictures: Bitrate?) -> Bitrate? {
      guard isWhole, isAudio || pictures != nil else { return nil }
      let (total, overflow) = (pictures?.bitsPerSecond ?? 0).addingReportingOverflow(audio?.bitrate?.value.bitsPerSecond ?? 0)
      return overflow ? nil : Bitrate(bitsPerSecond: total)
    }
    func packaged(_ pictures: Bitrate?) -> Bitrate? {
      guard sum(pictures) != nil else { return nil }
      return hls.container.total(video: pictures, fps: rendition.fps?.value, audio: audio?.bitrate?.value, sound: audio)
    }
    self.init(
      name: rendition.name?.value, id: id, address: "\(id)/index.m3u8", hasVideo: !isAudio, resolution: isAudio ? nil : rendition.resolution?.value, fps: isAudio ? nil : rendition.fps?.value,
      videoCodec: codec?.text, audioCodec: audio.map { CodecString.audio($0.codec?.value ?? .aac) },
      color: isAudio ? nil : rendition.color?.codes, videoRange: isHDR ? (rendition.transfer?.value ?? .sdr).rawValue.uppercased() : nil, assumed: codec?.assumed ?? [],
      average: sum(video), peak: sum(most), hlsAverage: packaged(video), hlsPeak: packaged(bound(hls)),
      dashBandwidth: (bound(dash) ?? video).flatMap { dash.container.total(video: $0, fps: rendition.fps?.value, audio: nil, sound: nil) },
      hlsSegments: hls.timeline(rendition).map { InspectedSegments("hls", $0) },
      dashSegments: dash.timeline(rendition).map { InspectedSegments("dash", $0) }, sound: sound)
  }
}

extension PreviewedTotals {
  fileprivate init(_ stream: Stream, _ variants: [PreviewedVariant], _ hls: Packager, _ packager: PreviewedPackager) {
    let isPassthrough = stream.encoding.value == .passthrough
    let window = stream.spec.recording?.value.window?.value
    let ladder = stream.ladder?.totalBitrate
    let averages = variants.compactMap(\.hlsAverage)
    let renditions = stream.ladder?.renditions.map(\.value) ?? []
    let isAudio = stream.media.value == .audio
    func atMost(_ time: Seconds) -> [Bitrate?] {
      renditions.map { rendition in
        let sound = rendition.audio?.value
        guard sound == nil || sound?.bitrate != nil else { return nil }
        guard !isAudio else { return hls.container.total(video: nil, fps: nil, audio: sound?.bitrate?.value, sound: sound) }
        guard packager == .any || rendition.enforcesMaximum, let pictures = rendition.mostBits(over: time) else { return nil }
        return hls.container.total(video: pictures, fps: rendition.fps?.value, audio: sound?.bitrate?.value, sound: sound)
      }
    }
    let hour = Seconds.hours(1)
    let hourly = atMost(hour).compactMap { $0 }
    self.init(
      ingest: isPassthrough ? ladder : Self.sent(stream), isPassthrough: isPassthrough,
      lowest: averages.count == variants.count ? averages.min() : nil, highest: averages.count == variants.count ? averages.max() : nil,
      hourAtMost: hourly.count == renditions.count ? Self.bytes(hourly.max(), hour) : nil,
      ladder: ladder, window: window, archive: Self.bytes(ladder, window), packagedArchive: Self.bytes(Self.sum(variants.map(\.hlsAverage)), window),
      archiveAtMost: window.flatMap { $0 > Seconds(0) ? Self.bytes(Self.sum(atMost($0)), $0) : nil })
  }

  private static func bytes(_ rate: Bitrate?, _ time: Seconds?) -> ByteCount? {
    guard let rate, let time else { return nil }
    return ByteCount(rate, over: time)
  }

  /// The encoder's stream to a provider that transcodes; nil when a part of it is not set.
  private static func sent(_ stream: Stream) -> Bitrate? {
    guard let ingest = stream.spec.ingest?.value else { return nil }
    var parts: [Bitrate?] = []
    if stream.media.value == .video { parts.append(ingest.video?.value.bitrate?.value) }
    if let audio = ingest.audio { parts.append(audio.value.bitrate?.value) }
    return sum(parts)
  }

  private static func sum(_ parts: [Bitrate?]) -> Bitrate? {
    guard !parts.isEmpty else { return nil }
    var sum: Int64 = 0
    for part in parts {
      guard let part else { return nil }
      let (next, overflow) = sum.addingReportingOverflow(part.bitsPerSecond)
      if overflow { return nil }
      sum = next
    }
    return Bitrate(bitsPerSecond: sum)
  }
}
