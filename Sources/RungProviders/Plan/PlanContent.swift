package import RungSource
package import RungSpec

/// What a plan carries, before there is a request or a text: the one place that tells which leaves of a spec a provider
/// takes. A check ends here; a plan is made from it.
package protocol PlanContent: Sendable {
  /// Takes note of every leaf that a body carries.
  func useBodies(_ report: inout Report)
  /// Takes note of every leaf that a URL or the words around the bodies hand out, and of those that hold without a field.
  func useWords(_ report: inout Report)
}

extension Shape {
  /// Takes note of every leaf of a body; nil is no body.
  package func use(_ body: Whole?, _ report: inout Report) {
    guard var body else { return }
    mark(&body, &report)
  }
}
