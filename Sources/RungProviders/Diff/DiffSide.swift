package import RungSource

/// One of the two versions that are compared.
package struct DiffSide: Sendable {
  /// From nothing to playing and back, as this version has it.
  package var plan: RequestPlan
  package var requests: [DeclaredRequest]
  /// The body is an answer: what the provider fills in stands in it, and what it never tells does not.
  package var isAnswer = false
  /// One body of several: what it does not speak of is not gone.
  package var isPartial = false
  /// The resources of which an answer tells all.
  package var tellsAll: Set<String> = []
  /// What stands in bodies and answers that no request has, by the kind of the body. Those of a spec stand in its requests.
  package var unknown: [(kind: String, field: UnknownField)] = []
  /// What an answer says that later requests need: `stream_id`.
  package var told: [String: Located<String>] = [:]

  package init(plan: RequestPlan, requests: [DeclaredRequest]) {
    self.plan = plan
    self.requests = requests
  }
}
