internal import RungSource
internal import RungSpec

/// `ffprobe -of json -show_streams -show_format`, with `-show_packets` or `-show_frames` where keyframes matter.
struct FFprobeReading {
  private let document: Node
  private let name: String
  private let streams: [Node]

  init(_ document: Node, _ name: String) {
    (self.document, self.name) = (document, name)
    streams = document["streams"]?.items ?? []
  }

  var renditions: [DeliveredRendition] {
    let videos = streams.filter { kind($0) == "video" && ProbeReading.integer($0["disposition"]?["attached_pic"])?.value != 1 }
    let sounds = streams.filter { kind($0) == "audio" }
    let all = frames()
    // Frames or packets alone show keyframes.
    if streams.isEmpty, let frames = all.min(by: { $0.key < $1.key })?.value {
      var rendition = DeliveredRendition(at: frames.place, label: name)
      rendition.names = ProbeReading.names(of: name)
      rendition.frames = frames
      return [rendition]
    }
    guard !videos.isEmpty else { return sounds.prefix(1).map { rendition(nil, $0, isOnly: true, nil) } }
    // By the index of a stream the first program that has it; by the number of a program its first audio.
    var programs: [Int: Int] = [:]
    var audio: [Int: Node] = [:]
    if videos.count > 1 {
      let byIndex = Dictionary(sounds.compactMap { sound in ProbeReading.integer(sound["index"]).map { ($0.value, sound) } }) { first, _ in first }
      for (number, program) in (document["programs"]?.items ?? []).enumerated() {
        let members = program["streams"]?.items.compactMap { ProbeReading.integer($0["index"])?.value } ?? []
        for member in members where programs[member] == nil { programs[member] = number }
        audio[number] = members.filter { byIndex[$0] != nil }.min().flatMap { byIndex[$0] }
      }
    }
    return videos.map { video in
      rendition(video, videos.count == 1 ? sounds.first : sound(of: video, audio, programs), isOnly: videos.count == 1, ProbeReading.integer(video["index"]).flatMap { all[$0.value] } ?? (streams.count == 1 ? all.values.first : nil))
    }
  }

  private func kind(_ stream: Node) -> String? { stream["codec_type"]?.scalar?.text }

  /// Of several video streams a program says which audio belongs to which.
  private func sound(of video: Node, _ sounds: [Int: Node], _ programs: [Int: Int]) -> Node? {
    return ProbeReading.integer(video["index"]).flatMap { programs[$0.value] }.flatMap { sounds[$0] }
  }

  private func rendition(_ video: Node?, _ sound: Node?, isOnly: Bool, _ frames: DeliveredFrames?) -> DeliveredRendition {
    var rendition = DeliveredRendition(at: ProbeReading.place(of: video ?? sound ?? document), label: name)
    rendition.names = ProbeReading.names(of: name)
    if let file = ProbeReading.text(document["format"]?["filename"]) { rendition.names += ProbeReading.names(of: file.value) }
    if isOnly, let words = ProbeReading.text(document["format"]?["format_name"]) { rendition.format = words.compactMap(Self.format) }
    if let video { take(video, frames, into: &rendition) }
    // A video stream that was asked for alone says nothing of audio.
    let isWhole = ProbeReading.integer(document["format"]?["nb_streams"]).map { $0.value == streams.count } ?? (sound != nil)
    rendition.hasAudio = sound != nil ? true : isOnly && isWhole ? false : nil
    if let sound { rendition.audio = audio(sound) }
    return rendition
  }

  private static func format(_ words: String) -> SegmentFormat? { words == "mpegts" ? .mpegts : words.contains("mp4") ? .fmp4 : nil }

  private func take(_ video: Node, _ frames: DeliveredFrames?, into rendition: inout DeliveredRendition) {
    rendition.size = ProbeReading.size(video["width"], video["height"])
    if let name = ProbeReading.text(video["codec_name"]) {
      rendition.codec = codec(name, video)
      if rendition.codec == nil { rendition.otherCodec = name }
    }
    (rendition.profilePlace, rendition.levelPlace) = (video["profile"]?.place, video["level"]?.place)
    rendition.pixelFormat = ProbeReading.text(video["pix_fmt"])
    rendition.transfer = ProbeReading.text(video["color_transfer"])?.compactMap { Self.transfers[$0] }
    rendition.primaries = ProbeReading.text(video["color_primaries"])?.compactMap { Self.primaries[$0] }
    rendition.scan = ProbeReading.text(video["field_order"]).flatMap { $0.value == "unknown" ? nil : $0 }
    rendition.pixelAspect = ProbeReading.ratio(video["sample_aspect_ratio"])
    // Until frames are decoded ffprobe says 1.
    rendition.referenceFrames = rendition.codec?.value.codec == .h264 ? ProbeReading.integer(video["refs"]).flatMap { $0.value > 1 ? $0 : nil } : nil
    rendition.hasBFrames = ProbeReading.integer(video["has_b_frames"])?.map { $0 > 0 }
    rendition.frames = frames
    // The nominal rate: that of a short file is a frame off on average. Of interlaced video it is the rate of fields.
    let isProgressive = rendition.scan == nil || rendition.scan?.value == "progressive"
    let nominal = ProbeReading.ratio(video["r_frame_rate"])
    let average = ProbeReading.ratio(video["avg_frame_rate"])
    rendition.fps = ((isProgressive ? nominal : nil) ?? average ?? nominal)?.map { FrameRate($0) }
    if let frames, frames.count > 1, frames.duration > 0 {
      let bits = Double(frames.bytes) * 8 / frames.duration
      if bits.isFinite, bits < 1e12 { rendition.videoBitrate = Located(Bitrate(bitsPerSecond: Int64(bits)), at: frames.sizePlace ?? frames.place) }
    } else {
      rendition.videoBitrate = ProbeReading.bitrate(video["bit_rate"])
    }
  }

