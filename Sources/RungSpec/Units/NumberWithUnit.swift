

/// A number and the letters after it.
struct NumberWithUnit {
  private let text: String
  /// Bytes of the number.
  private let length: Int
  let number: Rational
  let unit: String

  /// The number as it was written.
  var digits: String { String(text.utf8.prefix(length)) ?? "" }
  /// Bits for bytes.
  var eightfold: String { number.times(Rational(8))?.text ?? digits }

  /// `3000k`, `3.5 Mbps`, `2s`: one number, optional spaces, the rest. Nil when it does not start with a number.
  init?(_ text: String) {
    var copy = text
    let parts = copy.withUTF8 { bytes -> (length: Int, number: Rational, unit: String)? in
      var end = 0
      while end < bytes.count, bytes[end] &- 0x30 < 10 || bytes[end] == UInt8(ascii: ".") { end += 1 }
      guard let number = Rational(decimal: UnsafeBufferPointer(rebasing: bytes[..<end])) else { return nil }
      var start = end
      while start < bytes.count, bytes[start] == 0x20 { start += 1 }
      return (end, number, String(decoding: UnsafeBufferPointer(rebasing: bytes[start...]), as: UTF8.self))
    }
    guard let parts else { return nil }
    self.text = text
    (length, number, unit) = parts
  }
}
