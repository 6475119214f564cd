internal import RungSource
internal import RungSpec

/// What FFmpeg does with the source's pictures beside scaling: fields become frames, samples get their shape, colors their range.
struct FFmpegPicture {
  /// Nil where the spec does not describe the source.
  let source: IngestVideo?

  private var isInterlaced: Bool { source?.interlaced?.value == true }

  // MARK: Once for all renditions

  func prepared(for renditions: [Rendition], _ report: inout Report) -> [String] {
    var steps: [String] = []
    report.use(source?.interlaced)
    if isInterlaced { steps.append("bwdif=mode=\(doubles(renditions) ? "send_field" : "send_frame"):deint=all") }
    if let samples = source?.sampleAspectRatio {
      report.use(samples)
      // A source that does not signal it is stretched all the same.
      steps.append(Self.setsar(samples.value.value))
    }
    return steps
  }

  /// Whether each field becomes a frame: some rendition has more frames than the source, or more than any interlaced format.
  private func doubles(_ renditions: [Rendition]) -> Bool {
    let frames = source?.fps?.value ?? FrameRate(30)
    return isInterlaced && renditions.contains { $0.fps.map { $0.value > frames } ?? false }
  }

  /// Nil where the source's rate is kept.
  func rate(of rendition: Rendition, among all: [Rendition]) -> FrameRate? { rendition.fps?.value ?? (doubles(all) ? source?.fps?.value : nil) }

  static func setsar(_ ratio: Rational) -> String {
    ratio == Rational(1) ? "setsar=1" : "setsar=\(ratio.numerator)/\(ratio.denominator):max=\(Swift.max(ratio.numerator, ratio.denominator))"
  }

  // MARK: Color

  /// How a rendition gets its transfer characteristics.
  enum Conversion: Sendable, Hashable {
    case none
    /// HDR to SDR.
    case toneMapping
    /// Another curve, or other primaries, that this command does not compute.
    case refused
  }

  func conversion(to rendition: Rendition) -> Conversion {
    guard let from = color(of: source), let to = rendition.transfer?.value else { return .none }
    let primaries = rendition.primaries?.value ?? (to.isHDR ? .bt2020 : .bt709)
    if from.transfer.isHDR, to == .sdr { return primaries == .bt709 ? .toneMapping : .refused }
    return from.transfer == to && from.primaries == primaries ? .none : .refused
  }

  private func color(of source: IngestVideo?) -> VideoColor? {
    guard let transfer = source?.transfer?.value else { return nil }
    return VideoColor(source?.primaries?.value ?? (transfer.isHDR ? .bt2020 : .bt709), transfer)
  }

  func color(of rendition: Rendition, _ report: inout Report) -> [String] {
    report.use(rendition.transfer)
    report.use(rendition.primaries)
    report.use(rendition.bitDepth)
    report.use(source?.transfer)
    report.use(source?.primaries)
    if conversion(to: rendition) == .toneMapping, let from = color(of: source) {
      // By way of linear light, where 100 cd/m² is SDR's white (Rec. ITU-R BT.1886).
      return [
        Self.setparams(from), "zscale=t=linear:npl=100", "format=gbrpf32le", "zscale=p=bt709", "tonemap=tonemap=hable:desat=0",
        "zscale=t=bt709:m=bt709:r=tv",
      ]
    }
    guard rendition.transfer != nil || rendition.primaries != nil else { return [] }
    return [Self.setparams(rendition.color ?? VideoColor(.bt709, .sdr))]
  }

  private static func setparams(_ color: VideoColor) -> String {
    let primaries =
      switch color.primaries {
      case .bt709: "bt709"
      case .p3: "smpte432"
      case .bt2020: "bt2020"
      }
    let transfer =
      switch color.transfer {
      case .sdr: color.primaries == .bt2020 ? "bt2020-10" : "bt709"
      case .pq: "smpte2084"
      case .hlg: "arib-std-b67"
      }
    return "setparams=color_primaries=\(primaries):color_trc=\(transfer):colorspace=\(color.codes[2] == 9 ? "bt2020nc" : "bt709")"
  }

  func remarks(_ renditions: [Rendition]) -> [String] {
    var remarks: [String] = []
    if renditions.contains(where: { conversion(to: $0) == .toneMapping }) {
      remarks.append("HDR is converted to SDR by zscale and tonemap: `ffmpeg -filters` must list both. FFmpeg is built with libzimg for zscale.")
    }
    if renditions.contains(where: { $0.transfer?.value == .pq }) {
      remarks.append("HDR10's static metadata (mastering display, MaxCLL) is not set: a spec has no key for it. Apple recommends it (HLS Authoring Specification, 1.35).")
    }
    return remarks
  }

  // MARK: Test

  /// Moving video of the source's kind, as filters of one chain.
  func testPattern(_ size: Resolution, _ rate: FrameRate) -> [String] {
    var steps: [String] = []
    if isInterlaced {
      let fields = FrameRate(rate.value.times(Rational(2)) ?? rate.value)
      steps = ["testsrc2=size=\(size.text):rate=\(fields.fraction)", "tinterlace=mode=interleave_top", "setfield=mode=tff"]
    } else {
      steps = ["testsrc2=size=\(size.text):rate=\(rate.fraction)"]
    }
    if let samples = source?.sampleAspectRatio?.value.value { steps.append(Self.setsar(samples)) }
    if let color = color(of: source) { steps += ["format=\(color.transfer.isHDR ? "yuv420p10le" : "yuv420p")", Self.setparams(color)] }
    return steps
  }
}
