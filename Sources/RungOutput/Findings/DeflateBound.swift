/// How large a text is at most when it is compressed by gzip: what an encoder writes that takes the nearest repetition it finds and the
/// fixed code of DEFLATE (RFC 1951, 3.2.5 and 3.2.6). Encoders with a code of their own write less.
package struct DeflateBound {
  private var bits = 0
  private var window: [UInt8] = []
  /// The last place of four bytes, by their hash.
  private var places = [Int32](repeating: -1, count: 1 << 15)

  /// With the head and the end of a file.
  package var bytes: Int { bits / 8 + 32 }

  package init() {}

  package mutating func add(_ text: String) {
    let start = window.count
    window += text.utf8
    window.withUnsafeBufferPointer { bytes in
      places.withUnsafeMutableBufferPointer { places in
        var index = start
        while index < bytes.count {
          guard index + 4 <= bytes.count else {
            bits += bytes[index] < 144 ? 8 : 9
            index += 1
            continue
          }
          let key = UInt32(bytes[index]) | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2]) << 16 | UInt32(bytes[index + 3]) << 24
          let slot = Int((key &* 2_654_435_761) >> 17)
          let candidate = Int(places[slot])
          places[slot] = Int32(truncatingIfNeeded: index)
          var length = 0
          if candidate >= 0, index - candidate <= 1 << 15 {
            let most = min(258, bytes.count - index)
            while length < most, bytes[candidate + length] == bytes[index + length] { length += 1 }
          }
          if length >= 4 {
            // A code of 7 or 8 bits and up to 5 more for the length; 5 and up to 13 more for the distance.
            let distance = index - candidate
            bits += (length < 115 ? 7 : 8) + max(0, Self.log2(length - 3) - 2) + 5 + max(0, Self.log2(distance - 1) - 1)
            index += length
          } else {
            bits += bytes[index] < 144 ? 8 : 9
            index += 1
          }
        }
      }
    }
    // Only what can be referred to is kept.
    guard window.count > 1 << 20 else { return }
    let dropped = window.count - (1 << 15)
    window.removeFirst(dropped)
    for slot in places.indices { places[slot] = places[slot] >= Int32(dropped) ? places[slot] - Int32(dropped) : -1 }
  }

  private static func log2(_ value: Int) -> Int { value < 1 ? 0 : Int.bitWidth - 1 - value.leadingZeroBitCount }
}
