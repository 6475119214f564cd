/// libyaml's marks count code points; spans count bytes. Converted once, here.
struct CodePointMap {
  /// For every character of several bytes: its index among the characters, and how many extra bytes all of them so far have.
  /// Empty for ASCII, where both counts agree.
  private let wide: [(character: UInt32, surplus: UInt32)]
  private let count: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    count = bytes.count
    var wide: [(character: UInt32, surplus: UInt32)] = []
    var offset = 0
    var surplus = 0
    while true {
      offset += UTF8Check.asciiPrefix(UnsafeBufferPointer(rebasing: bytes[offset...]))
      guard offset < bytes.count else { break }
      let character = offset - surplus
      repeat {
        offset += 1
        surplus += 1
      } while offset < bytes.count && bytes[offset] & 0xC0 == 0x80
      surplus -= 1
      wide.append((UInt32(character), UInt32(surplus)))
    }
    self.wide = wide
  }

  func byteOffset(ofCodePoint index: Int) -> Int {
    // Most texts have their few wide characters in a title at the top.
    guard let last = wide.last else { return min(index, count) }
    if Int(last.character) < index { return min(index + Int(last.surplus), count) }
    // The number of wide characters before the index.
    var low = 0
    var high = wide.count
    while low < high {
      let middle = (low + high) / 2
      if Int(wide[middle].character) < index { low = middle + 1 } else { high = middle }
    }
    return min(low == 0 ? index : index + Int(wide[low - 1].surplus), count)
  }
}
