package import RungSource

/// One resource at the provider in one version: a body, and the names in its URL.
package struct DeclaredRequest: Sendable {
  /// One of ``Comparison/resources``.
  package var resource: String
  /// The requests that its body may have come from; facts are searched in this order.
  package var kinds: [String]
  package var body: Node?
  /// The body with what no request has, where it has such keys.
  package var whole: Node?
  /// The request that a member of the body came from, where there are several.
  package var requestOf: [String: String] = [:]
  /// The members that this version can contain; nil for all. An update contains nothing about what it omits.
  package var covers: Set<String>?
  /// What is known of the URL, by the name of the placeholder.
  package var names: [(name: String, value: Located<String>)] = []
  package var place: SourcePlace
  /// The path of something that every request of its kind sets and that the answer does not show: the answer is incomplete,
  /// and other values that it does not show may exist. Nil where the answer is complete.
  package var missing: String?
  package var isIncomplete: Bool { missing != nil }
  /// The provider creates it by itself, without a request.
  package var isImplied = false

  package init(_ resource: String, kinds: [String]? = nil, body: Node?, place: SourcePlace) {
    self.resource = resource
    self.kinds = kinds ?? [resource]
    self.body = body
    self.place = place
  }

  /// - Parameter step: one with a body, or one whose URL has a name that occurs nowhere else.
  package init(_ step: RequestStep, as resource: String? = nil) {
    let kind = step.bodyKind?.rawValue ?? step.id.rawValue
    self.init(resource ?? kind, kinds: [kind], body: step.node, place: step.node?.place ?? .nowhere)
    for parameter in step.url.places {
      if let value = parameter.value { names.append((parameter.name, value)) }
    }
  }

  /// The request that a path belongs to.
  func request(of path: String) -> String? {
    requestOf[path.prefix { $0 != "." }.description] ?? (requestOf.isEmpty ? kinds.first : nil)
  }
}
