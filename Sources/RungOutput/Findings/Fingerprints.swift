internal import RungSource

/// A name for a finding that does not change when its line moves.
struct Fingerprints {
  private var counts: [String: Int] = [:]

  /// The order of equal findings of a file distinguishes them.
  mutating func next(_ path: String, _ rule: String, _ message: String) -> String {
    let base = Self.hash(path, rule, message, 0)
    let count = counts[base, default: 0] + 1
    counts[base] = count
    return count == 1 ? base : Self.hash(path, rule, message, count)
  }

  /// Twice 64 bits.
  private static func hash(_ path: String, _ rule: String, _ message: String, _ number: Int) -> String {
    TextHash.wide { hash in for text in [path, rule, message, "\(number)"] { hash.take(text) } }
  }
}
