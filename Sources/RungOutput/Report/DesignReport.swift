internal import RungSource
package import RungSpec

/// The page about a designed ladder: its renditions beside the published ladders of its codec, in one file, without scripts and without anything from elsewhere.
package struct DesignReport {
  package struct Rung {
    package let name: String
    package let size: Resolution
    package let fps: FrameRate
    package let bitrate: Bitrate
    /// Why it is there, and what decided.
    package let reason: String

    package init(_ name: String, _ size: Resolution, _ fps: FrameRate, _ bitrate: Bitrate, reason: String) {
      (self.name, self.size, self.fps, self.bitrate, self.reason) = (name, size, fps, bitrate, reason)
    }
  }

  private let title: String
  private let edition: String
  private let codec: VideoCodec
  private let rungs: [Rung]
  /// Each with the letter that it has in the drawing.
  private let published: [(letter: String, ladder: PublishedLadder)]

  package init(title: String, edition: String, codec: VideoCodec, rungs: [Rung]) {
    (self.title, self.edition, self.codec, self.rungs) = (title, edition, codec, rungs)
    published = PublishedLadder.all.filter { $0.codec == codec }.enumerated().map { number, ladder in
      (String(UnicodeScalar(UInt8(ascii: "A") + UInt8(number % 26))), ladder)
    }
  }

  package var text: String {
    let heading = HTMLText.escaped(title)
    var text = ReportPage.head(heading)
    text += "<body>\n<a class=\"skip\" href=\"#report\">Skip to the report</a>\n"
    text += "<header>\n<p class=\"eyebrow\">Rung ladder design</p>\n<h1>\(heading)</h1>\n</header>\n<main id=\"report\">\n"
    text += "<section class=\"part\" aria-labelledby=\"beside\">\n<h2 id=\"beside\">Beside the published ladders</h2>\n\(figure)</section>\n"
    text += "<section class=\"part\" aria-labelledby=\"renditions\">\n<h2 id=\"renditions\">Renditions</h2>\n\(ownTable)</section>\n"
    text += "<section class=\"part\" aria-labelledby=\"published\">\n<h2 id=\"published\">Published ladders of \(name)</h2>\n\(publishedTable)</section>\n"
    text += "</main>\n<footer>\n<p>Drawn by <code>rung ladder design --report</code>. \(HTMLText.escaped(edition)). "
    return text + "The numbers as text: <code>rung ladder published</code>.</p>\n</footer>\n</body>\n</html>\n"
  }

  private var name: String { CodecVocabulary.name(of: codec) }

  // MARK: The drawing

  private var figure: String {
    var text = "<figure>\n"
    let about = rungs.map { "\($0.name): \($0.size.text) at \($0.fps.text) fps, \($0.bitrate.prose)" }.joined(separator: "; ")
    for form in Drawing.forms {
      text += drawing(width: form.width, font: form.font).text(
        id: "plot-\(form.style)", title: "Bitrates of \(name) over the size of a frame", describedAs: HTMLText.escaped("This ladder: \(about)."), form.style)
    }
    let own = "<polyline class=\"rung\" points=\"0,8 22,8\"/><circle class=\"rung\" cx=\"11\" cy=\"8\" r=\"5\"/>"
    text += "<figcaption>\n<ul class=\"legend\">\n<li>\(Self.key(own))this ladder</li>\n"
    let mark = "<line class=\"model\" x1=\"0\" y1=\"8\" x2=\"22\" y2=\"8\"/><polygon class=\"model\" points=\"11,3.5 15.5,8 11,12.5 6.5,8\"/>"
    for (letter, ladder) in published { text += "<li>\(Self.key(mark))\(letter): \(HTMLText.escaped(ladder.name))\(ladder.use == .ingest ? ", sent by an encoder" : "")</li>\n" }
    text += "</ul>\n<p>To the right: pixels in a frame. Upwards: video bitrate. Both scales are logarithmic. The published numbers are those for up to 30 frames per second"
    return text + "; renditions at 60 take 1.41 times as much. Where a ladder has several bitrates of a size, its line is the lowest.</p>\n</figcaption>\n</figure>\n"
  }

  private static func key(_ mark: String) -> String {
    "<svg class=\"mark\" viewBox=\"0 0 22 16\" width=\"22\" height=\"16\" aria-hidden=\"true\">\(mark)</svg>"
  }

  private func drawing(width: Int, font: Int) -> Drawing {
    let isNarrow = width < 600
    var drawing = Drawing(width: width, height: isNarrow ? 360 : 520, font: font)
    let left = drawing.room(9) / 10 + 8
    let area = Drawing.Box(left: left * 10, top: 120, right: (width - 8) * 10, bottom: (drawing.height - font - 18) * 10)
    // As far as this ladder goes, and a little further.
    let pixels = rungs.map { Int64($0.size.pixels) }
    let least = (pixels.min() ?? 1) * 2 / 3
    let most = (pixels.max() ?? 4) * 3 / 2
    let shown = published.map { letter, ladder in
      (letter, ladder, ladder.points(isFast: false).filter { (least...most).contains(Int64($0.size.pixels)) })
    }.filter { !$0.2.isEmpty }
    let rates = rungs.map(\.bitrate.bitsPerSecond) + shown.flatMap { $0.2.map(\.bitrate.bitsPerSecond) }
    let x = LogScale((least, Swift.max(most, least * 2)), from: left, to: width - 8)
    let y = LogScale(((rates.min() ?? 1) * 3 / 4, (rates.max() ?? 4) * 4 / 3), from: area.bottom / 10, to: area.top / 10)

    drawing.line(area.left, area.bottom, area.right, area.bottom, "axis")
    for height in [1080, 720, 360, 2160, 540, 240, 1440, 180, 480, 4320] {
      let at = x.place(Int64(height * height * 16 / 9))
      guard at > area.left, at < area.right else { continue }
      if drawing.label([(at, area.bottom + (font + 8) * 10, .middle)], "\(height)p", columns: 6, "quiet") { drawing.line(at, area.top, at, area.bottom, "grid") }
    }
    for value: Int64 in [1_000_000, 10_000_000, 100_000, 5_000_000, 500_000, 2_000_000, 200_000, 20_000_000, 50_000_000, 50_000] {
      let at = y.place(value)
      guard at > area.top, at < area.bottom else { continue }
      if drawing.label([(area.left - 60, at + font * 4, .end)], Bitrate(bitsPerSecond: value).prose, columns: 8, "quiet") {
        drawing.line(area.left, at, area.right, at, "grid")
      }
    }
    for (_, ladder, points) in shown {
      let lowest = points.filter { point in !points.contains { $0.size == point.size && $0.bitrate < point.bitrate } }
      drawing.path(lowest.map { (x.place(Int64($0.size.pixels)), y.place($0.bitrate.bitsPerSecond)) }, "model")
      for point in points {
        drawing.diamond(
          x.place(Int64(point.size.pixels)), y.place(point.bitrate.bitsPerSecond), "model",
          about: HTMLText.escaped("\(ladder.name): \(point.size.text), \(point.bitrate.prose)"))
      }
    }
    let places = rungs.map { (x: x.place(Int64($0.size.pixels)), y: y.place($0.bitrate.bitsPerSecond)) }
    drawing.path(places, "rung")
    for (rung, at) in zip(rungs, places) {
      drawing.dot(at.x, at.y, "rung", about: HTMLText.escaped("\(rung.name): \(rung.size.text) at \(rung.fps.text) fps, \(rung.bitrate.prose)"))
    }
    for (rung, at) in zip(rungs, places) {
      drawing.label(around(at, font), HTMLText.escaped(rung.name), columns: rung.name.utf8.count, "name", within: area)
    }
    for (letter, _, points) in shown {
      guard let end = points.last else { continue }
      drawing.label(around((x.place(Int64(end.size.pixels)), y.place(end.bitrate.bitsPerSecond)), font), letter, columns: 1, "quiet", within: area)
    }
    return drawing
  }

  private func around(_ at: (x: Int, y: Int), _ font: Int) -> [(x: Int, y: Int, anchor: Drawing.Anchor)] {
    [
      (at.x - 90, at.y - 60, .end), (at.x + 90, at.y + font * 10 + 40, .start), (at.x + 110, at.y + font * 4, .start), (at.x - 110, at.y + font * 4, .end),
      (at.x, at.y - 110, .middle), (at.x, at.y + font * 10 + 80, .middle),
    ]
  }

  // MARK: Tables

  private var ownTable: String {
    Self.table(
      "own", "Each rendition, and the lowest and highest that the published ladders have for its size at up to 30 fps",
      ["rendition", "size", "fps", "bitrate", "published", "why"], numbers: 1...4,
      rungs.map { rung in
        let range = PublishedLadder.range(codec, rung.size.pixels).map { "\(Self.kilobits($0.low)) to \(Self.kilobits($0.high))" } ?? "–"
        return [rung.name, rung.size.text, rung.fps.text, rung.bitrate.prose, range, rung.reason]
      })
  }

  private var publishedTable: String {
    Self.table(
      "numbers", "Numbers in kbps, for up to 30 fps, and where they are published", ["ladder", "numbers", "source"], numbers: nil,
      published.map { letter, ladder in
        ["\(letter): \(ladder.name)", PublishedLadders.numbers(ladder, isFast: false), "\(ladder.source.text)\(ladder.source.checked.map { ", checked \($0)" } ?? "")"]
      })
  }

  private static func kilobits(_ bitrate: Bitrate) -> String { Bitrate(kilobits: (bitrate.bitsPerSecond + 500) / 1000).prose }

  private static func table(_ id: String, _ caption: String, _ head: [String], numbers: ClosedRange<Int>?, _ rows: [[String]]) -> String {
    func style(_ column: Int) -> String { numbers?.contains(column) ?? false ? " class=\"number\"" : "" }
    var text = "<div class=\"scroll\" role=\"region\" aria-labelledby=\"\(id)-caption\" tabindex=\"0\">\n"
    text += "<table class=\"ladder\" role=\"table\">\n<caption id=\"\(id)-caption\">\(caption)</caption>\n<thead role=\"rowgroup\">\n<tr role=\"row\">"
    for (column, title) in head.enumerated() { text += "<th role=\"columnheader\" scope=\"col\"\(style(column))>\(title)</th>" }
    text += "</tr>\n</thead>\n<tbody role=\"rowgroup\">\n"
    for row in rows {
      text += "<tr role=\"row\"><th role=\"rowheader\" scope=\"row\">\(HTMLText.escaped(row[0]))</th>"
      for column in row.indices.dropFirst() { text += "<td role=\"cell\" data-title=\"\(head[column])\"\(style(column))>\(HTMLText.escaped(row[column]))</td>" }
      text += "</tr>\n"
    }
    return text + "</tbody>\n</table>\n</div>\n"
  }
}
