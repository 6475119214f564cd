package import RungSource
package import RungSpec

/// A body as its type, put into a tree only when somebody wants to see it: a check never does.
package struct BodyContent: Sendable {
  private let write: @Sendable () -> Node
  private let take: @Sendable (inout Report) -> Void

  package init<Whole>(_ value: Whole, _ shape: @autoclosure @escaping @Sendable () -> Shape<Whole>, at place: SourcePlace) {
    write = { shape().write(value, at: place) }
    take = { report in shape().use(value, &report) }
  }

  package init(_ node: Node) {
    write = { node }
    take = { report in node.forEachLeaf { leaf in report.use(leaf.place) } }
  }

  package var node: Node { write() }

  /// Takes note that every leaf in the body is accounted for.
  func use(_ report: inout Report) { take(&report) }
}
