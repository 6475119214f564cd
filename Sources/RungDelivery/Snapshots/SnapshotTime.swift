/// When a file was taken, by its name.
package enum SnapshotTime {
  /// Milliseconds since 1970 of a name that holds seconds or milliseconds since 1970 (`1764237600.m3u8`), or a date and a time
  /// (`2026-11-27T10-00-00Z.m3u8`, `20261127T100000Z.m3u8`). Nil for any other.
  package static func milliseconds(in name: String) -> Int64? {
    let digits = name.utf8.split { $0 &- 0x30 > 9 }.map { String(Substring($0)) }
    for run in digits where run.utf8.count == 10 || run.utf8.count == 13 {
      if let number = Int64(run) { return run.utf8.count == 10 ? number * 1000 : number }
    }
    // Two groups of digits that a date and a time have together.
    let joined = digits.joined()
    for start in joined.indices where joined[start...].utf8.count >= 14 {
      let run = joined[start...].prefix(14)
      guard run.hasPrefix("20"), let time = DateTime.milliseconds("\(run.prefix(4))-\(run.dropFirst(4).prefix(2))-\(run.dropFirst(6).prefix(2))T\(run.dropFirst(8).prefix(2)):\(run.dropFirst(10).prefix(2)):\(run.dropFirst(12).prefix(2))Z") else { continue }
      return time
    }
    return nil
  }
}
