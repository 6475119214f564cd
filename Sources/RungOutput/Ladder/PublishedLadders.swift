internal import RungSource
package import RungSpec

/// The published ladders behind `rung ladder design`, and the curves through them: every number with its source.
package enum PublishedLadders {
  /// In the order in which they are shown.
  private static let codecs: [VideoCodec] = [.h264, .h265, .vp9, .av1, .vp8]
  private static let contents: [ContentClass] = [.talkingHead, .general, .film, .sports]

  // MARK: Text

  package static func text(_ only: VideoCodec?, style: TextStyle) -> String {
    codecs.filter { only == nil || $0 == only }.map { codec in
      var text = style.paint("\(CodecVocabulary.name(of: codec)): curves in kbps, up to 30 fps", .strong) + "\n"
      let rows = sizes(codec).map { size in [size.text] + contents.map { point(codec, $0, size).map { "\(kilobits($0.bitrate)) \(origin($0))" } ?? "" } }
      text += TextTable.text([["size"] + contents.map(\.rawValue)] + rows, style)
      text += "\n" + style.paint("published for \(CodecVocabulary.name(of: codec)), kbps", .strong) + "\n"
      for ladder in ladders(codec) {
        text += "\(ladder.name)\(ladder.use == .ingest ? ", what an encoder sends" : ""): \(numbers(ladder, isFast: false))\n"
        if !ladder.points(isFast: true).isEmpty { text += "  50 and 60 fps: \(numbers(ladder, isFast: true))\n" }
        text += "  \(ladder.source.text)\n"
      }
      return text
    }.joined(separator: "\n")
  }

  // MARK: Markdown

  package static func markdown(_ only: VideoCodec?) -> String {
    codecs.filter { only == nil || $0 == only }.map { codec in
      let name = CodecVocabulary.name(of: codec)
      var text = "### \(name)\n\n" + MarkdownText.head(["kbps"] + contents.map(\.rawValue))
      for size in sizes(codec) {
        text += MarkdownText.row([size.text] + contents.map { point(codec, $0, size).map { "**\(kilobits($0.bitrate))** \(MarkdownText.prose(origin($0), inCell: true))" } ?? "" })
      }
      text += "\n" + MarkdownText.head(["published for \(name)", "up to 30 fps, kbps", "50 and 60 fps", "source"])
      for ladder in ladders(codec) {
        text += MarkdownText.row([
          MarkdownText.prose(ladder.name, inCell: true) + (ladder.use == .ingest ? " (sent by an encoder)" : ""), numbers(ladder, isFast: false),
          numbers(ladder, isFast: true), MarkdownText.cited(ladder.source, inCell: true),
        ])
      }
      return text
    }.joined(separator: "\n")
  }

  // MARK: Parts

  private static func ladders(_ codec: VideoCodec) -> [PublishedLadder] { PublishedLadder.all.filter { $0.codec == codec } }

  /// Every size at which some curve of a codec has a point, largest first.
  private static func sizes(_ codec: VideoCodec) -> [Resolution] {
    Set(contents.flatMap { BitrateCurve.of(codec, $0).points.map(\.size) }).sorted { ($0.pixels, $0.width) > ($1.pixels, $1.width) }
  }

  private static func point(_ codec: VideoCodec, _ content: ContentClass, _ size: Resolution) -> BitrateCurve.Point? {
    BitrateCurve.of(codec, content).points.first { $0.size == size }
  }

  /// `Apple (higher)`, or `between Tenbyte 700 and shaka-streamer 1000`.
  private static func origin(_ point: BitrateCurve.Point) -> String {
    guard point.quotes.count > 1 else { return point.quotes.first.map { $0.ladder.name + which($0) } ?? "" }
    return "between " + point.quotes.map { "\($0.ladder.name) \(kilobits($0.point.bitrate))" }.joined(separator: " and ")
  }

  /// Which of several bitrates that a ladder has for a size.
  private static func which(_ quote: PublishedLadder.Quote) -> String {
    let all = quote.ladder.points(isFast: false).filter { $0.size == quote.point.size }
    return all.count < 2 ? "" : quote.point == all.first ? " (lower)" : " (higher)"
  }

  /// `1280x720 3000 and 4500, 1920x1080 6000`, largest first.
  static func numbers(_ ladder: PublishedLadder, isFast: Bool) -> String {
    var texts: [(size: Resolution, rates: [String])] = []
    for point in ladder.points(isFast: isFast).reversed() {
      if texts.last?.size == point.size {
        texts[texts.count - 1].rates.insert(kilobits(point.bitrate), at: 0)
      } else {
        texts.append((point.size, [kilobits(point.bitrate)]))
      }
    }
    return texts.map { "\($0.size.text) \($0.rates.joined(separator: " and "))" }.joined(separator: ", ")
  }

  /// To a whole number.
  private static func kilobits(_ bitrate: Bitrate) -> String { "\((bitrate.bitsPerSecond + 500) / 1000)" }
}
