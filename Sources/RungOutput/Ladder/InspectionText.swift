internal import RungSource
package import RungSpec

/// An inspection to read: a table, and below it what decides the levels and the segment lengths.
package enum InspectionText {
  package static func text(_ inspection: LadderInspection, style: TextStyle = .plain) -> String {
    inspection.streams.map { text($0, style) }.joined(separator: "\n")
  }

  private static func text(_ stream: InspectedStream, _ style: TextStyle) -> String {
    let title = VisibleText.of(stream.name ?? "a stream without a name")
    guard !stream.renditions.isEmpty else { return style.paint(title, .strong) + ": no ladder\n" }
    var text = style.paint(title, .strong) + (stream.isIngest ? ", as the encoder sends it" : "") + "\n"
    text += stream.isAudio ? audioTable(stream.renditions, style) : videoTable(stream.renditions, style)
    let usual = stream.renditions.contains(where: \.hasUsualGOP) ? ["* the keyframe interval is not set: this is the default that the encoder gets"] : []
    let remarks = stream.isAudio ? [] : usual + levels(stream.renditions) + openings(stream.renditions) + segments(stream.renditions)
    if !remarks.isEmpty { text += "\n" }
    for remark in remarks { text += style.wrapped(remark, indent: 2).joined(separator: "\n  ") + "\n" }
    return text
  }

  // MARK: The table

  private static func videoTable(_ renditions: [InspectedRendition], _ style: TextStyle) -> String {
    let head = ["", "codec", "size", "fps", "bitrate", "needs", "stated", "GOP", "DPB", "bits/px", "VBV"]
    return TextTable.text(
      [head]
        + renditions.map { rendition in
          [
            label(rendition), video(rendition), rendition.resolution?.text, rendition.fps?.text, rendition.bitrate?.prose,
            level(rendition.minimumLevel), stated(rendition), gop(rendition).map { rendition.hasUsualGOP ? $0 + " *" : $0 }, rendition.dpbFrames.map { String($0) },
            rendition.bitsPerPixel?.roundedText, rendition.vbvSeconds.map { "\($0.roundedText) s" },
          ].map { $0 ?? "–" }
        }, style)
  }

  private static func audioTable(_ renditions: [InspectedRendition], _ style: TextStyle) -> String {
    TextTable.text([["", "codec", "bitrate"]] + renditions.map { [label($0), $0.codec ?? "–", $0.bitrate?.prose ?? "–"] }, style)
  }

  static func label(_ rendition: InspectedRendition) -> String {
    VisibleText.of(rendition.name ?? rendition.resolution?.text ?? "a rendition without a name")
  }

  static func video(_ rendition: InspectedRendition) -> String? {
    guard let codec = rendition.codec else { return rendition.profile }
    let name = VideoCodec(rawValue: codec).map { CodecVocabulary.name(of: $0) } ?? codec
    return rendition.profile.map { "\(name) \($0)" } ?? name
  }

  static func level(_ level: MinimumLevel?) -> String? {
    guard let level else { return nil }
    guard let name = level.name else { return "none" }
    return (level.isLowerBound ? "≥ " : "") + name + (level.tier == "high" ? " High tier" : "")
  }

  static func stated(_ rendition: InspectedRendition) -> String? {
    let parts = [rendition.statedLevel, rendition.statedTier.map { $0 == "high" ? "High tier" : "Main tier" }].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  static func gop(_ rendition: InspectedRendition) -> String? {
    switch (rendition.gopFrames, rendition.gopSeconds) {
    case (let frames?, let seconds?): "\(frames) = \(roundedText(seconds))"
    case (let frames?, nil): "\(frames)"
    case (nil, let seconds?): roundedText(seconds)
    case (nil, nil): nil
    }
  }

  static func roundedText(_ time: Seconds) -> String { "\(time.value.roundedText) s" }

  // MARK: Below the table

  static func levels(_ renditions: [InspectedRendition]) -> [String] {
    renditions.compactMap { rendition in
      guard let level = rendition.minimumLevel, let first = level.decidedBy.first else { return nil }
      let others = level.decidedBy.dropFirst().map(\.title)
      let also =
        others.isEmpty ? "" : "; the \(others.joined(separator: " and the ")) \(others.count == 1 ? "exceeds" : "exceed") it as well"
      let verdict = level.name.map { name in "needs level \(name); \(level.below ?? "none") is too low" }
      return "\(label(rendition)) \(verdict ?? "exceeds every level"): \(first.text)\(also)"
    }
  }

  /// What is open, once for all renditions that have it in common.
  static func openings(_ renditions: [InspectedRendition]) -> [String] {
    grouped(renditions) { rendition -> [String]? in
      guard let open = rendition.minimumLevel?.open, !open.isEmpty else { return nil }
      return open
    }.map { open, names in
      "≥: \(open.map { "`\($0)`" }.joined(separator: ", ")) \(open.count == 1 ? "is" : "are") not set (\(names)) and may require a higher level"
    }
  }

  static func segments(_ renditions: [InspectedRendition], of outputs: [String] = ["hls", "dash"]) -> [String] {
    var lines: [String] = []
    for output in outputs {
      lines += grouped(renditions) { $0.segments.first { $0.output == output } }.map { segments, names in
        let head = "\(output.uppercased()) segments of \(segments.asked.text) (\(names)): "
        let first = segments.lengths.prefix(6)
        let out =
          if segments.isEven {
            "\(roundedText(segments.longest)) each"
          } else if first.allSatisfy({ $0 == segments.longest }) {
            "\(roundedText(segments.longest)), with an occasional one of \(roundedText(segments.shortest))"
          } else {
            first.map(\.value.roundedText).joined(separator: ", ") + " s …"
          }
        return head + out + (output == "hls" ? ", target duration \(segments.targetDuration)" : "")
      }
      if output == "hls" { lines += parts(renditions) }
    }
    return lines
  }

  private static func parts(_ renditions: [InspectedRendition]) -> [String] {
    grouped(renditions, by: \.parts).map { parts, names in
      let head = "LL-HLS parts of \(parts.target.text) (\(names)): "
      guard parts.frames > 0 else { return head + "shorter than a frame" }
      return head + "\(parts.frames) frame\(parts.frames == 1 ? "" : "s") each, \(roundedText(parts.length))"
        + (parts.perSegment.map { ", \($0) to a segment" } ?? "")
    }
  }

  private static func grouped<Key: Hashable>(
    _ renditions: [InspectedRendition], by key: (InspectedRendition) -> Key?
  ) -> [(key: Key, names: String)] {
    var found = Grouped<Key, String>()
    for rendition in renditions { if let key = key(rendition) { found.add(label(rendition), to: key) } }
    return found.groups.map { key, names in
      let all = names.count == renditions.count && renditions.count > 1
      return (key, all ? "every rendition" : names.joined(separator: ", "))
    }
  }
}
