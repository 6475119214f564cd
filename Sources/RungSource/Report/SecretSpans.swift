/// Where secrets are: they are masked wherever source lines are shown.
package struct SecretSpans: Sendable {
  package private(set) var all: Set<SourceSpan> = []

  package init() {}

  package mutating func hide(_ span: SourceSpan) { all.insert(span) }

  /// Hides the values in a tree under a secret's name, at any depth.
  ///
  /// - Parameter key: the key of the tree itself.
  /// - Returns: those values, and others that carry a secret in a URL.
  package mutating func hideSecrets(in node: Node, under key: String?) -> [Node] {
    var found: [Node] = []
    hideSecrets(in: node, named: key.map(SecretName.weight) ?? .none, &found)
    return found
  }

  /// Hides the contents of a value that holds a secret, except the words for its purpose.
  package mutating func hideAll(in node: Node) {
    var found: [Node] = []
    hideSecrets(in: node, named: .always, &found)
  }

  private mutating func hideSecrets(in node: Node, named weight: SecretName.Weight, _ found: inout [Node]) {
    switch node.content {
    case .map(let entries):
      for entry in entries {
        let name = entry.key.value
        hideSecrets(in: entry.value, named: weight == .always && !SecretName.isDescription(name) ? .always : SecretName.weight(name), &found)
      }
    case .list(let items):
      // `[-passphrase, abcdef]`
      var option: String?
      for item in items {
        let text = item.scalar?.text
        let isArgument = option.map { SecretSigns.masked("\($0) '\(text ?? "")'") == "\($0) '\(SecretSigns.mask)'" } ?? false
        hideSecrets(in: item, named: isArgument ? .always : weight, &found)
        option = text.flatMap { $0.hasPrefix("-") ? $0 : nil }
      }
    case .scalar(let scalar):
      if SecretSigns.isSecret(scalar.text.utf8, named: weight) {
        hide(node.span)
        found.append(node)
      } else if SecretSigns.areIn(scalar.text) {
        found.append(node)
      }
    }
  }
}
