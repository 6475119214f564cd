/// IPv4 addresses that share a prefix: `203.0.113.0/24`, or one address.
public struct AddressRange: Sendable, Hashable {
  /// As it is written: host bits are kept. The first number is the highest byte.
  public let address: UInt32
  /// 0 to 32 bits.
  public let prefix: Int

  package init(address: UInt32, prefix: Int) { (self.address, self.prefix) = (address, prefix) }

  /// Nil for anything but an IPv4 address or CIDR block.
  public init?(_ text: String) {
    // Four numbers, and a fifth after a slash.
    var address: UInt32 = 0
    var count = 0
    var digits = 0
    var value: UInt32 = 0
    for byte in text.utf8 {
      if byte &- 0x30 < 10, digits < 3 {
        value = value * 10 + UInt32(byte - 0x30)
        digits += 1
        continue
      }
      guard digits > 0, count < 4, value <= 255, byte == (count < 3 ? UInt8(ascii: ".") : UInt8(ascii: "/")) else { return nil }
      address = address << 8 | value
      count += 1
      (value, digits) = (0, 0)
    }
    guard digits > 0 else { return nil }
    switch count {
    case 3 where value <= 255:
      self.address = address << 8 | value
      prefix = 32
    case 4 where value <= 32:
      self.address = address
      prefix = Int(value)
    default: return nil
    }
  }

  /// The address without the prefix: `203.0.113.0`.
  public var addressText: String {
    String(unsafeUninitializedCapacity: 15) { text in
      var count = 0
      func write(_ byte: UInt8) {
        text[count] = byte
        count += 1
      }
      for shift in stride(from: 24, through: 0, by: -8) {
        let number = UInt8(truncatingIfNeeded: address >> UInt32(shift))
        if number >= 100 { write(0x30 + number / 100) }
        if number >= 10 { write(0x30 + number / 10 % 10) }
        write(0x30 + number % 10)
        if shift > 0 { write(UInt8(ascii: ".")) }
      }
      return count
    }
  }

  /// True when host bits are set: `203.0.113.7/24`.
  package var hasHostBits: Bool { prefix < 32 && address << UInt32(prefix) != 0 }
}
