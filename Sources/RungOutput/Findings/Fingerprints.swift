/// A name for a finding that does not change when its line moves.
struct Fingerprints {
  private var counts: [String: Int] = [:]

  /// The order of equal findings of a file distinguishes them.
  mutating func next(_ path: String, _ rule: String, _ message: String) -> String {
    let base = Self.hash(path, rule, message, 0)
    let count = counts[base, default: 0] + 1
    counts[base] = count
    return count == 1 ? base : Self.hash(path, rule, message, count)
  }

  /// FNV-1a, twice 64 bits.
  private static func hash(_ path: String, _ rule: String, _ message: String, _ number: Int) -> String {
    [UInt64(0xCBF2_9CE4_8422_2325), 0x6C62_272E_07BB_0142].map { seed in
      var hash = seed
      for text in [path, rule, message, "\(number)"] { for byte in text.utf8 + [0] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 } }
      let hex = String(hash, radix: 16)
      return String(repeating: "0", count: 16 - hex.utf8.count) + hex
    }.joined()
  }
}
