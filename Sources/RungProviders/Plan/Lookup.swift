package import RungSource

/// How to find out whether a request took effect.
public struct Lookup: Sendable {
  /// What to ask with.
  public var request: PlannedRequest
  /// What the answer shows.
  public var sign: Sign

  /// What shows that a request took effect.
  public enum Sign: Sendable {
    /// The resource is there; 404 means that it is not. What is there before the first request was created by something else.
    case exists
    /// The state at a JSON Pointer is one of these; with `orGone`, 404 shows it as well.
    case state(_ pointer: String, _ states: [String], orGone: Bool)
    /// A list has an element that it did not have before the first request.
    case added(Addition)
  }

  /// A new element of a list.
  public struct Addition: Sendable {
    /// A JSON Pointer to the list in the answer.
    public var list: String
    /// A JSON Pointer to the id in an element.
    public var id: String
    /// Members that the element has from the body, as JSON Pointers into both. Another value there shows another element.
    public var matching: [(element: String, body: String)]
    /// The list may be cut off after its newest elements, which come first.
    public var isNewestFirst: Bool
    /// A JSON Pointer to what is not empty when the answer is not the whole list.
    public var more: String?
    /// The member that the answer to the request has the element under; nil where it is the answer.
    public var member: String?
    /// Asks for what the answer to the request would have said; it may use the step's first binding, which is the id. Nil when
    /// the element itself says it.
    public var answer: PlannedRequest?

    /// - Parameters:
    ///   - answer: asked with GET and the headers of the step.
    ///   - asking: the request where it is another one.
    package init(
      to list: String, id: String = "/id", matching: [(element: String, body: String)] = [], isNewestFirst: Bool = false, more: String? = nil, under member: String? = nil,
      answer: URLTemplate? = nil, asking: PlannedRequest? = nil
    ) {
      self.list = list
      self.id = id
      self.matching = matching
      self.isNewestFirst = isNewestFirst
      self.more = more
      self.member = member
      self.answer = answer.map { PlannedRequest(method: "GET", url: $0) } ?? asking
    }
  }

  /// - Parameter url: asked with the headers of the step.
  package init(
    _ url: URLTemplate, _ sign: Sign, method: String = "GET", headers: [RequestHeader] = [], bodyKind: RequestKindID? = nil,
    body: BodyContent? = nil
  ) {
    request = PlannedRequest(method: method, url: url, headers: headers, bodyKind: bodyKind, body: body)
    self.sign = sign
  }

  /// The requests for it, in the order of sending.
  package var requests: [PlannedRequest] { [request] + [addition?.answer].compactMap { $0 } }

  package var addition: Addition? { if case .added(let addition) = sign { addition } else { nil } }

  /// The same, with headers where a request has none.
  func with(_ headers: [RequestHeader]) -> Lookup {
    var lookup = self
    if request.headers.isEmpty { lookup.request.headers = headers }
    if case .added(var addition) = sign, addition.answer?.headers.isEmpty == true {
      addition.answer?.headers = headers
      lookup.sign = .added(addition)
    }
    return lookup
  }
}
