package import RungSource

/// Numbers that no field of Rung's reads: they go into a body as they are, if JSON can carry them.
package enum UnwritableNumbers {
  package static func flag(in node: Node, _ report: inout Report) {
    node.forEachLeaf { leaf in
      guard let scalar = leaf.scalar, case .unwritable(let reason)? = JSONNumber(scalar) else { return }
      report.flag(
        SpecFaults.unwritableNumber, leaf.place, "`\(scalar.text)` \(reason)", help: "quote it if it is meant as text",
        fix: .replace(leaf.span, with: "\"\(scalar.text)\"", .unsafe))
    }
  }
}
