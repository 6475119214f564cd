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
    let halves = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let parts = halves[0].split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var address: UInt32 = 0
    for part in parts {
      guard (1...3).contains(part.utf8.count), part.utf8.allSatisfy({ $0 &- 0x30 < 10 }), let byte = UInt8(part) else { return nil }
      address = address << 8 | UInt32(byte)
    }
    var prefix = 32
    if halves.count == 2 {
      guard let bits = Int(halves[1]), (0...32).contains(bits), halves[1].utf8.count <= 2, halves[1].first != "+" else { return nil }
      prefix = bits
    }
    self.address = address
    self.prefix = prefix
  }

  public var addressText: String {
    [24, 16, 8, 0].map { String(address >> UInt32($0) & 0xFF) }.joined(separator: ".")
  }

  /// True when bits behind the prefix are set: `203.0.113.7/24`.
  package var hasHostBits: Bool { prefix < 32 && address << UInt32(prefix) != 0 }
}
