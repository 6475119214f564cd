package import RungSource
package import RungSpec

/// The content of a plan, before there is a request or a text: the one place that decides which leaves of a spec a provider
/// supports. A check ends here; a plan is created from it.
package protocol PlanContent: Sendable {
  /// Marks every leaf in a body as used.
  func useBodies(_ report: inout Report)
  /// Marks every leaf in a URL or in the texts around the bodies as used, and those that apply without a field.
  func useWords(_ report: inout Report)
}

extension Shape {
  /// Marks every leaf of a body as used; nil is no body.
  package func use(_ body: Whole?, _ report: inout Report) {
    guard var body else { return }
    mark(&body, &report)
  }
}
