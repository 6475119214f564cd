/// What it takes to make a difference true, in rising order of what it costs.
public enum ChangeEffect: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Nothing can be said: a credential stands as a reference on one side, or the answer does not show the value. It does
  /// not count as a difference.
  case unseen
  /// The values differ, and no request is planned for it: Rung does not know the field, or an answer is no ground to delete
  /// what is there, because it does not show the value or nobody set it.
  case notJudged = "not_judged"
  /// A request changes what is there.
  case inPlace = "in_place"
  /// A request changes it, and the next start takes it up.
  case atNextStart = "next_start"
  /// No document says whether it can be changed.
  case undocumented
  /// A request changes it, and a session that runs is ended by that.
  case interrupts
  /// What is there has to be deleted, and another made.
  case newResource = "new_resource"

  public static func < (left: ChangeEffect, right: ChangeEffect) -> Bool { left.rank < right.rank }

  /// Whether it says what a change takes: only then a request may be planned for it.
  public var isJudged: Bool { self > .notJudged }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
