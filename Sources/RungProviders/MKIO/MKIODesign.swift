internal import RungSource
internal import RungSpec

extension MKIO {
  /// One of the ladders that MK.IO makes, where it is what was asked for; otherwise the encoder makes the ladder.
  package static func ladderTerms(for wish: LadderWish) -> LadderAnswer {
    if wish.encoding == .passthrough { return .terms(forwarded(nil)) }
    var misfits: [LadderObstacle] = []
    for product in [MKIOProduct.of(.premium1080p), MKIOProduct.of(.standard)] {
      guard let preset = product.preset else { continue }
      let found = obstacles(to: preset, of: product, wish)
      if found.isEmpty { return .terms(made(preset, product, wish)) }
      // What the smaller one lacks is the rest of the reason only where it lacks something else.
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
    terms.rungBitrate = MKIOProduct.of(.passthroughStandard).layerBitrate
    terms.sections = [SpecLine("encoding", "passthrough", "MK.IO forwards what the encoder sends: each rung is pushed")] + sections
    terms.ingest = ingest
    terms.options = { top, total in
      let basic = MKIOProduct.of(.passthroughBasic)
      // By the total alone the smaller type would be chosen, which may not take a rung of this size.
      guard let layer = basic.layerBitrate.value, let sum = basic.ingestBitrate.value, top > layer, total <= sum else { return [] }
      return [SpecLine("encoding_type", MKIOEncodingType.passthroughStandard.rawValue, "PassthroughBasic takes \(layer.prose) a stream")]
    }
    terms.remarks = ["MK.IO forwards this ladder: the encoder makes and pushes every rung of it" + (reason.map { "; \($0.message)" } ?? "")]
    return terms
  }

  private static func decision(_ type: MKIOEncodingType) -> Decision {
    Decision(type: Located(type, at: SourcePlace(SourceSpan(file: FileID(index: 0), lower: 0, upper: 0))), because: nil)
  }

  private static let sections = [SpecLine("recording", "{window: 4h}", "how far viewers can rewind"), SpecLine("packaging", "{hls: {}}", "an output is on when its key is here")]
  private static let ingest = [SpecLine("allow", "[203.0.113.0/24]", "the encoder's addresses; put your own here")]

  private static func obstacles(to preset: MKIOProduct.Preset, of product: MKIOProduct, _ wish: LadderWish) -> [LadderObstacle] {
    let type = product.type.rawValue
    let passthrough = "leave `--encoding` away, and the encoder makes and pushes the ladder"
    guard let top = preset.rungs.max(by: { $0.resolution.pixels < $1.resolution.pixels }) else { return [] }
    var found: [LadderObstacle] = []
    func note(_ message: String, help: String? = nil, _ citation: Citation? = nil) {
      found.append(LadderObstacle(message, help: help ?? passthrough, citation: citation ?? preset.citation))
    }
    if wish.codec != .h264 { note("MK.IO's encoding types make h264; \(wish.codec.rawValue) was asked for", help: "write `--codec h264`") }
    if let rungs = wish.rungs, rungs != preset.rungs.count {
      note("MK.IO's encoding types always make \(preset.rungs.count) rungs; \(rungs) were asked for")
    }
    if let most = product.inputSize.value, wish.source.width > most.width || wish.source.height > most.height {
      note("MK.IO's encoding types take at most \(most.text); the source has \(wish.source.text)", product.inputSize.citation)
    } else if wish.source.aspect != top.resolution.aspect {
      note("MK.IO's encoding types make pictures of 16:9; the source has \(wish.source.text)")
    } else if wish.source.width < top.resolution.width {
      note("\(type) makes \(top.resolution.text); the source has \(wish.source.text)")
    }
    if wish.fps > preset.frameRate {
      note("MK.IO's encoding types make at most \(preset.frameRate.text) fps; the ladder is to have \(wish.fps.text)")
    } else if let most = product.inputFrameRate.value, wish.sourceRate > most {
      note("MK.IO's encoding types take at most \(most.text) fps; the source has \(wish.sourceRate.text)", product.inputFrameRate.citation)
    }
    // Fixed bitrates are too many for few frames.
    if let rung = preset.rungs.first(where: { Density(.h264, $0.resolution, wish.fps, $0.bitrate)?.isHigh ?? false }) {
      note("MK.IO's encoding types make \(rung.resolution.text) at \(rung.bitrate.prose), more than \(wish.fps.text) fps can show")
    }
    if wish.halvesLowRungs { note("MK.IO's encoding types make every rung at one frame rate", help: "leave `--halve-low-rungs` away") }
    let peak = Bitrate(bitsPerSecond: top.bitrate.bitsPerSecond + preset.audioBitrate.bitsPerSecond)
    if let cap = wish.cap, cap < peak {
      note("\(type) makes \(top.resolution.text) at \(peak.prose) with its sound; the cap is \(cap.prose)")
    }
    return found
  }
}
