/// FNV-1a in 64 bits, of texts one after the other.
struct TextHash {
  private var value: UInt64

  init(_ basis: UInt64 = 0xCBF2_9CE4_8422_2325) { value = basis }

  mutating func take(_ text: String) { for byte in text.utf8 + [0] { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 } }

  var hex: String { String(value, radix: 16).zeroPadded(to: 16) }
}
