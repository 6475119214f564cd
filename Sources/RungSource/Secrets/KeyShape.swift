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
    return total >= 12 && groups.count { $0.isMixed && $0.count >= 4 } >= 3
  }
}
