internal import RungSource
internal import RungSpec

/// A family of OBS Studio's video encoders.
package enum OBSEncoder: String, Choice {
  case x264
  case svtAV1 = "svt-av1"
  case aomAV1 = "aom-av1"
  /// Graphics processors of NVIDIA, Intel, AMD and Apple.
  case nvenc, qsv, amf, apple

  package static let noun = "an encoder of OBS Studio"
  package static let aliases: [String: OBSEncoder] = [
    "libx264": .x264, "svtav1": .svtAV1, "libsvtav1": .svtAV1, "libaom": .aomAV1, "quicksync": .qsv, "videotoolbox": .apple,
  ]

  /// The encoder for a codec: its id in OBS's files, and its name in the settings. Nil where the family has none.
  func entry(for codec: VideoCodec) -> (id: String, name: String)? {
    switch (self, codec) {
    case (.x264, .h264): ("obs_x264", "x264")
    case (.svtAV1, .av1): ("ffmpeg_svt_av1", "SVT-AV1")
    case (.aomAV1, .av1): ("ffmpeg_aom_av1", "AOM AV1")
    case (.nvenc, .h264): ("obs_nvenc_h264_tex", "NVIDIA NVENC H.264")
    case (.nvenc, .h265): ("obs_nvenc_hevc_tex", "NVIDIA NVENC HEVC")
    case (.nvenc, .av1): ("obs_nvenc_av1_tex", "NVIDIA NVENC AV1")
    case (.qsv, .h264): ("obs_qsv11_v2", "QuickSync H.264")
    case (.qsv, .h265): ("obs_qsv11_hevc", "QuickSync HEVC")
    case (.qsv, .av1): ("obs_qsv11_av1", "QuickSync AV1")
    case (.amf, .h264): ("h264_texture_amf", "AMD HW H.264 (AVC)")
    case (.amf, .h265): ("h265_texture_amf", "AMD HW H.265 (HEVC)")
    case (.amf, .av1): ("av1_texture_amf", "AMD HW AV1")
    case (.apple, .h264): ("com.apple.videotoolbox.videoencoder.ave.avc", "Apple VT H264 Hardware Encoder")
    case (.apple, .h265): ("com.apple.videotoolbox.videoencoder.ave.hevc", "Apple VT HEVC Hardware Encoder")
    default: nil
    }
  }

  static func all(for codec: VideoCodec) -> [OBSEncoder] { allCases.filter { $0.entry(for: codec) != nil } }

  /// What encodes a codec where the target names no encoder. Nil for HEVC, which takes hardware that the spec does not know.
  static func usual(for codec: VideoCodec) -> OBSEncoder? {
    switch codec {
    case .h264: .x264
    case .av1: .svtAV1
    case .h265, .vp8, .vp9: nil
    }
  }

  /// The hardware encoders of HEVC and AV1 take 10 bits with Rec. 2100.
  var takesHDR: Bool {
    switch self {
    case .x264, .svtAV1, .aomAV1: false
    case .nvenc, .qsv, .amf, .apple: true
    }
  }

  /// Whether the GOP can be set in frames, by an option beside `keyint_sec`.
  func countsFrames(_ codec: VideoCodec) -> Bool {
    switch self {
    case .x264, .svtAV1, .nvenc: true
    // `keyint` of AMF is another property in HEVC.
    case .amf: codec != .h265
    case .aomAV1, .qsv, .apple: false
    }
  }

  /// The GOP that whole seconds make, in frames.
  func frames(inSeconds seconds: Int, at rate: FrameRate) -> Int? {
    let (numerator, denominator) = (Int(rate.value.numerator), Int(rate.value.denominator))
    // Apple's counts whole frames per second: 29 of 29.97.
    let product = self == .apple ? seconds.multipliedReportingOverflow(by: numerator / denominator) : seconds.multipliedReportingOverflow(by: numerator)
    return product.overflow ? nil : self == .apple ? product.partialValue : product.partialValue / denominator
  }

  /// The settings of a rendition that it has none for, as they are written.
  func unheard(of sent: Rendition, _ codec: VideoCodec) -> [(key: SpecKey, place: SourcePlace)] {
    var lost: [(SpecKey, SourcePlace?)] = []
    let isSoftware = self == .x264 || self == .svtAV1 || self == .aomAV1
    let isVariable = OBSVideo.isVariable(sent)
    // OBS's own setting is a whole number; only x264's options take another.
    if !isSoftware || (self != .x264 && sent.crf?.value.whole == nil) { lost.append((.crf, EncodedRate(sent).factor?.place)) }
    if self != .x264 {
      let takesMaximum = (self == .nvenc || self == .qsv || self == .apple) && isVariable
      if !takesMaximum, sent.maxBitrate?.value != sent.bitrate?.value, sent.bitrate != nil || isSoftware { lost.append((.maxBitrate, sent.maxBitrate?.place)) }
      if self != .nvenc { lost.append((.buffer, sent.buffer?.place)) }
      if !takesBFrames(sent, codec) { lost.append((.bframes, sent.bframes?.place)) }
      lost.append((.refFrames, sent.refFrames?.place))
      if self != .svtAV1, self != .nvenc { lost.append((.lookahead, sent.lookahead?.place)) }
      // ladder/preset-not-of-codec reports x264's names for AV1.
      if codec != .av1 { lost.append((.encoderPreset, sent.encoderPreset?.place)) }
      if self != .svtAV1, codec == .av1 { lost.append((.encoderPreset, sent.encoderSpeed?.place)) }
      if sent.profile?.value == .high10, self != .nvenc { lost.append((.profile, sent.profile?.place)) }
      if self != .svtAV1, self != .nvenc { lost.append((.level, sent.level?.place)) }
      if sent.tier?.value == .high, !(self == .nvenc || (self == .amf && codec == .h265)) { lost.append((.tier, sent.tier?.place)) }
    }
    return lost.compactMap { key, place in place.map { (key, $0) } }
  }

  private func takesBFrames(_ sent: Rendition, _ codec: VideoCodec) -> Bool {
    switch self {
    case .x264, .nvenc, .qsv: true
    case .amf: codec != .h265
    // On or off: how many there are is the encoder's choice.
    case .apple: sent.bframes?.value == 0
    case .svtAV1, .aomAV1: false
    }
  }
}
