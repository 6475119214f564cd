/// By what GitHub knows a line again after others have moved it: `primaryLocationLineHash`.
///
/// The same numbers as the uploader of SARIF files computes from the file itself (github/codeql-action, src/fingerprints.ts): for each line
/// a hash of the hundred UTF-16 code units from its start on, blanks and tabs left out, every end of a line counted as LF; and which of
/// the lines with that hash it is.
struct LineHashes {
  /// One for each line.
  private let hashes: [String]

  private static let block = 100
  private static let factor: UInt64 = 37
  private static let ends: (cr: UInt16, lf: UInt16, blank: UInt16, tab: UInt16) = (0x0D, 0x0A, 0x20, 0x09)

  init(_ bytes: [UInt8]) {
    // What is hashed, and where each line starts in it.
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count)
    var starts: [Int] = []
    var isStart = true
    var isAfterReturn = false
    func take(_ unit: UInt16) {
      if isStart { starts.append(units.count) }
      isStart = unit == Self.ends.lf
      units.append(unit)
    }
    for unit in String(decoding: bytes, as: UTF8.self).utf16 {
      if unit == Self.ends.blank || unit == Self.ends.tab || isAfterReturn && unit == Self.ends.lf {
        isAfterReturn = false
        continue
      }
      isAfterReturn = unit == Self.ends.cr
      take(isAfterReturn ? Self.ends.lf : unit)
    }
    // The end of the file.
    take(0xFFFF)
    var power: UInt64 = 1
    for _ in 0..<Self.block { power = power &* Self.factor }
    // The hash of the units before each place, of which a difference gives that of a part.
    var hash: UInt64 = 0
    var next = 0
    var values: [UInt64] = []
    values.reserveCapacity(starts.count)
    for end in Self.block..<(Self.block + (starts.last ?? 0) + 1) {
      let first = end - Self.block
      if first == 0 {
        for index in 0..<Self.block { hash = hash &* Self.factor &+ UInt64(index < units.count ? units[index] : 0) }
      } else {
        let entering = UInt64(end - 1 < units.count ? units[end - 1] : 0)
        hash = hash &* Self.factor &+ entering &- power &* UInt64(units[first - 1])
      }
      if next < starts.count, starts[next] == first {
        values.append(hash)
        next += 1
      }
    }
    var counts: [UInt64: Int] = [:]
    hashes = values.map { value in
      let count = counts[value, default: 0] + 1
      counts[value] = count
      return "\(String(value, radix: 16)):\(count)"
    }
  }

  /// Of a line, from 1.
  subscript(line: Int) -> String { hashes.indices.contains(line - 1) ? hashes[line - 1] : hashes.last ?? "" }
}
