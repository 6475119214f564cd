/// FNV-1a in 64 bits, of texts one after the other.
package struct TextHash {
  package private(set) var value: UInt64
  /// The same from another start, for ``wide(_:)``: both take as long as one.
  private var other: UInt64 = 0x6C62_272E_07BB_0142

  package init() { value = 0xCBF2_9CE4_8422_2325 }

  package mutating func take(_ text: String) {
    take(text.utf8)
    take(CollectionOfOne(0))
  }

  package mutating func take(_ bytes: some Sequence<UInt8>) {
    let isTaken: Void? = bytes.withContiguousStorageIfAvailable { take($0) }
    if isTaken == nil { Array(bytes).withUnsafeBufferPointer { take($0) } }
  }

  private mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) {
    var (first, second) = (value, other)
    for byte in bytes {
      first = (first ^ UInt64(byte)) &* 0x100_0000_01B3
      second = (second ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    (value, other) = (first, second)
  }

  package var hex: String { Self.hex(value) }

  private static func hex(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// Twice 64 bits: what distinguishes texts where nobody looks at them.
  package static func wide(_ take: (inout TextHash) -> Void) -> String {
    var hash = TextHash()
    take(&hash)
    return hex(hash.value) + hex(hash.other)
  }
  /// The same for a text of any length, eight bytes at a time. Another value than ``wide(_:)`` has: for what is compared within a version.
  package static func wide(of bytes: [UInt8]) -> String {
    var hash = TextHash()
    hash.takeWords(of: bytes)
    return hex(hash.value) + hex(hash.other)
  }

  private mutating func takeWords(of bytes: [UInt8]) {
    var (first, second) = (value, other)
    func mixed(_ hash: UInt64, _ word: UInt64, _ factor: UInt64) -> UInt64 {
      // Both halves, because the upper bits of a word reach no lower ones otherwise.
      let product = (hash ^ word).multipliedFullWidth(by: factor)
      return product.high ^ product.low
    }
    func take(_ word: UInt64) { (first, second) = (mixed(first, word, 0x9E37_79B9_7F4A_7C15), mixed(second, word, 0xD6E8_FEB8_6659_FD93)) }
    bytes.withUnsafeBytes { bytes in
      let whole = bytes.count & ~7
      for start in stride(from: 0, to: whole, by: 8) { take(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))) }
      var rest: UInt64 = 0
      for byte in bytes[whole...] { rest = rest << 8 | UInt64(byte) }
      take(rest)
      take(UInt64(bytes.count))
    }
    (value, other) = (first, second)
  }
}
