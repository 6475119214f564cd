

/// A limit of a level that a load exceeds.
package struct LevelExcess: Sendable, Hashable {
  package let limit: LevelLimit
  /// What was found and what the level allows, in words.
  package let text: String

  init(_ limit: LevelLimit, _ text: String) { (self.limit, self.text) = (limit, text) }
}
