package import RungSource

/// One of the two versions that are compared.
package struct DiffSide: Sendable {
  /// The plan of this version, with its teardown.
  package var plan: RequestPlan
  package var requests: [DeclaredRequest]
  /// The body is an answer: it has what the provider fills in, and lacks what the provider never shows.
  package var isAnswer = false
  /// One body of several: what it does not contain is not deleted.
  package var isPartial = false
  /// The resources that an answer lists completely.
  package var tellsAll: Set<String> = []
  /// Fields of bodies and answers that no request has, by the kind of the body. Those of a spec are in its requests.
  package var unknown: [(kind: String, field: UnknownField)] = []
  /// Values of an answer that later requests need: `stream_id`.
  package var told: [String: Located<String>] = [:]

  package init(plan: RequestPlan, requests: [DeclaredRequest]) { (self.plan, self.requests) = (plan, requests) }
}
