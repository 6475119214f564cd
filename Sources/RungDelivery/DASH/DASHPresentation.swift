internal import RungSource
internal import RungSpec

extension Presentation {
  /// What a manifest shows of its first period with video, or with audio where none has video: others may be of advertisements, whose ladder is
  /// not the spec's. Nil where there is neither.
  package init?(_ manifest: Manifest, in file: DeliveredFile) {
    func sets(_ content: ManifestSet.Content, of period: ManifestPeriod) -> [ManifestSet] { period.sets.filter { $0.content?.value == content && !$0.isTrickPlay } }
    let video = manifest.periods.first { !sets(.video, of: $0).isEmpty }
    guard let period = video ?? manifest.periods.first(where: { !sets(.audio, of: $0).isEmpty }) else { return nil }
    let tracks = sets(.audio, of: period).flatMap(\.representations)
    var reading = PeriodReading(file: file, isLive: manifest.kind?.value == .dynamic, tracks: tracks)
    let renditions = video == nil ? tracks.map { reading.track($0) } : sets(.video, of: period).flatMap(\.representations).filter { $0.trickPlay == nil }.map { reading.rendition($0) }
    self.init(.dash, at: manifest.place, renditions, isWhole: true)
    window = manifest.timeShiftBufferDepth
  }
}

private struct PeriodReading {
  let file: DeliveredFile
  let isLive: Bool
  private let hasTracks: Bool
  /// What all tracks have.
  private let shared: DeliveredAudio?
  /// How many segments are counted out of what is left of the manifest: one line may stand for as many as a timeline holds, once for each representation.
  private var room = 1_000_000

  init(file: DeliveredFile, isLive: Bool, tracks: [ManifestRepresentation]) {
    (self.file, self.isLive, hasTracks, shared) = (file, isLive, !tracks.isEmpty, Self.audio(of: tracks))
  }

  mutating func rendition(_ representation: ManifestRepresentation) -> DeliveredRendition {
    var rendition = listed(representation)
    rendition.size = representation.resolution
    rendition.fps = representation.frameRate
    rendition.scan = representation.scanType.flatMap { $0.value == "unknown" ? nil : $0 }
    rendition.pixelAspect = representation.sar
    var sounds: [String] = []
    for entry in representation.codecs?.value ?? [] {
      if let codec = DeliveredVideoCodec(entry) {
        rendition.codec = representation.codecs?.map { _ in codec }
      } else if DeliveredAudioCodec.isAudio(entry) {
        sounds.append(entry)
      }
    }
    if let sound = sounds.first, let codecs = representation.codecs {
      rendition.audio = DeliveredAudio(at: codecs.place)
      rendition.audio?.codec = DeliveredAudioCodec.named(sound).map { codec in codecs.map { _ in codec } }
    } else {
      rendition.audio = shared
    }
    // Audio is in sets of its own, or in the list of codecs.
    rendition.hasAudio = rendition.audio != nil || hasTracks ? true : representation.codecs == nil ? nil : false
    return rendition
  }

  /// Of a stream of audio alone.
  mutating func track(_ representation: ManifestRepresentation) -> DeliveredRendition {
    var rendition = listed(representation)
    rendition.audio = Self.audio(of: [representation])
    rendition.hasAudio = true
    return rendition
  }

  /// What all tracks have: which of several belongs to a rendition a manifest does not say.
  private static func audio(of tracks: [ManifestRepresentation]) -> DeliveredAudio? {
    guard let first = tracks.first else { return nil }
    var audio = DeliveredAudio(at: first.codecs?.place ?? first.place)
    let codec = first.codecs?.value.first
    if tracks.allSatisfy({ $0.codecs?.value == first.codecs?.value }), let codec, let place = first.codecs?.place {
      if let known = DeliveredAudioCodec.named(codec) { audio.codec = Located(known, at: place) } else { audio.otherCodec = Located(codec, at: place) }
    }
    if tracks.allSatisfy({ $0.channels?.value == first.channels?.value }) { audio.channels = first.channels }
    if tracks.allSatisfy({ $0.audioSamplingRate?.value == first.audioSamplingRate?.value }) { audio.sampleRate = first.audioSamplingRate }
    if tracks.count == 1 { audio.bitrate = first.bandwidth }
    return audio
  }

  private mutating func listed(_ representation: ManifestRepresentation) -> DeliveredRendition {
    var rendition = DeliveredRendition(at: representation.place, label: representation.id?.value ?? "a representation")
    rendition.namePlace = representation.id?.place
    rendition.names = [representation.id?.value ?? ""]
    rendition.codecNames = representation.codecs?.map { $0.joined(separator: ",") }
    rendition.bandwidth = representation.bandwidth
    rendition.isBandwidthOfVideo = true
    if let listed = representation.segments { rendition.segments = segments(of: listed, representation) }
    return rendition
  }

  private mutating func segments(of segments: ManifestSegments, _ representation: ManifestRepresentation) -> DeliveredSegments? {
    let format: Located<SegmentFormat>? = representation.mimeType?.compactMap { $0.hasSuffix("/mp4") ? .fmp4 : $0.hasSuffix("/mp2t") ? .mpegts : nil }
    guard room > 0 else { return nil }
    guard let list = segments.list() else {
      // A template without an end says how long a segment is, and not how many there are.
      guard segments.timeline == nil, let duration = segments.segmentDuration else { return nil }
      var delivered = DeliveredSegments(at: duration.place, items: [DeliveredSegments.Segment(duration: duration.value, place: duration.place)], first: 0, isLive: true, hasSlid: false)
      (delivered.isNominal, delivered.format) = (true, format)
      return delivered
    }
    room -= list.segments.count
    let addresses = list.segments.count < 10_000 ? list.segments.map { segments.url(of: $0) } : []
    // Ranges of one file have one address: its size is no segment's.
    let areFiles = segments.kind == .template || addresses.count > 1 && Set(addresses).count == addresses.count
    let items = list.segments.enumerated().map { index, segment in
      DeliveredSegments.Segment(duration: segment.duration, place: segment.place, bytes: areFiles && index < addresses.count ? addresses[index].flatMap(size) : nil)
    }
    var delivered = DeliveredSegments(at: segments.place, items: items, first: list.segments.first.map { Int(clamping: $0.number) } ?? 0, isLive: isLive, hasSlid: false)
    delivered.isNominal = segments.timeline == nil
    delivered.format = format
    return delivered
  }

  private func size(_ address: String) -> Int? {
    guard !AddressWords.isElsewhere(address), AddressWords.resolved(address, below: []) != nil else { return nil }
    return file.size(AddressWords.path(of: address))
  }
}
