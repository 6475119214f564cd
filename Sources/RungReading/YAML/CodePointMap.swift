/// libyaml's marks count code points; spans count bytes. Converted once, here.
struct CodePointMap {
  /// Byte offset of every `stride`th code point; empty for ASCII, where both counts agree.
  private let checkpoints: [UInt32]
  private let bytes: UnsafeBufferPointer<UInt8>
  private static let stride = 64

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    guard UTF8Check.asciiPrefix(bytes) < bytes.count else {
      checkpoints = []
      return
    }
    var checkpoints: [UInt32] = []
    var codePoints = 0
    for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      if codePoints % Self.stride == 0 { checkpoints.append(UInt32(offset)) }
      codePoints += 1
    }
    self.checkpoints = checkpoints
  }

  func byteOffset(ofCodePoint index: Int) -> Int {
    if checkpoints.isEmpty { return min(index, bytes.count) }
    let slot = index / Self.stride
    guard slot < checkpoints.count else { return bytes.count }
    var offset = Int(checkpoints[slot])
    var left = index % Self.stride
    while left > 0, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset
  }
}
