/// What is needed to apply a difference, in rising order of cost.
public enum ChangeEffect: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Unknown: a credential is a reference on one side, or the answer does not show the value. It does not count as a
  /// difference.
  case unseen
  /// The values differ, and no request is planned for it: Rung does not know the field, or an answer does not justify a
  /// deletion, because it does not show the value or the author did not set it.
  case notJudged = "not_judged"
  /// A request changes it in place.
  case inPlace = "in_place"
  /// A request changes it, from the next start on.
  case atNextStart = "next_start"
  /// Whether it can be changed is not documented.
  case undocumented
  /// A request changes it and ends a running session.
  case interrupts
  /// The resource has to be deleted and created again.
  case newResource = "new_resource"

  public static func < (left: ChangeEffect, right: ChangeEffect) -> Bool { left.rank < right.rank }

  /// Whether it is known what a change needs: only then a request may be planned for it.
  public var isJudged: Bool { self > .notJudged }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
