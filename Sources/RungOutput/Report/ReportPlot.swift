internal import RungSpec

/// The renditions of one codec: bitrate against the size of a frame, both logarithmic, over what levels allow and beside a
/// published ladder.
struct ReportPlot {
  private struct Point {
    let label: String
    let resolution: Resolution
    let bitrate: Bitrate
    var about: String { "\(label): \(resolution.text), \(bitrate.prose)" }
  }

  /// More than these would hide one another.
  private static let mostPoints = 60

  private let codec: VideoCodec?
  private let points: [Point]
  private let leftOut: Int
  /// Whether some renditions have a lower frame rate than the one that the levels are drawn for.
  private let isMixed: Bool
  private let fps: FrameRate?
  private let profile: VideoProfile?
  /// Levels are drawn in the High tier where every rendition is of it.
  private let tier: LevelTier
  private let levels: [LevelCorner]
  private let reference: ReferenceLadder?
  private let steps: [ReferenceLadder.Step]

  /// One for each codec, in the order of the ladder. None for what has no size or no bitrate.
  static func all(of stream: InspectedStream, _ references: [ReferenceLadder]) -> [ReportPlot] {
    guard !stream.isAudio else { return [] }
    var codecs: [String?] = []
    for rendition in stream.renditions where isDrawn(rendition) && !codecs.contains(rendition.codec) { codecs.append(rendition.codec) }
    return codecs.map { codec in
      ReportPlot(codec, stream.renditions.filter { $0.codec == codec && isDrawn($0) }, references.first { $0.codec == codec })
    }
  }

  private static func isDrawn(_ rendition: InspectedRendition) -> Bool {
    rendition.resolution != nil && (rendition.bitrate?.bitsPerSecond ?? 0) > 0
  }

  private init(_ name: String?, _ renditions: [InspectedRendition], _ reference: ReferenceLadder?) {
    codec = name.flatMap { VideoCodec(rawValue: $0) }
    leftOut = Swift.max(0, renditions.count - Self.mostPoints)
    points = renditions.prefix(Self.mostPoints).compactMap { rendition in
      guard let resolution = rendition.resolution, let bitrate = rendition.bitrate else { return nil }
      return Point(label: InspectionText.label(rendition), resolution: resolution, bitrate: bitrate)
    }
    fps = renditions.compactMap(\.fps).max()
    isMixed = Set(renditions.compactMap(\.fps)).count > 1
    let profiles = Set(renditions.map(\.profile))
    let only = profiles.count == 1 ? renditions.first?.profile.flatMap { VideoProfile(rawValue: $0) } : nil
    profile = only
    let tier: LevelTier = renditions.allSatisfy { $0.statedTier == LevelTier.high.rawValue } ? .high : .main
    self.tier = tier
    let most = points.map(\.resolution.pixels).max() ?? 0
    let corners = codec.map { LevelCorner.all(of: $0, fps: renditions.compactMap(\.fps).max(), profile: only, tier: tier) } ?? []
    let named = Set(renditions.flatMap { [$0.minimumLevel?.name, $0.statedLevel].compactMap { $0 } })
    let next = corners.first { corner in corner.pixels > most && !corners.contains { named.contains($0.name) && $0.pixels > most } }
    levels = corners.filter { named.contains($0.name) || $0 == next }
    self.reference = reference
    // No further up than the ladder goes: the rest would push it into a corner.
    steps = reference?.steps.filter { $0.resolution.pixels <= most } ?? []
  }

  // MARK: Words

  var heading: String { "Bitrate and frame size" + (codec.map { ", \(CodecVocabulary.name(of: $0))" } ?? "") }

  private var levelWords: String? {
    guard let codec, !levels.isEmpty else { return nil }
    let with = (profile.map { " \($0.rawValue)" } ?? "") + (tier == .high ? " in the High tier" : "")
    let most = isMixed ? ", the highest rate here: the table has the levels of slower ones" : ""
    return "limits of \(CodecVocabulary.name(of: codec))\(with) levels\(fps.map { " at \($0.text) fps\(most)" } ?? "")"
  }

