/// A manual step, or one of another system, for which the provider has no request.
public struct ManualTask: Sendable {
  /// When to do it.
  public enum Moment: String, Sendable, CaseIterable {
    /// Before the request is sent.
    case before
    /// After the answer, before the wait.
    case after
  }

  /// When to do it.
  public var moment: Moment
  /// One sentence, for a person.
  public var text: String

  package init(_ moment: Moment, _ text: String) { (self.moment, self.text) = (moment, text) }
}
