internal import RungSpec

/// Keyframes and segments of the renditions against time, from the start of the stream: one drawing for each output, or one
/// of the keyframes alone where no segment duration is set.
struct ReportTimelines {
  private struct Row {
    let label: String
    let interval: Seconds
    let timeline: SegmentTimeline?

    /// The segments that start before an instant; without segments the GOPs.
    func pieces(before end: Seconds) -> [(start: Seconds, end: Seconds)] {
      var pieces: [(start: Seconds, end: Seconds)] = []
      var start = Seconds(0)
      while start < end, pieces.count < 100, let next = self.end(of: pieces.count + 1), start < next {
        pieces.append((start, next))
        start = next
      }
      return pieces
    }

    private func end(of number: Int) -> Seconds? {
      guard let timeline else { return interval.value.times(Rational(number)).map { Seconds($0) } }
      return timeline.end(of: number)
    }
  }

  private static let mostRows = 12

  /// `hls` or `dash`; nil for keyframes alone.
  private let output: String?
  private let asked: Seconds?
  private let rows: [Row]
  private let leftOut: Int
  private let remarks: [String]
  private let horizon: Seconds

  static func all(of stream: InspectedStream) -> [ReportTimelines] {
    guard !stream.isAudio else { return [] }
    let outputs = ["hls", "dash"].filter { output in stream.renditions.contains { $0.segments.contains { $0.output == output } } }
    return outputs.isEmpty ? [ReportTimelines(stream, nil)].compactMap { $0 } : outputs.compactMap { ReportTimelines(stream, $0) }
  }

  private init?(_ stream: InspectedStream, _ output: String?) {
    self.output = output
    var rows: [Row] = []
    var asked: Seconds?
    for rendition in stream.renditions {
      guard let interval = rendition.gopSeconds, interval > Seconds(0) else { continue }
      let segments = rendition.segments.first { $0.output == output }
      asked = asked ?? segments?.asked
      rows.append(
        Row(
          label: InspectionText.label(rendition), interval: interval,
          timeline: segments.flatMap { SegmentTimeline(asked: $0.asked, keyframeEvery: interval) }))
    }
    leftOut = Swift.max(0, rows.count - Self.mostRows)
    self.rows = Array(rows.prefix(Self.mostRows))
    self.asked = asked
    remarks = output.map { InspectionText.segments(stream.renditions, of: [$0]) } ?? []
    // Six segments as asked, and three of the longest where those are longer.
    let lengths = rows.map { row in
      row.timeline?.longest.value.times(Rational(3)) ?? row.interval.value.times(Rational(asked == nil ? 6 : 1))
    }
    guard let longest = (lengths + [asked?.value.times(Rational(6))]).compactMap({ $0 }).max(), longest.isPositive else { return nil }
    horizon = Seconds(longest)
  }

  // MARK: Words

  var heading: String {
    guard let output, let asked else { return "Keyframes" }
    return "\(output.uppercased()), segments of \(asked.text)"
  }

  private func description(_ words: HTMLText) -> String {
    let each = rows.map { row in
      let segments = row.timeline == nil ? [] : row.pieces(before: horizon).map { Self.length($0.start, $0.end) }
      return "\(row.label): a keyframe every \(InspectionText.roundedText(row.interval))"
        + (segments.isEmpty ? "" : "; segments of \(segments.joined(separator: ", "))")
    }
    return words.plain("The first \(InspectionText.roundedText(horizon)). " + each.joined(separator: ". ") + ".")
  }

  private static func length(_ start: Seconds, _ end: Seconds) -> String {
    end.value.minus(start.value).map { "\($0.roundedText) s" } ?? ""
  }

  func text(id: String, _ words: HTMLText) -> String {
    var text = "<figure>\n"
    for form in Drawing.forms {
      let drawing = drawing(width: form.width, font: form.font, words)
      text += drawing.text(id: "\(id)-\(form.style)", title: words.plain(heading), describedAs: description(words), form.style)
    }
    text += "<figcaption>\n"
    for remark in remarks { text += "<p>\(words.prose(remark))</p>\n" }
    let hidden = leftOut > 0 ? " \(leftOut) more renditions are in the table only." : ""
    let cuts = " Dashed lines are the cuts at the set duration; a segment of another length has a dashed edge."
    text += "<p>Ticks below the bars are keyframes.\(output == nil ? "" : cuts)\(hidden)</p>\n"
    return text + "</figcaption>\n</figure>\n"
  }

  // MARK: The drawing

