internal import RungSource
package import RungSpec

/// A preview to read: the rates of each variant, and the totals below.
package enum PreviewText {
  package static func text(_ preview: LadderPreview, style: TextStyle = .plain) -> String {
    preview.streams.map { text($0, style) }.joined(separator: "\n")
  }

  private static func text(_ stream: PreviewedStream, _ style: TextStyle) -> String {
    let title = VisibleText.of(stream.name ?? "a stream without a name")
    guard !stream.variants.isEmpty else { return style.paint(title, .strong) + ": no ladder\n" }
    var text = style.paint(title, .strong) + "\n" + table(stream, style) + "\n"
    for remark in totals(stream) + remarks(stream) { text += style.wrapped(remark, indent: 2).joined(separator: "\n  ") + "\n" }
    return text
  }

  private static func table(_ stream: PreviewedStream, _ style: TextStyle) -> String {
    let head = stream.isAudio ? ["", "codecs", "average", "peak", "in HLS"] : ["", "size", "fps", "codecs", "average", "peak", "in HLS", "segments"]
    let rows = stream.variants.map { variant -> [String] in
      let name = VisibleText.of(variant.name ?? variant.id)
      let rates = [variant.average, variant.peak].map { $0?.prose ?? "–" }
        + [packaged(variant)]
      let codecs = (variant.codecs ?? variant.audioCodec ?? "–") + (variant.assumed.isEmpty ? "" : " *") + (variant.videoRange.map { " (\($0))" } ?? "")
      if stream.isAudio { return [name, codecs] + rates }
      return [name, variant.resolution?.text ?? "–", variant.fps?.text ?? "–", codecs] + rates + [segments(variant)]
    }
    return TextTable.text([head] + rows, style)
  }

  private static func packaged(_ variant: PreviewedVariant) -> String {
    guard let peak = variant.hlsPeak else { return variant.hlsAverage.map(megabits) ?? "–" }
    guard let average = variant.hlsAverage, average < peak else { return variant.hlsAverage == nil ? "to \(megabits(peak))" : megabits(peak) }
    return "\(megabits(average)) to \(megabits(peak))"
  }

  private static func segments(_ variant: PreviewedVariant) -> String {
    guard let segments = variant.hlsSegments else { return "–" }
    if segments.isEven { return "\(segments.longest.value.roundedText) s" }
    return segments.lengths.prefix(4).map(\.value.roundedText).joined(separator: ", ") + " s …"
  }

  /// Two decimals are enough for an estimate.
  static func megabits(_ rate: Bitrate) -> String {
    guard let hundredths = Rational(rate.bitsPerSecond, 10_000)?.rounded, let value = Rational(Int64(hundredths), 100) else { return rate.prose }
    return "\(value.text) Mbps"
  }

  private static func totals(_ stream: PreviewedStream) -> [String] {
    let totals = stream.totals
    var lines: [String] = []
    let ingest = totals.ingest?.prose ?? "not set"
    lines.append("ingest    \(ingest)\(totals.isPassthrough ? ": the encoder sends the whole ladder" : "")")
    if let lowest = totals.lowest, let highest = totals.highest {
      let hour = ByteCount(highest, over: Seconds(3600)).map { ", \($0.text) per hour; \(atMost(totals.hourAtMost))" } ?? ""
      lines.append("viewer    \(lowest == highest ? "" : "\(megabits(lowest)) to ")\(megabits(highest)) on average\(hour)")
    } else {
      lines.append("viewer    unknown: a bitrate is not set")
    }
    if let window = totals.window {
      if let archive = totals.archive, let ladder = totals.ladder {
        let packaged = totals.packagedArchive.map { "; in \(stream.hls.format) \($0.text)" } ?? ""
        lines.append("archive   \(window.text) × \(ladder.prose), every rendition: \(archive.text)\(packaged); \(atMost(totals.archiveAtMost))")
      } else {
        lines.append("archive   \(window.text): unknown, a bitrate is not set")
      }
    }
    return lines
  }

  /// A bound for any content, or why there is none.
  private static func atMost(_ count: ByteCount?) -> String { count.map { "at most \($0.text)" } ?? "no upper bound, because a maximum is not set" }

  private static func remarks(_ stream: PreviewedStream) -> [String] {
    var lines: [String] = []
    if stream.variants.contains(where: { !$0.assumed.isEmpty }) {
      var keys: [String] = []
      for key in stream.variants.flatMap(\.assumed) where !keys.contains(key) { keys.append(key) }
      let what = keys.map { "`\($0)`" }.joined(separator: " and ")
      lines.append("* \(what) not set: the default profile of encoders, the lowest level that fits")
    }
    if !stream.hls.isAligned { lines.append("Segments of the renditions begin at different times: players cannot switch between them seamlessly.") }
    if !stream.hls.isAsked { lines.append("The spec has no HLS output; shown is \(stream.hls.format) with segments of \(stream.hls.segment.text).") }
    lines.append("In HLS: with the container (\(stream.hls.format)) and audio, on average and in the largest segment: one of T seconds has at most max_bitrate × T + buffer.")
    switch stream.packager {
    case .any: lines.append("BANDWIDTH in Rung's playlist is that bound; a packager writes the peak that it measures.")
    case .script: lines.append("BANDWIDTH in the playlist is that bound: the script of `rung compile` writes the playlist that `--hls` shows.")
    case .ffmpeg: lines.append("FFmpeg 5.1 writes 1.1 times the sum of the targets as BANDWIDTH, FFmpeg 8.1 the peak that it measures.")
    }
    let open = stream.variants.filter { $0.hlsPeak == nil && $0.hlsAverage != nil }
    if !open.isEmpty {
      let names = open.prefix(6).map { VisibleText.of($0.name ?? $0.id) }.joined(separator: ", ") + (open.count > 6 ? " and \(open.count - 6) more" : "")
      lines.append("The segments of \(names) have no upper bound: a maximum is not set, or the encoder does not enforce it.")
    }
    return lines
  }
}
