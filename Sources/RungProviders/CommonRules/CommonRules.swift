/// One rule for each kind of limit, shared by all providers. One file each; the list is generated.
package enum CommonRules {
  /// "24, 25 or 30": `oneOf` without the quotes, for numbers.
  static func either(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "none" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }

  /// The allowed number with the smallest distance, the smaller one of two.
  static func nearest(to value: Int, among allowed: [Int]) -> Int? {
    allowed.min { (abs($0 - value), $0) < (abs($1 - value), $1) }
  }
}
