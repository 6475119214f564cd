/// A value from an answer, under the name that later requests use.
public struct PlanBinding: Sendable {
  /// Unique among the steps, and among those of the teardown: `stream_id`.
  public var name: String
  /// What it is, for a person: "the stream's id".
  public var title: String
  /// The list in the answer with the element to read; nil for the answer as a whole.
  public var element: Element?
  /// The place of the value in the answer, or in the element, as a JSON Pointer (RFC 6901).
  public var pointer: String
  /// It gives access to push, watch or call the API, and must not be printed.
  public var isSecret: Bool
  /// The answer may lack it; the value is empty then.
  public var isOptional: Bool

  /// The one element of a list with a certain member: of `streamingPaths` the one whose `streamingProtocol` is `Hls`.
  public struct Element: Sendable {
    /// A JSON Pointer to the list.
    public var list: String
    /// A key of the element.
    public var member: String
    /// The value of the key in that element.
    public var value: String

    package init(of list: String, where member: String, is value: String) { (self.list, self.member, self.value) = (list, member, value) }
  }

  package init(
    _ name: String, _ pointer: String, _ title: String, in element: Element? = nil, isSecret: Bool = false, isOptional: Bool = false
  ) {
    (self.name, self.title, self.element, self.pointer, self.isSecret, self.isOptional) = (name, title, element, pointer, isSecret, isOptional)
  }
}
