public import RungSource

/// Which rules an entry is about: an id (`mkio/archive-window-above-limit`), a pattern (`*/gop-*`), or a family or provider (`mkio`).
public struct RulePattern: Sendable, Hashable {
  /// As it is written.
  public let text: String
  private let pattern: [Unicode.Scalar]
  /// Of several that match, the one with the highest decides.
  let weight: Int

  /// - Parameter text: `*` stands for any characters; nil where no rule has a name that matches.
  public init?(_ text: String) {
    self.text = text
    let full = text.contains("/") || text == "*" ? text : text + "/*"
    pattern = Array(full.unicodeScalars)
    let isExact = !full.unicodeScalars.contains("*")
    weight = isExact ? 1 << 20 : full.unicodeScalars.count { $0 != "*" }
    guard isExact ? RuleNames.has(text) : RuleNames.all.contains(where: { Self.matches(Array($0.unicodeScalars), pattern) }) else { return nil }
  }

  /// Whether it names one rule.
  var isExact: Bool { weight == 1 << 20 }

  /// Whether it names one rule whose findings nothing suppresses.
  package var isFirm: Bool { isExact && FirmRules.hold(text) }

  /// Why, as the end of a sentence.
  package var firmReason: String { FirmRules.reason(text) }

  /// Whether findings of the id are meant.
  public func matches(_ id: RuleID) -> Bool { isExact ? RuleNames.match(id, text) : Self.matches(Array(id.rawValue.unicodeScalars), pattern) }

  /// Whether every rule that another pattern matches is meant.
  func covers(_ other: RulePattern) -> Bool {
    self == other || RuleNames.all.allSatisfy { name in
      let id = RuleID(rawValue: name)
      return !other.matches(id) || matches(id)
    }
  }

  /// What may be meant by a text that matches no rule.
  package static func guess(_ text: String) -> String? {
    text.contains("/") ? RuleNames.guess(text).question : Guess(nil, or: Similarity.nearest(to: text, among: RuleNames.families)).question ?? RuleNames.guess(text).question
  }

  private static func matches(_ name: [Unicode.Scalar], _ pattern: [Unicode.Scalar]) -> Bool {
    var (index, at) = (0, 0)
    var star: (at: Int, index: Int)?
    while index < name.count {
      if at < pattern.count, pattern[at] == "*" {
        star = (at, index)
        at += 1
      } else if at < pattern.count, pattern[at] == name[index] {
        (index, at) = (index + 1, at + 1)
      } else if let last = star {
        star = (last.at, last.index + 1)
        (index, at) = (last.index + 1, last.at + 1)
      } else {
        return false
      }
    }
    return pattern[at...].allSatisfy { $0 == "*" }
  }
}
