/// Something to be done by hand, or by another system, because the provider has no request for it.
public struct ManualTask: Sendable {
  /// When it is to be done.
  public enum Moment: String, Sendable, CaseIterable {
    /// Before the request is sent.
    case before
    /// When the answer is there, before the wait.
    case after
  }

  /// When it is to be done.
  public var moment: Moment
  /// One sentence, for a person.
  public var text: String

  package init(_ moment: Moment, _ text: String) {
    self.moment = moment
    self.text = text
  }
}
