/// FNV-1a in 64 bits, of texts one after the other.
package struct TextHash {
  package private(set) var value: UInt64

  package init(_ basis: UInt64 = 0xCBF2_9CE4_8422_2325) { value = basis }

  package mutating func take(_ text: String) {
    take(text.utf8)
    take(CollectionOfOne(0))
  }

  package mutating func take(_ bytes: some Sequence<UInt8>) { for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 } }

  package var hex: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// Twice 64 bits: what distinguishes texts where nobody looks at them.
  package static func wide(_ take: (inout TextHash) -> Void) -> String {
    [UInt64(0xCBF2_9CE4_8422_2325), 0x6C62_272E_07BB_0142].map { seed in
      var hash = TextHash(seed)
      take(&hash)
      return hash.hex
    }.joined()
  }
}
