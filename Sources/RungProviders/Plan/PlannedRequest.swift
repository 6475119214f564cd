public import RungSource

/// What is sent: by a step, or repeatedly by a wait.
public struct PlannedRequest: Sendable {
  /// `GET`, `POST`, `PUT`, `PATCH` or `DELETE`.
  public var method: String
  /// With placeholders for what is known only later.
  public var url: URLTemplate
  /// In the order of sending.
  public var headers: [RequestHeader]
  /// The kind of request whose schema the body satisfies; nil when there is no body.
  public var bodyKind: RequestKindID?
  package var content: BodyContent?
  /// The members of the body that are known only when it is sent.
  public var fills: [BodyFill]

  package init(
    method: String, url: URLTemplate, headers: [RequestHeader] = [], bodyKind: RequestKindID? = nil, body: BodyContent? = nil,
    fills: [BodyFill] = []
  ) {
    (self.method, self.url, self.headers, self.bodyKind, self.content, self.fills) = (method, url, headers, bodyKind, body, fills)
  }

  /// The body, its members in the provider's order; nil when the request has none. What ``fills`` names is `{name}` in it.
  public var body: BodyValue? { node.map { BodyValue($0) } }

  /// Whether its body has nothing but what earlier answers say: nothing of the spec's.
  package var isOfAnswers: Bool {
    guard !fills.isEmpty, let content else { return false }
    let rest = fills.reduce(content.node) { node, fill in JSONPointer.parts(of: fill.pointer).flatMap { node?.without($0) } ?? node }
    return rest?.entries.isEmpty ?? true
  }

  /// The same as a tree.
  package var node: Node? {
    guard var body = content?.node else { return nil }
    for fill in fills { body = fill.standIn(in: body) }
    return body
  }
}
