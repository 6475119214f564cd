/// Whether a word looks as if it were made by chance: a stream key, not a name.
enum KeyShape {
  /// A group of letters and digits between signs.
  private struct Group {
    var count = 0
    var digits = 0
    /// How often a letter follows a digit or a capital a small letter, or the other way round; a capital at the start of a
    /// word is followed by small letters, and does not count for that.
    var turns = 0
    var last: UInt8 = 0

    var isMixed: Bool { digits > 0 && digits < count }
    /// `9f4c8a1e2b`; not `MainStage2025`, and not `camera12`.
    var isByChance: Bool { count >= 10 && digits >= 2 && turns * 4 >= count }
    var isNumber: Bool { digits == count && count >= 6 }
    var isLongNumber: Bool { digits == count && count >= 16 }

    mutating func add(_ byte: UInt8) {
      let isDigit = byte &- 0x30 < 10
      let kind: UInt8 = isDigit ? 1 : byte &- 0x61 < 26 ? 2 : 3
      if last != 0, kind != last, !(last == 3 && kind == 2) { turns += 1 }
      count += 1
      digits += isDigit ? 1 : 0
      last = kind
    }
  }

  static func fits(_ bytes: some Collection<UInt8>) -> Bool {
    // The shortest of all.
    guard bytes.count >= 10 else { return false }
    if isServices(bytes) { return true }
    var groups: [Group] = []
    var group = Group()
    for byte in bytes {
      if (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 {
        group.add(byte)
      } else {
        if group.count > 0 { groups.append(group) }
        group = Group()
      }
    }
    if group.count > 0 { groups.append(group) }
    let total = groups.reduce(0) { $0 + $1.count }
    if groups.contains(where: { $0.isByChance || $0.isLongNumber || $0.count >= 32 }) { return true }
    // `abcd-1234-efgh-5678`, and the groups of a UUID.
    if groups.count >= 4, groups.allSatisfy({ $0.count == 4 }) { return true }
    if groups.map(\.count) == [8, 4, 4, 4, 12] { return true }
    // An account's number and a word made by chance: `live_123456_AbCdEfGhIjKl`.
    if groups.contains(where: \.isNumber), groups.contains(where: { $0.count >= 12 && $0.turns * 4 >= $0.count }) { return true }
    return total >= 12 && groups.count { $0.isMixed && $0.count >= 4 } >= 3
  }

  /// Stream keys of Twitch (`live_<account>_…`), Facebook (`FB-<broadcast>-…`) and Amazon IVS (`sk_<region>_…`), whatever
  /// follows.
  private static func isServices(_ bytes: some Collection<UInt8>) -> Bool {
    func isNumbered(_ lead: String, by sign: UInt8) -> Bool {
      guard bytes.starts(with: lead.utf8) else { return false }
      let number = bytes.dropFirst(lead.utf8.count).prefix { $0 &- 0x30 < 10 }
      let rest = bytes.dropFirst(lead.utf8.count + number.count)
      return number.count >= 6 && rest.first == sign && rest.count >= 8
    }
    if isNumbered("live_", by: UInt8(ascii: "_")) || isNumbered("FB-", by: UInt8(ascii: "-")) { return true }
    guard bytes.starts(with: "sk_".utf8), bytes.count >= 24 else { return false }
    // `sk_us-west-2_`
    let region = Array(bytes.dropFirst(3).prefix { $0 != UInt8(ascii: "_") })
    return region.last.map { $0 &- 0x30 < 10 } ?? false && region.contains(UInt8(ascii: "-"))
  }

  /// Longer than a name, and of capitals, small letters and digits in a mix that no name has. Hexadecimal digits, a UUID's
  /// too, have one kind of letters: they are what things are called, not what opens them.
  static func isLongAndMixed(_ bytes: some Collection<UInt8>) -> Bool {
    guard bytes.count >= 20 else { return false }
    var group = Group()
    var (capitals, small) = (0, 0)
    for byte in bytes {
      if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") {
        group.last = 0
        continue
      }
      guard (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 else { return false }
      group.add(byte)
      capitals += byte &- 0x41 < 26 ? 1 : 0
      small += byte &- 0x61 < 26 ? 1 : 0
    }
    return group.count >= 20 && capitals > 1 && small > 1 && group.isByChance
  }
}
