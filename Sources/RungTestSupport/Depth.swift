/// How much of a law is tried: a quick run takes some of the cases, `RUNG_DEPTH=full` (what CI sets) all of them. What would take CI
/// too long is tried as a whole with `RUNG_DEPTH=all` only.
package enum Depth {
  package static let isFull = ["full", "all"].contains(Repository.variable("RUNG_DEPTH"))
  package static let isWhole = Repository.variable("RUNG_DEPTH") == "all"

  /// How often a law with made-up cases is tried.
  package static func times(_ full: Int, quick: Int) -> Int { isFull ? full : quick }

  /// Whether a quick run tries the case of this number.
  package static func takes(_ number: Int, oneIn few: Int) -> Bool { isFull || number.isMultiple(of: few) }

  /// Some of the cases, evenly spread, and always the same ones.
  ///
  /// - Parameters:
  ///   - full: how many CI tries; nil for all.
  ///   - start: others for each, where several laws or arguments share the cases.
  package static func some<Case>(_ cases: [Case], quick: Int, full: Int? = nil, from start: Int = 0) -> [Case] {
    let count = isWhole ? cases.count : isFull ? full ?? cases.count : quick
    guard cases.count > count else { return cases }
    return (0..<count).map { cases[($0 * cases.count / count + start) % cases.count] }
  }
}
