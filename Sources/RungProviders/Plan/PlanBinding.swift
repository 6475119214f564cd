/// A value to keep of an answer, under a name that later requests know it by.
public struct PlanBinding: Sendable {
  /// Unique among the steps, and among those of the teardown: `stream_id`.
  public var name: String
  /// What it is, for a person: "the stream's id".
  public var title: String
  /// The list in the answer that holds the element to look into; nil for the answer as a whole.
  public var element: Element?
  /// Where the value stands in the answer, or in the element, as a JSON Pointer (RFC 6901).
  public var pointer: String
  /// Whoever has it may push, watch or ask: it is not to be printed.
  public var isSecret: Bool
  /// The answer may do without it; it is empty then.
  public var isOptional: Bool

  /// The one element of a list that has a certain member: of `streamingPaths` the one whose `streamingProtocol` is `Hls`.
  public struct Element: Sendable {
    /// A JSON Pointer to the list.
    public var list: String
    /// A key of the element.
    public var member: String
    /// What stands under the key in the element that is meant.
    public var value: String

    package init(of list: String, where member: String, is value: String) {
      self.list = list
      self.member = member
      self.value = value
    }
  }

  package init(
    _ name: String, _ pointer: String, _ title: String, in element: Element? = nil, isSecret: Bool = false, isOptional: Bool = false
  ) {
    self.name = name
    self.title = title
    self.element = element
    self.pointer = pointer
    self.isSecret = isSecret
    self.isOptional = isOptional
  }
}
