package import RungSource

/// Numbers that no declared field reads: they go into a body unchanged, if JSON can carry them.
package enum UnwritableNumbers {
  package static func flag(in node: Node, _ report: inout Report) {
    node.forEachLeaf { leaf in
      guard let scalar = leaf.scalar, case .unwritable(let reason)? = JSONNumber(scalar) else { return }
      report.flag(
        SpecFaults.unwritableNumber, leaf.place, "`\(scalar.text)` \(reason)",
        help: Help("write `\"\(scalar.text)\"` if a string is meant", fix: .replace(leaf.span, with: "\"\(scalar.text)\"", .unsafe)))
    }
  }
}
