internal import RungDelivery
internal import RungSpec

/// What was delivered beside what was asked for: a table, and the segments that were measured below those that were predicted.
struct ReportDelivered {
  private static let mostRows = 24

  private let pairs: [DeliveredPair]
  private let id: String

  init(_ pairs: [DeliveredPair], id: String) { (self.pairs, self.id) = (pairs, id) }

  /// Nothing where nothing was given.
  func text(level: Int, _ words: HTMLText) -> String {
    guard !pairs.isEmpty else { return "" }
    let drawn = pairs.filter { !$0.measured.isEmpty }.prefix(12)
    var text = table(words)
    guard !drawn.isEmpty else { return text }
    text += "<h\(level)>Segments, predicted and measured</h\(level)>\n<figure>\n"
    for form in Drawing.forms {
      let drawing = drawing(Array(drawn), width: form.width, font: form.font, words)
      text += drawing.text(id: "\(id)-\(form.style)", title: "Segments, predicted and measured", describedAs: description(Array(drawn), words), form.style)
    }
    text += "<figcaption>\n<p>Above, the segments that keyframes and the set duration make; below, those that were delivered. One of another length has a dashed edge."
    return text + (pairs.count > drawn.count ? " What lists no segments is in the table only." : "") + "</p>\n</figcaption>\n</figure>\n"
  }

  // MARK: The table

  private func table(_ words: HTMLText) -> String {
    var titles: [String] = []
    for title in pairs.flatMap({ $0.values.map(\.title) }) where !titles.contains(title) { titles.append(title) }
    var text = "<div class=\"scroll\" role=\"region\" aria-labelledby=\"\(id)-caption\" tabindex=\"0\">\n"
    text += "<table class=\"ladder\" role=\"table\">\n<caption id=\"\(id)-caption\">What each source shows of a rendition</caption>\n"
    text += "<thead role=\"rowgroup\">\n<tr role=\"row\"><th role=\"columnheader\" scope=\"col\">rendition</th><th role=\"columnheader\" scope=\"col\">shown by</th>"
    for title in titles { text += "<th role=\"columnheader\" scope=\"col\">\(title)</th>" }
    text += "</tr>\n</thead>\n<tbody role=\"rowgroup\">\n"
    for pair in pairs.prefix(Self.mostRows) {
      text += "<tr role=\"row\"><th role=\"rowheader\" scope=\"row\">\(words.plain(pair.name))</th><td role=\"cell\" data-title=\"shown by\">\(words.plain(pair.source))</td>"
      for title in titles {
        guard let value = pair.values.first(where: { $0.title == title }) else {
          text += "<td role=\"cell\" data-title=\"\(title)\" class=\"none\">–</td>"
          continue
        }
        let cell = value.isAsAsked ? words.plain(value.delivered) : "<strong>\(words.plain(value.delivered))</strong>, asked: \(words.plain(value.asked ?? ""))"
        text += "<td role=\"cell\" data-title=\"\(title)\">\(cell)</td>"
      }
      text += "</tr>\n"
    }
    text += "</tbody>\n</table>\n</div>\n"
    return text + (pairs.count > Self.mostRows ? "<p>\(pairs.count - Self.mostRows) more are not listed.</p>\n" : "")
  }

  // MARK: The drawing

  private func description(_ pairs: [DeliveredPair], _ words: HTMLText) -> String {
    func list(_ lengths: [Double]) -> String { lengths.map { Self.seconds($0) }.joined(separator: ", ") }
    return words.plain(
      pairs.map { pair in "\(pair.name) of \(pair.source): \(pair.predicted.isEmpty ? "" : "predicted \(list(pair.predicted)); ")measured \(list(pair.measured))" }.joined(separator: ". ") + ".")
  }

  /// At most three decimals.
  private static func seconds(_ length: Double) -> String { Rational(Int64((Swift.min(length, 1e9) * 1000).rounded()), 1000).map { "\($0.text) s" } ?? "–" }

  private func drawing(_ pairs: [DeliveredPair], width: Int, font: Int, _ words: HTMLText) -> Drawing {
    let bar = 20
    let step = font + 8 + 2 * bar + 20
    var drawing = Drawing(width: width, height: pairs.count * step, font: font)
    let right = (width - 1) * 10
    // Six of the typical length, or all that there are.
    let horizon = Swift.max(pairs.map { $0.measured.prefix(6).reduce(0, +) }.max() ?? 1, 0.001)
    for (index, pair) in pairs.enumerated() {
      let top = index * step * 10
      let (lead, rest) = (HTMLText.cut(pair.name, 16), HTMLText.cut(pair.source, width > 400 ? 40 : 18))
      drawing.text(
        10, top + font * 10, "\(words.plain(lead))<tspan class=\"quiet\"> · \(words.plain(rest))</tspan>", columns: DisplayWidth.of(lead) + 3 + DisplayWidth.of(rest), .start, "name")
      var place = Drawing.Box(left: 10, top: top + (font + 8) * 10, right: right, bottom: top + (font + 8 + bar) * 10)
      if !pair.predicted.isEmpty { draw(pair.predicted, "predicted", as: pair.predicted, &drawing, place, horizon) }
      place.top += (bar + 4) * 10
      place.bottom += (bar + 4) * 10
      draw(pair.measured, "measured", as: pair.predicted, rates: pair.rates, &drawing, place, horizon)
    }
    return drawing
  }

  private func draw(
    _ lengths: [Double], _ what: String, as predicted: [Double], rates: [Bitrate?] = [], _ drawing: inout Drawing, _ bar: Drawing.Box, _ horizon: Double
  ) {
    drawing.rect(bar, "track", rounded: 2)
    var start = 0.0
    for (index, length) in lengths.enumerated() where start < horizon {
      let end = start + length
      let scale = Double(bar.right - bar.left) / horizon
      let left = bar.left + Int(start * scale), right = bar.left + Int(Swift.min(end, horizon) * scale)
      start = end
      guard right - left > 30 else { continue }
      // The last may end with the stream.
      let isOff = index < predicted.count && index < lengths.count - 1 && abs(length - predicted[index]) > 0.06
      let box = Drawing.Box(left: left + (index > 0 ? 10 : 0), top: bar.top, right: right - 10, bottom: bar.bottom)
      let rate = index < rates.count ? rates[index].map { ", \($0.measured)" } ?? "" : ""
      drawing.rect(box, isOff ? "segment odd" : "segment", about: HTMLText.escaped("\(what) segment \(index + 1): \(Self.seconds(length))\(rate)"), rounded: 2)
      let text = Self.seconds(length)
      guard end <= horizon + 0.0001, drawing.room(text.utf8.count + 1) <= right - left else { continue }
      drawing.text((left + right) / 2, bar.top + 100 + drawing.font * 3, HTMLText.escaped(text), columns: text.utf8.count, .middle, isOff ? "inside odd" : "inside")
    }
  }
}
