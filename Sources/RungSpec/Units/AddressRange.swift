/// IPv4 addresses that share a prefix: `203.0.113.0/24`, or one address.
public struct AddressRange: Sendable, Hashable {
  public let address: UInt32
  /// 0 to 32 bits.
  public let prefix: Int

  package init(address: UInt32, prefix: Int) {
    self.address = address
    self.prefix = prefix
  }

  public init?(_ text: String) {
    var numbers: [UInt32] = []
    var separators: [UInt8] = []
    var digits = 0
    var value: UInt32 = 0
    for byte in text.utf8 {
      if byte &- 0x30 < 10, digits < 3 {
        value = value * 10 + UInt32(byte - 0x30)
        digits += 1
      } else if digits > 0, byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/") {
        numbers.append(value)
        separators.append(byte)
        (value, digits) = (0, 0)
      } else {
        return nil
      }
    }
    guard digits > 0 else { return nil }
    numbers.append(value)
    let dots = [UInt8](repeating: UInt8(ascii: "."), count: 3)
    switch separators {
    case dots: prefix = 32
    case dots + [UInt8(ascii: "/")] where numbers[4] <= 32: prefix = Int(numbers[4])
    default: return nil
    }
    guard numbers.prefix(4).allSatisfy({ $0 <= 255 }) else { return nil }
    address = numbers.prefix(4).reduce(0) { $0 << 8 | $1 }
  }

  public var addressText: String {
    [24, 16, 8, 0].map { String(address >> UInt32($0) & 0xFF) }.joined(separator: ".")
  }

  /// True when bits behind the prefix are set: `203.0.113.7/24`.
  package var hasHostBits: Bool { prefix < 32 && address << UInt32(prefix) != 0 }
}
