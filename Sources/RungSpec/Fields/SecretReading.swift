public import RungSource

/// What is said of secrets in plain text, wherever one stands.
@usableFromInline package enum SecretReading {
  static func text(_ node: Node, _ report: inout Report) -> SecretText? {
    guard let scalar = node.scalar, scalar.type == .string else {
      node.forEachLeaf { leaf in
        if let scalar = leaf.scalar, scalar.type != .null, SecretText(scalar.text).isLiteral { report.hide(leaf.span) }
      }
      report.flag(SpecFaults.wrongType, node.place, "expected a secret reference, found \(node.kindName)", help: "write `${env:NAME}`")
      return nil
    }
    guard !scalar.text.isEmpty else {
      report.flag(SpecFaults.wrongType, node.place, "the text is empty", help: "set a value, or omit the key where it is optional")
      return nil
    }
    return SecretText(scalar.text)
  }

  /// `labels: {api_token: abcdef}`: a key of the author's own that says what its value is.
  @usableFromInline package static func flagEntry(_ entry: Node.Entry, _ report: inout Report) {
    guard let text = entry.value.scalar?.text, SecretSigns.isSecretEntry(entry.key.value, text) else { return }
    hide(entry.value, &report)
  }

  /// The same of everything in a tree that nobody declares.
  @usableFromInline package static func flagAll(in node: Node, _ report: inout Report) {
    for leaf in report.hideSecrets(in: node) {
      if report.secrets.contains(leaf.span) { hide(leaf, &report) } else if let text = leaf.scalar?.text { flagURL(text, leaf, &report) }
    }
  }

  /// Keeps a value out of everything that is shown, and says so.
  package static func hide(_ node: Node, _ report: inout Report) {
    report.hide(node.span)
    report.flag(
      SpecFaults.literalSecret, node.place, "a secret stands here in plain text; expected a reference to one",
      help: "put the value into the environment and write `${env:NAME}`; then change the secret, for it has been written down")
  }

  /// - Returns: whether the text carries a secret, which has been said then.
  @discardableResult
  package static func flagURL(_ text: String, _ node: Node, _ report: inout Report) -> Bool {
    guard SecretSigns.areIn(text) else { return false }
    let noun = SecretSigns.noun(of: text)
    var count = 0
    let meant = SecretSigns.replacing(in: text) { _, _ in
      count += 1
      return "${env:NAME\(count > 1 ? "\(count)" : "")}"
    }
    report.flag(
      SpecFaults.literalSecret, node.place, "the \(noun) carries a secret in plain text",
      help: "put the secret into the environment and write " + (noun == "URL" ? "`\(meant)`" : "`${env:NAME}` in its place"))
    return true
  }
}
