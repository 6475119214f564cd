/// Looks for bytes that a text has few of, eight at a time.
enum WordScan {
  /// Calls `body` with the places of all bytes below a limit, and of some that are above it, in rising order.
  ///
  /// - Parameters:
  ///   - limit: 1 to 0x80.
  ///   - flip: the bits in which each byte differs from the one that is looked for.
  @inline(__always)
  static func forEachByte(below limit: UInt8, flipping flip: UInt8 = 0, in bytes: UnsafeRawBufferPointer, _ body: (Int) -> Void) {
    let each: UInt64 = 0x0101_0101_0101_0101
    var index = 0
    while index + 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) ^ (each &* UInt64(flip))
      // A byte below the limit borrows, and its own highest bit is not set. Those above it may lack what it has borrowed.
      var found = (word &- each &* UInt64(limit)) & ~word & (each << 7)
      while found != 0 {
        body(index + found.trailingZeroBitCount / 8)
        found &= found &- 1
      }
      index += 8
    }
    while index < bytes.count {
      body(index)
      index += 1
    }
  }
}