  private func description(_ words: HTMLText) -> String {
    var text = "This ladder: \(Self.list(points.map(\.about)))."
    if levelWords != nil {
      let each = levels.map { "level \($0.name) up to \($0.pixels) pixels and \($0.bitrate.prose)" }
      text += " Levels\(fps.map { " at \($0.text) fps" } ?? ""): \(each.joined(separator: "; "))."
    }
    if let reference, !steps.isEmpty {
      text += " \(reference.title): \(steps.map { "\($0.resolution.text), \($0.bitrate.prose)" }.joined(separator: "; "))."
    }
    return words.plain(text)
  }

  private static func list(_ texts: [String]) -> String {
    texts.prefix(40).joined(separator: "; ") + (texts.count > 40 ? "; and \(texts.count - 40) more" : "")
  }

  /// The drawing in its two forms, and what its marks mean.
  func text(id: String, _ words: HTMLText) -> String {
    var text = "<figure>\n"
    for form in Drawing.forms {
      let drawing = drawing(width: form.width, font: form.font, words)
      text += drawing.text(id: "\(id)-\(form.style)", title: words.plain(heading), describedAs: description(words), form.style)
    }
    let own = "<polyline class=\"rung\" points=\"0,8 22,8\"/><circle class=\"rung\" cx=\"11\" cy=\"8\" r=\"5\"/>"
    text += "<figcaption>\n<ul class=\"legend\">\n<li>\(Self.key(own))this ladder</li>\n"
    if let reference, !steps.isEmpty {
      let mark = "<line class=\"model\" x1=\"0\" y1=\"8\" x2=\"22\" y2=\"8\"/><polygon class=\"model\" points=\"11,3.5 15.5,8 11,12.5 6.5,8\"/>"
      text += "<li>\(Self.key(mark))\(words.plain(reference.title))</li>\n"
    }
    if let levelWords {
      let mark = "<rect class=\"level\" x=\"1\" y=\"2\" width=\"20\" height=\"12\"/>"
      text += "<li>\(Self.key(mark))\(words.plain(levelWords))</li>\n"
    }
    text += "</ul>\n"
    text += "<p>To the right: video bitrate. Upwards: pixels in a frame. Both scales are logarithmic.\(beyond)</p>\n\(source(words))</figcaption>\n</figure>\n"
    return text
  }

  private var beyond: String { leftOut > 0 ? " \(leftOut) more renditions are in the table only." : "" }

  private func source(_ words: HTMLText) -> String {
    guard let reference, !steps.isEmpty else { return "" }
    return "<p>The published ladder, up to the size of this one: \(words.plain(reference.source)).</p>\n"
  }

  private static func key(_ mark: String) -> String {
    "<svg class=\"mark\" viewBox=\"0 0 22 16\" width=\"22\" height=\"16\" aria-hidden=\"true\">\(mark)</svg>"
  }

  // MARK: The drawing

  private func drawing(width: Int, font: Int, _ words: HTMLText) -> Drawing {
    let isNarrow = width < 600
    var drawing = Drawing(width: width, height: isNarrow ? 320 : 400, font: font)
    let left = drawing.room(points.map(\.resolution.text.utf8.count).max() ?? 9) / 10 + 12
    let area = Drawing.Box(left: left * 10, top: 120, right: (width - 8) * 10, bottom: (drawing.height - font - 18) * 10)
    let rates = points.map(\.bitrate.bitsPerSecond) + steps.map(\.bitrate.bitsPerSecond)
    let sizes = points.map(\.resolution.pixels) + steps.map(\.resolution.pixels)
    let x = LogScale(Self.range(rates, above: 3), from: left, to: width - 8)
    let y = LogScale(Self.range(sizes.map { Int64($0) }, above: 2), from: area.bottom / 10, to: area.top / 10)

    drawLevels(&drawing, area, x, y, isBehind: true)
    drawRates(&drawing, area, x)
    drawSizes(&drawing, area, x, y)
    let model = steps.map { (x: x.place($0.bitrate.bitsPerSecond), y: y.place(Int64($0.resolution.pixels))) }
    drawing.path(model, "model")
    for (step, at) in zip(steps, model) {
      drawing.diamond(at.x, at.y, "model", about: words.plain("\(reference?.title ?? ""): \(step.resolution.text), \(step.bitrate.prose)"))
    }
    let places = points.map { (x: x.place($0.bitrate.bitsPerSecond), y: y.place(Int64($0.resolution.pixels))) }
    drawing.path(places.sorted { ($0.x, -$0.y) < ($1.x, -$1.y) }, "rung")
    for (point, at) in zip(points, places) { drawing.dot(at.x, at.y, "rung", about: words.plain(point.about)) }
    drawLevels(&drawing, area, x, y, isBehind: false)
    for (point, at) in zip(points, places) {
      let label = HTMLText.cut(point.label, isNarrow ? 12 : 24)
      let around: [(x: Int, y: Int, anchor: Drawing.Anchor)] = [
        (at.x - 90, at.y - 60, .end), (at.x + 90, at.y + font * 10 + 40, .start), (at.x - 110, at.y + font * 4, .end),
        (at.x + 110, at.y + font * 4, .start), (at.x, at.y - 110, .middle), (at.x, at.y + font * 10 + 80, .middle),
        (at.x - 90, at.y + font * 10 + 40, .end), (at.x + 90, at.y - 60, .start),
      ]
      drawing.label(around, words.short(label, 24), columns: DisplayWidth.of(label), "name", within: area)
    }
    return drawing
  }

