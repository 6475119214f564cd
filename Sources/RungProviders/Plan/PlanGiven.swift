public import RungSource

/// A name that a plan starts out with, because what it changes is there already: `stream_id`. Who made it knows the value;
/// the script of the plan that made it keeps it in its state file.
public struct PlanGiven: Sendable {
  /// Unique in the plan: later requests know the value by it.
  public var name: String
  /// What it is, for a person: "the stream's id".
  public var title: String
  /// Nil when somebody has to say it.
  public var value: Located<String>?
  /// Not to be printed.
  public var isSecret: Bool

  package init(_ name: String, _ title: String, value: Located<String>? = nil, isSecret: Bool = false) {
    self.name = name
    self.title = title
    self.value = value
    self.isSecret = isSecret
  }
}
