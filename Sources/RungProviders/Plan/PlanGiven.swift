public import RungSource

/// A value that a plan needs at the start, because it changes something that exists: `stream_id`. The script of the plan that
/// created it keeps the value in its state file.
public struct PlanGiven: Sendable {
  /// Unique in the plan: later requests use the value by this name.
  public var name: String
  /// What it is, for a person: "the stream's id".
  public var title: String
  /// Nil when the user has to give it.
  public var value: Located<String>?
  /// Must not be printed.
  public var isSecret: Bool

  package init(_ name: String, _ title: String, value: Located<String>? = nil, isSecret: Bool = false) {
    (self.name, self.title, self.value, self.isSecret) = (name, title, value, isSecret)
  }
}