  /// From a little below the least to some times the most, and two octaves at the least.
  private static func range(_ values: [Int64], above factor: Int64) -> (low: Int64, high: Int64) {
    let least = Swift.max(1, (values.min() ?? 1) / 3 * 2)
    let most = (values.max() ?? 1).multipliedReportingOverflow(by: factor)
    let high = most.overflow ? Int64.max : most.partialValue
    return (Swift.max(1, Swift.min(least, high / 4)), Swift.max(4, high))
  }

  /// Each level is a rectangle from the lower left corner; those that go beyond the drawing are cut off at its right.
  private func drawLevels(_ drawing: inout Drawing, _ area: Drawing.Box, _ x: LogScale, _ y: LogScale, isBehind: Bool) {
    for corner in levels.reversed() {
      let right = Swift.min(x.place(corner.bitrate.bitsPerSecond), area.right)
      let top = y.place(Int64(corner.pixels))
      guard top > area.top, right > area.left, top < area.bottom else { continue }
      if isBehind {
        // What lies beyond the drawing has no edge to show.
        let isCut = right == area.right
        drawing.rect(Drawing.Box(left: area.left, top: top, right: right, bottom: area.bottom), "shade")
        drawing.path(
          [(area.left, top), (right, top)] + (isCut ? [] : [(right, area.bottom)]), "level")
      } else {
        let text = "level \(corner.name)"
        let places: [(x: Int, y: Int, anchor: Drawing.Anchor)] = [
          (right - 40, top - 50, .end), (right - 40, top + drawing.font * 10 + 20, .end), (area.left + 60, top - 50, .start),
        ]
        drawing.label(places, HTMLText.escaped(text), columns: text.utf8.count, "quiet", within: area)
      }
    }
  }

  private func drawRates(_ drawing: inout Drawing, _ area: Drawing.Box, _ x: LogScale) {
    let y = area.bottom + (drawing.font + 8) * 10
    drawing.line(area.left, area.bottom, area.right, area.bottom, "axis")
    // Powers of ten first, so that they stay where room is short.
    for mantissa: Int64 in [1, 5, 2] {
      for exponent in 0...18 {
        let (value, overflow) = mantissa.multipliedReportingOverflow(by: Self.power(exponent))
        if overflow { continue }
        let at = x.place(value)
        guard at > area.left, at < area.right else { continue }
        let text = Bitrate(bitsPerSecond: value).prose
        if drawing.label([(at, y, .middle)], text, columns: text.utf8.count + 1, "quiet") {
          drawing.line(at, area.top, at, area.bottom, "grid")
        }
      }
    }
  }

  private static func power(_ exponent: Int) -> Int64 { (0..<exponent).reduce(1) { value, _ in value * 10 } }

  /// The ladder's own sizes, best first.
  private func drawSizes(_ drawing: inout Drawing, _ area: Drawing.Box, _ x: LogScale, _ y: LogScale) {
    var known: Set<Int> = []
    for point in points where known.insert(point.resolution.pixels).inserted {
      let at = y.place(Int64(point.resolution.pixels))
      let text = point.resolution.text
      drawing.label([(area.left - 70, at + drawing.font * 4, .end)], text, columns: text.utf8.count, "quiet")
      let end = points.filter { $0.resolution.pixels == point.resolution.pixels }.map { x.place($0.bitrate.bitsPerSecond) }.max()
      drawing.line(area.left - 40, at, end ?? area.left, at, "lead")
    }
  }
}
