extension Int {
  /// A whole number from 0 as it is written in decimal; nil for anything else.
  package init?(digits: ArraySlice<UInt8>) {
    guard !digits.isEmpty, digits.count <= 9, digits.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    self = digits.reduce(0) { 10 * $0 + Int($1 &- 0x30) }
  }
}