  private func codec(_ name: Located<String>, _ video: Node) -> Located<DeliveredVideoCodec>? {
    let kinds: [String: VideoCodec] = ["h264": .h264, "hevc": .h265, "av1": .av1, "vp9": .vp9, "vp8": .vp8]
    guard let kind = kinds[name.value] else { return nil }
    var codec = DeliveredVideoCodec(kind)
    let level = ProbeReading.integer(video["level"])?.value ?? -1
    let profile = ProbeReading.text(video["profile"])?.value
    switch kind {
    case .h264 where level > 0: codec.takeH264(profile: 0, flags: 0, level: level)
    case .h265: codec.takeHEVC(profile: nil, level: level)
    case .av1: codec.takeAV1(profile: nil, level: level >= 0 ? level : nil)
    default: break
    }
    codec.profile = profile.flatMap { Self.profiles[$0] }
    codec.profileName = profile
    codec.bitDepth = ProbeReading.text(video["pix_fmt"]).flatMap { Self.depth($0.value) }
    return Located(codec, at: name.place)
  }

  /// Others are seldom, or unknown.
  private static let transfers: [String: VideoTransfer] = [
    "smpte2084": .pq, "arib-std-b67": .hlg, "bt709": .sdr, "smpte170m": .sdr, "bt470bg": .sdr, "bt2020-10": .sdr, "bt2020-12": .sdr, "iec61966-2-1": .sdr,
  ]
  private static let primaries: [String: ColorPrimaries] = ["bt709": .bt709, "bt2020": .bt2020, "smpte432": .p3]

  static let profiles: [String: VideoProfile] = [
    "Constrained Baseline": .baseline, "Baseline": .baseline, "Main": .main, "High": .high, "Main 10": .main10, "High 10": .high10, "Progressive High": .high,
  ]

  /// 10 for `yuv420p10le`; 8 for a format that says none.
  static func depth(_ format: String) -> Int? {
    guard format.hasPrefix("yuv") || format.hasPrefix("nv") || format.hasPrefix("gray") else { return nil }
    for depth in [9, 10, 12, 14, 16] where format.hasSuffix("p\(depth)le") || format.hasSuffix("p\(depth)be") { return depth }
    return format == "p010le" ? 10 : 8
  }

  private func audio(_ sound: Node) -> DeliveredAudio {
    var audio = DeliveredAudio(at: ProbeReading.place(of: sound))
    if let name = ProbeReading.text(sound["codec_name"]) {
      let isHE = ProbeReading.text(sound["profile"])?.value.hasPrefix("HE-AAC") == true
      let kinds: [String: AudioCodec] = ["aac": isHE ? .heAAC : .aac, "opus": .opus, "mp3": .mp3, "ac3": .ac3, "eac3": .eac3]
      if let kind = kinds[name.value] { audio.codec = Located(kind, at: name.place) } else { audio.otherCodec = name }
    }
    audio.channels = ProbeReading.integer(sound["channels"])
    audio.sampleRate = ProbeReading.integer(sound["sample_rate"]).flatMap { $0.value > 0 ? $0.map { SampleRate(hertz: $0) } : nil }
    // Of fragmented MP4 ffprobe tells the rate of a fragment over the length of the whole; packets tell more.
    let isFragment = document["format"]?["format_name"]?.scalar?.text.contains("mp4") == true
    audio.bitrate = measured(sound) ?? (isFragment && document["packets"] != nil ? nil : ProbeReading.bitrate(sound["bit_rate"]))
    return audio
  }

  /// The rate of an audio stream over its packets; nil where they are not listed.
  private func measured(_ sound: Node) -> Located<Bitrate>? {
    guard let index = ProbeReading.integer(sound["index"])?.value, let packets = document["packets"]?.items else { return nil }
    var (bytes, first, last, count) = (0, Double.infinity, -Double.infinity, 0)
    var place: SourcePlace?
    for packet in packets where ProbeReading.integer(packet["stream_index"])?.value == index {
      guard let time = ProbeReading.double(packet["pts_time"]), let size = packet["size"], let own = ProbeReading.integer(size) else { continue }
      if place == nil { place = size.place }
      bytes += Swift.min(Swift.max(0, own.value), 1 << 40)
      (first, last, count) = (Swift.min(first, time), Swift.max(last, time), count + 1)
    }
    // Some dozens of frames: a few packets say little.
    guard let place, count > 20, last > first else { return nil }
    let rate = Double(bytes) * 8 / ((last - first) * Double(count) / Double(count - 1))
    return rate.isFinite && rate < 1e12 ? Located(Bitrate(bitsPerSecond: Int64(rate)), at: place) : nil
  }

