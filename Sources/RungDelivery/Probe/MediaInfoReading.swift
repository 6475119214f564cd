internal import RungSource
internal import RungSpec

/// `mediainfo --Output=JSON`.
struct MediaInfoReading {
  private let document: Node
  private let name: String
  private let tracks: [Node]

  init(_ document: Node, _ name: String) {
    (self.document, self.name) = (document, name)
    tracks = document["media"]?["track"]?.items ?? []
  }

  var renditions: [DeliveredRendition] {
    let videos = of("Video")
    let sound = of("Audio").first
    return videos.isEmpty ? sound.map { [rendition(nil, $0, isOnly: true)] } ?? [] : videos.map { rendition($0, videos.count == 1 ? sound : nil, isOnly: videos.count == 1) }
  }

  private func of(_ kind: String) -> [Node] { tracks.filter { $0["@type"]?.scalar?.text == kind } }

  private func rendition(_ video: Node?, _ sound: Node?, isOnly: Bool) -> DeliveredRendition {
    var rendition = DeliveredRendition(at: ProbeReading.place(of: video ?? sound ?? document), label: name)
    rendition.names = ProbeReading.names(of: name)
    if let file = ProbeReading.text(document["media"]?["@ref"]) { rendition.names += ProbeReading.names(of: file.value) }
    if let format = ProbeReading.text(of("General").first?["Format"]) {
      rendition.format = format.compactMap { $0 == "MPEG-TS" ? .mpegts : $0 == "MPEG-4" ? .fmp4 : nil }
    }
    if let video { take(video, into: &rendition) }
    if isOnly { rendition.hasAudio = sound != nil }
    if let sound { rendition.audio = audio(sound) }
    return rendition
  }

  private func take(_ video: Node, into rendition: inout DeliveredRendition) {
    (rendition.profilePlace, rendition.levelPlace) = (video["Format_Profile"]?.place, video["Format_Level"]?.place)
    rendition.size = ProbeReading.size(video["Width"], video["Height"])
    rendition.fps = (exactRate(video) ?? ProbeReading.ratio(video["FrameRate"]))?.map { FrameRate($0) }
    rendition.isRateRounded = exactRate(video) == nil
    rendition.videoBitrate = ProbeReading.bitrate(video["BitRate"])
    rendition.pixelAspect = ProbeReading.ratio(video["PixelAspectRatio"])
    rendition.scan = ProbeReading.text(video["ScanType"])?.map { $0.lowercased() }
    rendition.transfer = ProbeReading.text(video["transfer_characteristics"])?.compactMap { Self.transfers[$0] }
    rendition.primaries = ProbeReading.text(video["colour_primaries"])?.compactMap { Self.primaries[$0] }
    rendition.referenceFrames = ProbeReading.integer(video["Format_Settings_RefFrames"])
    if let depth = ProbeReading.integer(video["BitDepth"]), let chroma = ProbeReading.text(video["ChromaSubsampling"]) {
      rendition.pixelFormat = Located("yuv\(chroma.value.filter { $0 != ":" })p\(depth.value > 8 ? "\(depth.value)le" : "")", at: depth.place)
    }
    guard let name = ProbeReading.text(video["Format"]) else { return }
    let kinds: [String: VideoCodec] = ["AVC": .h264, "HEVC": .h265, "AV1": .av1, "VP9": .vp9, "VP8": .vp8]
    guard let kind = kinds[name.value] else {
      rendition.otherCodec = name
      return
    }
    var codec = DeliveredVideoCodec(kind)
    codec.profileName = ProbeReading.text(video["Format_Profile"])?.value
    codec.profile = codec.profileName.flatMap { FFprobeReading.profiles[$0] }
    codec.level = ProbeReading.text(video["Format_Level"]).map { $0.value.contains(".") || $0.value == "1b" ? $0.value : $0.value + ".0" }
    codec.tier = ProbeReading.text(video["Format_Tier"]).flatMap { LevelTier(rawValue: $0.value.lowercased()) }
    codec.bitDepth = ProbeReading.integer(video["BitDepth"])?.value
    rendition.codec = Located(codec, at: name.place)
  }

  private static let transfers: [String: VideoTransfer] = [
    "PQ": .pq, "HLG": .hlg, "BT.709": .sdr, "BT.601": .sdr, "BT.470 System B/G": .sdr, "BT.2020 (10-bit)": .sdr, "BT.2020 (12-bit)": .sdr, "sRGB/sYCC": .sdr,
  ]
  private static let primaries: [String: ColorPrimaries] = ["BT.709": .bt709, "BT.2020": .bt2020, "Display P3": .p3]

  private func exactRate(_ video: Node) -> Located<Rational>? {
    guard let top = ProbeReading.integer(video["FrameRate_Num"]), let bottom = ProbeReading.integer(video["FrameRate_Den"]) else { return nil }
    return Rational(Int64(top.value), Int64(bottom.value)).map { Located($0, at: top.place) }
  }

  private func audio(_ sound: Node) -> DeliveredAudio {
    var audio = DeliveredAudio(at: ProbeReading.place(of: sound))
    if let name = ProbeReading.text(sound["Format"]) {
      let more = ProbeReading.text(sound["Format_AdditionalFeatures"])?.value ?? ""
      let isMP3 = name.value == "MPEG Audio" && ProbeReading.text(sound["Format_Profile"])?.value == "Layer 3"
      let kinds: [String: AudioCodec] = ["AAC": more.contains("SBR") ? .heAAC : .aac, "Opus": .opus, "AC-3": .ac3, "E-AC-3": .eac3]
      if let kind = isMP3 ? .mp3 : kinds[name.value] { audio.codec = Located(kind, at: name.place) } else { audio.otherCodec = name }
    }
    // Where the two differ the codec says the second, and the container the first.
    audio.channels = ProbeReading.integer(sound["Channels_Original"]) ?? ProbeReading.integer(sound["Channels"])
    audio.sampleRate = ProbeReading.integer(sound["SamplingRate"]).flatMap { $0.value > 0 ? $0.map { SampleRate(hertz: $0) } : nil }
    audio.bitrate = ProbeReading.bitrate(sound["BitRate"])
    return audio
  }
}
