/// Width × height in pixels, each at least 1.
public struct Resolution: UnitValue {
  /// In pixels.
  public let width: Int
  /// In pixels.
  public let height: Int

  /// - Parameters:
  ///   - width: in pixels, at least 1.
  ///   - height: in pixels, at least 1.
  public init(width: Int, height: Int) { (self.width, self.height) = (width, height) }

  public static let noun = "a resolution"
  public static let examples = ["1920x1080", "1280x720"]
  public static let pattern = #"^[1-9][0-9]{0,4}x[1-9][0-9]{0,4}$"#

  /// `1920x1080`.
  public var text: String { "\(width)x\(height)" }
  /// Width × height; the highest number where that is above it.
  public var pixels: Int {
    let (pixels, overflow) = width.multipliedReportingOverflow(by: height)
    return overflow ? .max : pixels
  }
  /// Width over height.
  package var aspect: Rational { Rational(Int64(width), Int64(height)) ?? Rational(1) }

  /// Whether 4:2:0 video has these sides.
  package var isEven: Bool { (width | height) & 1 == 0 }

  /// With sides that 4:2:0 video can have: 1920 for 1921, and 854 for 853, because encoders work in whole blocks.
  package var evened: Resolution {
    func even(_ side: Int) -> Int { side % 2 == 0 || side > 1 && (side - 1) % 8 == 0 ? side - side % 2 : side + 1 }
    return Resolution(width: even(width), height: even(height))
  }

  /// Heights that have a name.
  private static let names = ["hd": 720, "fhd": 1080, "full hd": 1080, "qhd": 1440, "4k": 2160, "uhd": 2160, "uhd4k": 2160, "8k": 4320]

  public static func parse(_ text: String) -> UnitParse<Resolution> {
    if let cross = text.utf8.firstIndex(of: UInt8(ascii: "x")), let width = side(text[..<cross]),
      let height = side(text[text.utf8.index(after: cross)...])
    {
      return .value(Resolution(width: width, height: height))
    }
    let lower = text.lowercased()
    if let height = names[lower] ?? height(lower), let sixteen = Rational(16, 9), let half = Rational(height).times(sixteen)?.divided(by: Rational(2))?.rounded {
      let full = Resolution(width: half * 2, height: height).text
      return .fault(UnitFault(.malformed, "is only a height; a resolution has both sides", help: "write `\(full)` for 16:9", replacements: [full]))
    }
    var sides = lower.replacing("pixels", with: "").replacing("px", with: "").replacing("by", with: "x")
    sides = String(sides.prefix { $0 != "@" }.map { "×*:/;,".contains($0) ? "x" : $0 }.filter { !$0.isWhitespace })
    if let last = sides.last, "pi".contains(last) { sides.removeLast() }
    if sides != text, case .value(let value) = parse(sides) {
      return .fault(UnitFault(.malformed, "is not in the form WIDTHxHEIGHT", help: "write `\(value.text)`", replacements: [value.text], isSpelling: true))
    }
    return malformed(text)
  }

  /// `1080p`, `1080i`, `1080p60`, `1080`: a height of at least a hundred lines.
  private static func height(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text[digits.endIndex...]
    guard (3...4).contains(digits.count), let height = Int(digits), height >= 100, height % 2 == 0 else { return nil }
    guard let letter = rest.first else { return height }
    return "pi".contains(letter) && rest.dropFirst().allSatisfy { $0.isASCII && $0.isNumber || $0 == "." } ? height : nil
  }

  /// At most five digits: 99999 is above every codec's largest side, and products stay far from overflow.
  package static let sides = 1...99_999

  package static func side(_ text: Substring) -> Int? {
    guard (1...5).contains(text.utf8.count), let value = Rational(decimal: text)?.whole, sides.contains(value) else { return nil }
    return value
  }
}
