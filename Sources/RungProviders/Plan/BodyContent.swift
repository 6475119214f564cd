package import RungSource
package import RungSpec

/// A body as its type, turned into a tree only when it is needed: a check never needs it.
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

  private init(write: @escaping @Sendable () -> Node, take: @escaping @Sendable (inout Report) -> Void) { (self.write, self.take) = (write, take) }

  package var node: Node { write() }

  /// The same with its tree in another form.
  package func mapped(_ change: @escaping @Sendable (Node) -> Node) -> BodyContent { BodyContent(write: { [write] in change(write()) }, take: take) }

  /// Marks every leaf in the body as used.
  func use(_ report: inout Report) { take(&report) }
}
