package import RungSpec

/// The skeleton of a DASH manifest (ISO/IEC 23009-1), valid by its schema. What only a running service knows has an example
/// value: the start of the presentation, the clock.
package enum MediaPresentation {
  package static func text(_ stream: PreviewedStream) -> String {
    let longest = stream.variants.compactMap { $0.dashSegments?.longest }.max() ?? stream.dash.segment
    var root = [
      "xmlns=\"urn:mpeg:dash:schema:mpd:2011\"", "profiles=\"urn:mpeg:dash:profile:isoff-live:2011\"", "type=\"dynamic\"",
      "availabilityStartTime=\"1970-01-01T00:00:00Z\"", "minimumUpdatePeriod=\"\(time(stream.dash.segment))\"",
      "minBufferTime=\"\(time(stream.minBuffer ?? stream.dash.segment))\"", "maxSegmentDuration=\"\(time(longest))\"",
    ]
    if let window = stream.window ?? stream.totals.window { root.append("timeShiftBufferDepth=\"\(time(window))\"") }
    var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<MPD \(root.joined(separator: " "))>"]
    if let name = stream.name {
      lines += ["  <ProgramInformation>", "    <Title>\(HTMLText.escaped(name))</Title>", "  </ProgramInformation>"]
    }
    lines.append("  <Period id=\"0\" start=\"PT0S\">")
    var id = 0
    if !stream.isAudio {
      for codec in codecs(stream) {
        lines += video(stream, codec, id: id)
        id += 1
      }
    }
    for sounds in sets(of: stream.sounds) {
      lines += audio(sounds, stream, id: id)
      id += 1
    }
    lines.append("  </Period>")
    lines.append("  <UTCTiming schemeIdUri=\"urn:mpeg:dash:utc:http-iso:2014\" value=\"https://live.example.com/time\"/>")
    lines.append("</MPD>")
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Sets

  /// Players switch within a set without a break: one codec each, by the four letters before the first point.
  /// HDR and SDR are not of one set either.
  private static func family(_ variant: PreviewedVariant) -> String {
    (variant.videoCodec.map { String($0.prefix { $0 != "." }) } ?? "") + (variant.color?.map { ".\($0)" }.joined() ?? "")
  }

  /// The color of a set (ISO/IEC 23001-8): players that do not know a value must not choose the set.
  private static func color(_ codes: [Int]) -> [String] {
    zip(["ColourPrimaries", "TransferCharacteristics", "MatrixCoefficients"], codes).map { name, code in
      "      <EssentialProperty schemeIdUri=\"urn:mpeg:mpegB:cicp:\(name)\" value=\"\(code)\"/>"
    }
  }

  private static func codecs(_ stream: PreviewedStream) -> [String] {
    var codecs: [String] = []
    for variant in stream.variants where !codecs.contains(family(variant)) { codecs.append(family(variant)) }
    return codecs
  }

  private static func video(_ stream: PreviewedStream, _ codec: String, id: Int) -> [String] {
    let variants = stream.variants.filter { family($0) == codec }
    guard variants.contains(where: { bandwidth($0.dashBandwidth) != nil }) else {
      return variants.map { "    <!-- \($0.id): a bitrate is not set, and a Representation needs a bandwidth -->" }
    }
    var set = ["id=\"\(id)\"", "contentType=\"video\"", "mimeType=\"video/mp4\"", "segmentAlignment=\"\(stream.dash.isAligned)\"", "startWithSAP=\"1\""]
    if let width = variants.compactMap(\.resolution?.width).max() { set.append("maxWidth=\"\(width)\"") }
    if let height = variants.compactMap(\.resolution?.height).max() { set.append("maxHeight=\"\(height)\"") }
    var lines = ["    <AdaptationSet \(set.joined(separator: " "))>"] + (variants.first?.color.map(color) ?? [])
    if let uneven = variants.compactMap(\.dashSegments).first(where: { !$0.isEven }) {
      let lengths = uneven.lengths.prefix(6).map(\.value.roundedText).joined(separator: ", ")
      lines.append("      <!-- Segments come out at \(lengths) s, not at the duration below: keyframes do not divide it. -->")
    }
    lines.append(template(stream.dash.segment, unit: variants.compactMap(\.fps).first?.value.numerator ?? 1))
    for variant in variants {
      guard let bandwidth = bandwidth(variant.dashBandwidth) else {
        lines.append("      <!-- \(variant.id): a bitrate is not set -->")
        continue
      }
      var attributes = ["id=\"\(variant.id)\"", "bandwidth=\"\(bandwidth)\""]
      if let codec = variant.videoCodec { attributes.append("codecs=\"\(codec)\"") }
      if let size = variant.resolution { attributes += ["width=\"\(size.width)\"", "height=\"\(size.height)\""] }
      if let fps = variant.fps { attributes.append("frameRate=\"\(fps.value.denominator == 1 ? "\(fps.value.numerator)" : "\(fps.value.numerator)/\(fps.value.denominator)")\"") }
      lines.append("      <Representation \(attributes.joined(separator: " "))/>")
    }
    return lines + ["    </AdaptationSet>"]
  }

  /// Audio tracks that differ only in bitrate are one set.
  private static func sets(of sounds: [PreviewedSound]) -> [[PreviewedSound]] {
    var sets: [[PreviewedSound]] = []
    for sound in sounds {
      if let known = sets.firstIndex(where: { $0[0].codec == sound.codec && $0[0].channels == sound.channels && $0[0].sampleRate == sound.sampleRate }) {
        sets[known].append(sound)
      } else {
        sets.append([sound])
      }
    }
    return sets
  }

  private static func audio(_ sounds: [PreviewedSound], _ stream: PreviewedStream, id: Int) -> [String] {
    let unstated = sounds.filter { bandwidth($0.dashBandwidth) == nil }
    let remarks = unstated.map { "    <!-- \($0.id): a bitrate is not set, and a Representation needs a bandwidth -->" }
    guard let first = sounds.first, unstated.count < sounds.count else { return remarks }
    var lines = remarks + ["    <AdaptationSet id=\"\(id)\" contentType=\"audio\" mimeType=\"audio/mp4\" segmentAlignment=\"true\" startWithSAP=\"1\">"]
    if let channels = first.channels {
      let scheme = "urn:mpeg:dash:23003:3:audio_channel_configuration:2011"
      lines.append("      <AudioChannelConfiguration schemeIdUri=\"\(scheme)\" value=\"\(channels)\"/>")
    }
    lines.append(template(stream.dash.segment, unit: Int64(first.sampleRate ?? 48000)))
    for sound in sounds {
      guard let bandwidth = bandwidth(sound.dashBandwidth) else { continue }
      var attributes = ["id=\"\(sound.id)\"", "bandwidth=\"\(bandwidth)\"", "codecs=\"\(sound.codec)\""]
      if let rate = sound.sampleRate { attributes.append("audioSamplingRate=\"\(rate)\"") }
      lines.append("      <Representation \(attributes.joined(separator: " "))/>")
    }
    return lines + ["    </AdaptationSet>"]
  }

  /// The schema has 32 bits for it.
  private static func bandwidth(_ rate: Bitrate?) -> UInt32? { rate.flatMap { UInt32(exactly: $0.bitsPerSecond) } }

  /// The duration of a segment in whole units of a timescale: that of the frames or samples, or a multiple of it.
  private static func template(_ segment: Seconds, unit: Int64) -> String {
    var timescale = Swift.min(Swift.max(unit, 1), Int64(UInt32.max))
    if let count = segment.value.times(Rational(Int(unit))), count.whole == nil {
      let (finer, overflow) = unit.multipliedReportingOverflow(by: count.denominator)
      if !overflow, finer <= Int64(UInt32.max) { timescale = finer }
    }
    func length(_ timescale: Int64) -> Int? {
      segment.value.times(Rational(Int(timescale)))?.rounded.flatMap { $0 <= Int(UInt32.max) ? $0 : nil }
    }
    // The schema has 32 bits for either.
    if length(timescale) == nil { timescale = 1 }
    let duration = length(timescale) ?? Int(UInt32.max)
    return "      <SegmentTemplate timescale=\"\(timescale)\" duration=\"\(duration)\" startNumber=\"1\" "
      + "initialization=\"$RepresentationID$/init.mp4\" media=\"$RepresentationID$/$Number$.m4s\"/>"
  }

  private static func time(_ time: Seconds) -> String { time.iso8601 ?? "PT\(time.decimal)S" }
}
