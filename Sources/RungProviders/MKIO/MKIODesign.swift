internal import RungSource
internal import RungSpec

extension MKIO {
  /// One of the ladders that MK.IO encodes, where it is what was asked for; otherwise the encoder encodes the ladder.
  package static func ladderTerms(for wish: LadderWish) -> LadderAnswer {
    if wish.encoding == .passthrough { return .terms(forwarded(nil)) }
    var misfits: [LadderObstacle] = []
    for product in [MKIOProduct.of(.premium1080p), MKIOProduct.of(.standard)] {
      guard let preset = product.preset else { continue }
      let found = obstacles(to: preset, of: product, wish)
      if found.isEmpty { return .terms(made(preset, product, wish)) }
      // What the smaller one lacks belongs to the reason only where it is something else.
      for obstacle in found where !misfits.contains(obstacle) { misfits.append(obstacle) }
    }
    return wish.encoding == .transcode ? .obstacles(misfits) : .terms(forwarded(misfits.first))
  }

  private static func made(_ preset: MKIOProduct.Preset, _ product: MKIOProduct, _ wish: LadderWish) -> LadderTerms {
    var terms = LadderTerms(
      .preset("mkio-\(preset.name.lowercased())", title: "\(product.type.rawValue) (\(preset.name))"), facts(for: decision(product.type)))
    terms.sections = sections
    terms.ingest = ingest
    return terms
  }

  private static func forwarded(_ reason: LadderObstacle?) -> LadderTerms {
    var terms = LadderTerms(.yours(.all), facts(for: decision(.passthroughStandard)))
    terms.facts.videoCodecs = .published([.h264], Source.guide("RTMP carries H.264 and AAC", strength: .inferred))
    let most = MKIOProduct.of(.passthroughStandard).layerBitrate.value
    terms.rungBitrate = { _, _ in most }
    terms.sections = [SpecLine("encoding", "passthrough", "MK.IO forwards what the encoder sends: push each rendition")] + sections
    terms.ingest = ingest
    terms.options = { top, total in
      let basic = MKIOProduct.of(.passthroughBasic)
      // By the total alone the smaller type would be chosen, which may not accept a rendition of this bitrate.
      guard let layer = basic.layerBitrate.value, let sum = basic.ingestBitrate.value, top > layer, total <= sum else { return [] }
      return [SpecLine("encoding_type", MKIOEncodingType.passthroughStandard.rawValue, "PassthroughBasic accepts \(layer.prose) per stream")]
    }
    terms.remarks = ["MK.IO forwards this ladder: the encoder encodes and pushes every rendition" + (reason.map { "; \($0.message)" } ?? "")]
    return terms
  }

  private static func decision(_ type: MKIOEncodingType) -> Decision {
    Decision(type: Located(type, at: SourcePlace(SourceSpan(file: FileID(index: 0), lower: 0, upper: 0))), because: nil)
  }

  private static let sections = [SpecLine("recording", "{window: 4h}", "how far viewers can rewind"), SpecLine("packaging", "{hls: {}}", "an output is on when its key is here")]
  private static let ingest = [SpecLine("allow", "[203.0.113.0/24]", "the encoder's addresses; put your own here")]

  private static func obstacles(to preset: MKIOProduct.Preset, of product: MKIOProduct, _ wish: LadderWish) -> [LadderObstacle] {
    let type = product.type.rawValue
    let passthrough = "remove `--encoding`, and the encoder encodes and pushes the ladder"
    guard let top = preset.rungs.max(by: { $0.resolution.pixels < $1.resolution.pixels }) else { return [] }
    var found: [LadderObstacle] = []
    func note(_ message: String, help: String? = nil, _ citation: Citation? = nil) {
      found.append(LadderObstacle(message, help: help ?? passthrough, citation: citation ?? preset.citation))
    }
    if wish.codec != .h264 { note("MK.IO's encoding types support `h264` only, not `\(wish.codec.rawValue)`", help: "set `--codec h264`") }
    if let rungs = wish.rungs, rungs != preset.rungs.count {
      note("MK.IO's encoding types always produce \(preset.rungs.count) renditions, not \(rungs)")
    }
    if let most = product.inputSize.value, wish.source.width > most.width || wish.source.height > most.height {
      note("the source is \(wish.source.text); MK.IO's encoding types accept at most \(most.text)", product.inputSize.citation)
    } else if wish.source.aspect != top.resolution.aspect {
      note("the source is \(wish.source.text); MK.IO's encoding types produce 16:9 only")
    } else if wish.source.width < top.resolution.width {
      note("the source is \(wish.source.text); \(type) produces \(top.resolution.text)")
    }
    if wish.fps > preset.frameRate {
      note("\(wish.fps.text) fps is not supported by MK.IO's encoding types; they produce at most \(preset.frameRate.text) fps")
    } else if let most = product.inputFrameRate.value, wish.sourceRate > most {
      note("the source has \(wish.sourceRate.text) fps; MK.IO's encoding types accept at most \(most.text) fps", product.inputFrameRate.citation)
    }
    // Fixed bitrates are too high for a low frame rate.
    if let rung = preset.rungs.first(where: { Density(.h264, $0.resolution, wish.fps, $0.bitrate)?.isHigh ?? false }) {
      note("MK.IO's encoding types produce \(rung.resolution.text) at \(rung.bitrate.prose), more than \(wish.fps.text) fps can use")
    }
    if wish.halvesLowRungs { note("MK.IO's encoding types produce all renditions at one frame rate", help: "remove `--halve-low-rungs`") }
    let peak = Bitrate(bitsPerSecond: top.bitrate.bitsPerSecond + preset.audioBitrate.bitsPerSecond)
    if let cap = wish.cap, cap < peak {
      note("\(type) produces \(top.resolution.text) at \(peak.prose) with audio; the cap is \(cap.prose)")
    }
    return found
  }
}