  // MARK: Packets and frames

  private struct Gathering {
    var frames: DeliveredFrames
    var times: [Double] = []
    /// Of the last keyframe.
    var shown: Double?
    var kinds: [(time: Double, isB: Bool, place: SourcePlace)] = []
    var length: Double?
  }

  /// By the index of the stream.
  private func frames() -> [Int: DeliveredFrames] {
    var all: [Int: Gathering] = [:]
    let packets = document["packets"]?.items ?? document["packets_and_frames"]?.items.filter { $0["type"]?.scalar?.text == "packet" } ?? []
    let shown = document["frames"]?.items ?? document["packets_and_frames"]?.items.filter { $0["type"]?.scalar?.text == "frame" } ?? []
    let videos = Set(streams.filter { kind($0) == "video" }.compactMap { ProbeReading.integer($0["index"])?.value })
    func index(_ node: Node, _ key: String) -> Int? {
      let index = ProbeReading.integer(node["stream_index"])?.value
      if let kind = node[key]?.scalar?.text { return kind == "video" ? index ?? 0 : nil }
      return index.flatMap { videos.contains($0) ? $0 : nil } ?? (videos.isEmpty || streams.count == 1 ? 0 : nil)
    }
    for packet in packets {
      guard let stream = index(packet, "codec_type") else { continue }
      add(packet, isKey: packet["flags"]?.scalar?.text.hasPrefix("K") == true, time: ProbeReading.double(packet["pts_time"]), size: packet["size"], length: packet["duration_time"], to: &all[stream, default: Gathering(frames: DeliveredFrames(at: ProbeReading.place(of: packet)))])
    }
    for frame in shown {
      guard let stream = index(frame, "media_type") else { continue }
      var gathered = all[stream] ?? Gathering(frames: DeliveredFrames(at: ProbeReading.place(of: frame)))
      let time = ProbeReading.double(frame["pts_time"] ?? frame["best_effort_timestamp_time"])
      // Frames come in the order in which they are shown.
      if packets.isEmpty {
        add(frame, isKey: ProbeReading.integer(frame["key_frame"])?.value == 1, time: time, size: frame["pkt_size"], length: frame["duration_time"] ?? frame["pkt_duration_time"], to: &gathered)
      }
      gathered.kinds.append((time ?? 0, frame["pict_type"]?.scalar?.text == "B", frame["pict_type"]?.place ?? frame.place))
      all[stream] = gathered
    }
    return all.mapValues { Self.finished($0, areShown: packets.isEmpty) }
  }

  private func add(_ packet: Node, isKey: Bool, time: Double?, size: Node?, length: Node?, to gathered: inout Gathering) {
    if isKey {
      gathered.frames.keyframes.append(DeliveredFrames.Keyframe(frame: gathered.frames.count, time: time, place: (packet["flags"] ?? packet["key_frame"])?.place ?? packet.place))
      gathered.shown = time
    } else if let time, let key = gathered.shown, time <= key, !gathered.frames.keyframes.isEmpty {
      gathered.frames.keyframes[gathered.frames.keyframes.count - 1].leading += 1
    }
    if let time {
      if let last = gathered.times.last, time < last { gathered.frames.isReordered = true }
      gathered.times.append(time)
    }
    if gathered.length == nil { gathered.length = ProbeReading.double(length) }
    if gathered.frames.sizePlace == nil { gathered.frames.sizePlace = size?.place }
    gathered.frames.count += 1
    let (bytes, isBeyond) = gathered.frames.bytes.addingReportingOverflow(Swift.max(0, ProbeReading.integer(size)?.value ?? 0))
    gathered.frames.bytes = isBeyond ? .max : bytes
  }

  private static func finished(_ gathered: Gathering, areShown: Bool) -> DeliveredFrames {
    var frames = gathered.frames
    let times = gathered.times.sorted()
    if let first = times.first, let last = times.last, times.count > 1 {
      let typical = (last - first) / Double(times.count - 1)
      frames.duration = last - first + (gathered.length ?? typical)
      let gaps = zip(times.dropFirst(), times).map { $0 - $1 }
      frames.shortest = gaps.min() ?? 0
      frames.longest = gaps.max() ?? 0
    }
    var run = 0
    for frame in gathered.kinds {
      run = frame.isB ? run + 1 : 0
      if run >= (frames.mostBFrames?.value ?? 0) { frames.mostBFrames = Located(run, at: frame.place) }
    }
    return frames
  }
}