  private func drawing(width: Int, font: Int, _ words: HTMLText) -> Drawing {
    let bar = 24
    let step = font + 8 + bar + 30
    let bottom = rows.count * step
    var drawing = Drawing(width: width, height: bottom + font + 12, font: font)
    let area = Drawing.Box(left: 10, top: 0, right: (width - 1) * 10, bottom: bottom * 10)
    drawTimes(&drawing, area)
    for (index, row) in rows.enumerated() {
      let top = index * step * 10
      let lead = HTMLText.cut(row.label, 24)
      let rest = "keyframe every \(InspectionText.roundedText(row.interval))"
      let columns = DisplayWidth.of(lead) + 3 + rest.utf8.count
      let text = "\(words.plain(lead))<tspan class=\"quiet\"> · \(HTMLText.escaped(rest))</tspan>"
      drawing.text(area.left, top + font * 10, text, columns: columns, .start, "name")
      let box = Drawing.Box(left: area.left, top: top + (font + 8) * 10, right: area.right, bottom: top + (font + 8 + bar) * 10)
      draw(row, &drawing, box)
    }
    return drawing
  }

  private func place(_ time: Seconds, _ area: Drawing.Box) -> Int {
    let share = time.value.divided(by: horizon.value)?.times(Rational(area.right - area.left))?.rounded ?? 0
    return area.left + Swift.min(share, area.right - area.left)
  }

  /// Labeled times: the cuts at the set duration, or the keyframes that are furthest apart.
  private var instants: [Seconds] {
    let unit = asked ?? rows.map(\.interval).max() ?? horizon
    return (0...24).compactMap { number in unit.value.times(Rational(number)).map { Seconds($0) } }.filter { $0 <= horizon }
  }

  private func drawTimes(_ drawing: inout Drawing, _ area: Drawing.Box) {
    for time in instants {
      let text = InspectionText.roundedText(time)
      let anchor: Drawing.Anchor = time == Seconds(0) ? .start : time == horizon ? .end : .middle
      drawing.label([(place(time, area), area.bottom + drawing.font * 10 - 40, anchor)], HTMLText.escaped(text), columns: text.utf8.count + 1, "quiet")
    }
  }

  private func drawGuides(_ drawing: inout Drawing, _ bar: Drawing.Box) {
    guard asked != nil else { return }
    for time in instants where time > Seconds(0) && time < horizon {
      let x = place(time, bar)
      drawing.line(x, bar.top - 30, x, bar.bottom + 100, "guide")
    }
  }

  private func draw(_ row: Row, _ drawing: inout Drawing, _ bar: Drawing.Box) {
    drawing.rect(bar, "track", rounded: 2)
    // Above the bars, below their labels.
    var labels: [(x: Int, text: String, style: String)] = []
    for (index, piece) in row.pieces(before: horizon).enumerated() {
      let (left, right) = (place(piece.start, bar), place(piece.end, bar))
      // What is too narrow to tell from its neighbours is left to the track.
      guard right - left > 30 else { continue }
      let text = Self.length(piece.start, piece.end)
      let isAsAsked = asked == nil || piece.end.value.minus(piece.start.value) == asked?.value
      let box = Drawing.Box(left: left + (index > 0 ? 10 : 0), top: bar.top, right: right - (right < bar.right ? 10 : 0), bottom: bar.bottom)
      let what = row.timeline == nil ? "GOP" : "segment"
      drawing.rect(box, isAsAsked ? "segment" : "segment odd", about: HTMLText.escaped("\(what) \(index + 1): \(text)"), rounded: 2)
      // One that goes on beyond the drawing is not that long here.
      guard piece.end <= horizon, drawing.room(text.utf8.count + 1) <= right - left else { continue }
      labels.append(((left + right) / 2, text, isAsAsked ? "inside" : "inside odd"))
    }
    drawGuides(&drawing, bar)
    for label in labels {
      drawing.text(label.x, bar.top + 120 + drawing.font * 3, HTMLText.escaped(label.text), columns: label.text.utf8.count, .middle, label.style)
    }
    drawKeyframes(row.interval, &drawing, bar)
  }

  private func drawKeyframes(_ interval: Seconds, _ drawing: inout Drawing, _ area: Drawing.Box) {
    let room = interval.value.divided(by: horizon.value)?.times(Rational(area.right - area.left)) ?? Rational(0)
    // Below three units apart ticks run into one another.
    guard room > Rational(30) else {
      drawing.rect(Drawing.Box(left: area.left, top: area.bottom + 20, right: area.right, bottom: area.bottom + 70), "dense")
      return
    }
    var number = 0
    while number < 1000, let time = interval.value.times(Rational(number)).map({ Seconds($0) }), time <= horizon {
      let x = place(time, area)
      drawing.line(x, area.bottom + 20, x, area.bottom + 80, "key")
      number += 1
    }
  }
}
