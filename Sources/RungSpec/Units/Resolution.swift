/// Width × height in pixels, each at least 1.
public struct Resolution: UnitValue {
  public let width: Int
  public let height: Int

  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  public static let noun = "a resolution"
  public static let examples = ["1920x1080", "1280x720"]
  public static let pattern = #"^[1-9][0-9]{0,4}x[1-9][0-9]{0,4}$"#

  public var text: String { "\(width)x\(height)" }
  public var pixels: Int { width * height }
  /// Width over height.
  package var aspect: Rational { Rational(Int64(width), Int64(height)) ?? Rational(1) }

  private static let names = [
    "240p": "426x240", "360p": "640x360", "480p": "854x480", "540p": "960x540", "720p": "1280x720",
    "1080p": "1920x1080", "1440p": "2560x1440", "2160p": "3840x2160", "4k": "3840x2160", "4K": "3840x2160",
  ]

  public static func parse(_ text: String) -> UnitParse<Resolution> {
    if let cross = text.utf8.firstIndex(of: UInt8(ascii: "x")), let width = side(text[..<cross]),
      let height = side(text[text.utf8.index(after: cross)...])
    {
      return .value(Resolution(width: width, height: height))
    }
    if let full = names[text] {
      return .fault(
        UnitFault(.malformed, "names a height only; a resolution gives both sides", help: "write `\(full)` for 16:9", replacements: [full]))
    }
    let repaired = String(text.map { $0 == "×" || $0 == "X" || $0 == "*" ? "x" : $0 }.filter { $0 != " " })
    if repaired != text, case .value(let value) = parse(repaired) {
      return .fault(UnitFault(.malformed, "is not written as WIDTHxHEIGHT", help: "write `\(value.text)`", replacements: [value.text]))
    }
    return malformed(text)
  }

  /// At most five digits: 99999 is above every codec's largest side, and products stay far from overflow.
  private static func side(_ text: Substring) -> Int? {
    guard (1...5).contains(text.utf8.count), let value = Rational(decimal: text)?.whole, value > 0 else { return nil }
    return value
  }
}
