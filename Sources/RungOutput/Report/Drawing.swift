/// An SVG drawing in the making. Places are tenths of a unit, from the upper left corner; how things look is the style's
/// to say, by their class.
struct Drawing {
  enum Anchor: String { case start, middle, end }

  struct Box {
    var left: Int
    var top: Int
    var right: Int
    var bottom: Int

    func meets(_ other: Box) -> Bool { left < other.right && other.left < right && top < other.bottom && other.top < bottom }

    func isInside(_ other: Box) -> Bool { left >= other.left && right <= other.right && top >= other.top && bottom <= other.bottom }
  }

  /// Whole units.
  let width: Int
  let height: Int
  /// The size of letters, in units.
  let font: Int
  private var body = ""
  /// What no label may cover.
  private(set) var taken: [Box] = []

  init(width: Int, height: Int, font: Int) { (self.width, self.height, self.font) = (width, height, font) }

  var edge: Box { Box(left: 0, top: 0, right: width * 10, bottom: height * 10) }

  // MARK: Shapes

  mutating func line(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int, _ style: String) {
    body += "<line class=\"\(style)\" x1=\"\(Tenths(x1))\" y1=\"\(Tenths(y1))\" x2=\"\(Tenths(x2))\" y2=\"\(Tenths(y2))\"/>\n"
  }

  mutating func path(_ points: [(x: Int, y: Int)], _ style: String) {
    guard points.count > 1 else { return }
    let list = points.map { "\(Tenths($0.x)),\(Tenths($0.y))" }.joined(separator: " ")
    body += "<polyline class=\"\(style)\" points=\"\(list)\"/>\n"
  }

  /// - Parameter about: what a pointer over it shows; escaped.
  mutating func rect(_ box: Box, _ style: String, about: String? = nil, rounded: Int = 0) {
    let place = "x=\"\(Tenths(box.left))\" y=\"\(Tenths(box.top))\""
    let size = "width=\"\(Tenths(box.right - box.left))\" height=\"\(Tenths(box.bottom - box.top))\""
    body += "<rect class=\"\(style)\" \(place) \(size)\(rounded > 0 ? " rx=\"\(rounded)\"" : "")" + Self.end("rect", about)
  }

  mutating func dot(_ x: Int, _ y: Int, _ style: String, about: String) {
    body += "<circle class=\"\(style)\" cx=\"\(Tenths(x))\" cy=\"\(Tenths(y))\" r=\"5\"" + Self.end("circle", about)
    take(Box(left: x - 60, top: y - 60, right: x + 60, bottom: y + 60))
  }

  mutating func diamond(_ x: Int, _ y: Int, _ style: String, about: String) {
    let corners = [(x, y - 45), (x + 45, y), (x, y + 45), (x - 45, y)].map { "\(Tenths($0.0)),\(Tenths($0.1))" }
    body += "<polygon class=\"\(style)\" points=\"\(corners.joined(separator: " "))\"" + Self.end("polygon", about)
    take(Box(left: x - 45, top: y - 45, right: x + 45, bottom: y + 45))
  }

  private static func end(_ name: String, _ about: String?) -> String {
    about.map { "><title>\($0)</title></\(name)>\n" } ?? "/>\n"
  }

  // MARK: Words

  /// - Parameters:
  ///   - y: the baseline.
  ///   - text: escaped.
  mutating func text(_ x: Int, _ y: Int, _ text: String, columns: Int, _ anchor: Anchor, _ style: String) {
    body += "<text class=\"\(style)\" x=\"\(Tenths(x))\" y=\"\(Tenths(y))\" text-anchor=\"\(anchor.rawValue)\">\(text)</text>\n"
    take(box(x, y, columns, anchor))
  }

  /// The same at the first of some places where it covers nothing; nowhere when there is none.
  @discardableResult
  mutating func label(
    _ places: [(x: Int, y: Int, anchor: Anchor)], _ text: String, columns: Int, _ style: String, within: Box? = nil
  ) -> Bool {
    let within = within ?? edge
    let free = places.first { place in
      let box = box(place.x, place.y, columns, place.anchor)
      return box.isInside(within) && !taken.contains { $0.meets(box) }
    }
    guard let free else { return false }
    self.text(free.x, free.y, text, columns: columns, free.anchor, style)
    return true
  }

  /// Room for letters of a wide typeface.
  func room(_ columns: Int) -> Int { columns * font * 64 / 10 }

  private func box(_ x: Int, _ y: Int, _ columns: Int, _ anchor: Anchor) -> Box {
    let room = room(columns)
    let left =
      switch anchor {
      case .start: x
      case .middle: x - room / 2
      case .end: x - room
      }
    return Box(left: left, top: y - font * 10, right: left + room, bottom: y + font * 3)
  }

  mutating func take(_ box: Box) { taken.append(box) }

  // MARK: The whole

  /// - Parameters:
  ///   - id: of the drawing, unique on the page.
  ///   - title: what it shows, for those who do not see it; escaped.
  ///   - text: its content as a sentence; escaped.
  ///   - style: how it looks.
  func text(id: String, title: String, describedAs text: String, _ style: String) -> String {
    """
    <svg class="\(style)" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" \
    role="img" aria-labelledby="\(id)-title \(id)-desc" style="font-size: \(font)px">
    <title id="\(id)-title">\(title)</title>
    <desc id="\(id)-desc">\(text)</desc>
    \(body)</svg>

    """
  }

  /// The two forms of every drawing, for a desk and for a phone.
  static let forms: [(style: String, width: Int, font: Int)] = [("wide", 960, 13), ("narrow", 328, 11)]
}
