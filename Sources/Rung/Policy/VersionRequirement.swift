/// Versions of Rung that a configuration is written for: `>=0.2`, `>=0.2, <1`.
struct VersionRequirement: Sendable {
  let text: String
  private let terms: [(sign: String, version: [Int])]

  init?(_ text: String) {
    self.text = text
    var terms: [(String, [Int])] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let part = part.drop { $0 == " " }
      let sign = [">=", "<=", ">", "<", "="].first { part.hasPrefix($0) }
      guard let sign, let version = Self.version(part.dropFirst(sign.count)) else { return nil }
      terms.append((sign, version))
    }
    self.terms = terms
  }

  private static func version(_ text: Substring) -> [Int]? {
    let words = text.split(separator: " ")
    guard words.count == 1 else { return nil }
    let parts = words[0].split(separator: ".", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.utf8.count < 7 && $0.utf8.allSatisfy { $0 &- 0x30 < 10 } }) else { return nil }
    return parts.compactMap { Int($0) }
  }

  /// - Parameter version: `0.2.1`; what follows a hyphen does not count.
  func isMet(by version: String) -> Bool {
    guard let own = Self.version(version.prefix { $0 != "-" }) else { return false }
    return terms.allSatisfy { sign, other in
      let order = Self.compare(own, other)
      return switch sign {
      case ">=": order >= 0
      case "<=": order <= 0
      case ">": order > 0
      case "<": order < 0
      // `=0.2` is every 0.2.
      default: Self.compare(Array(own.prefix(other.count)), other) == 0
      }
    }
  }

  private static func compare(_ left: [Int], _ right: [Int]) -> Int {
    for index in 0..<3 {
      let (a, b) = (index < left.count ? left[index] : 0, index < right.count ? right[index] : 0)
      if a != b { return a < b ? -1 : 1 }
    }
    return 0
  }
}
