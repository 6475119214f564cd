public import RungSource

/// Findings about secrets in plain text, wherever they are.
@usableFromInline package enum SecretReading {
  static func text(_ node: Node, _ report: inout Report) -> SecretText? {
    guard let scalar = node.scalar, scalar.type == .string else {
      node.forEachLeaf { leaf in
        if let scalar = leaf.scalar, scalar.type != .null, SecretText(scalar.text).isLiteral { report.hide(leaf.span) }
      }
      report.flag(SpecFaults.wrongType, node.place, "expected \(term: .secret), found \(node.kind)", help: [.ofSpecs("write `${env:NAME}`")])
      return nil
    }
    guard !scalar.text.isEmpty else {
      report.flag(SpecFaults.wrongType, node.place, "the string is empty", help: "set a value, or remove the key if it is optional")
      return nil
    }
    return SecretText(scalar.text)
  }

  /// `labels: {api_token: abcdef}`: a key chosen by the author whose name marks its value as a secret.
  @usableFromInline package static func flagEntry(_ entry: Node.Entry, _ report: inout Report) {
    guard let text = entry.value.scalar?.text, SecretSigns.isSecretEntry(entry.key.value, text) else { return }
    hide(entry.value, &report)
  }

  /// The same for everything in a tree without a declaration.
  @usableFromInline package static func flagAll(in node: Node, _ report: inout Report) {
    for leaf in report.hideSecrets(in: node) {
      if report.secrets.contains(leaf.span) { hide(leaf, &report) } else if let text = leaf.scalar?.text { flagURL(text, leaf, &report) }
    }
  }

  /// Keeps a value out of everything that is shown, and reports it.
  package static func hide(_ node: Node, _ report: inout Report) {
    report.hide(node.span)
    report.flag(
      SpecFaults.literalSecret, node.place, "a secret is written in plain text",
      help: [
        .ofSpecs("set an environment variable to the value and write `${env:NAME}`; then rotate the secret: it is in the file's history"),
        .ofBodies("keep a file that contains it out of version control; the request itself needs it"),
      ])
  }

  /// - Returns: whether the text contains a secret, which has then been reported.
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
      SpecFaults.literalSecret, node.place, "the \(noun) contains a secret in plain text",
      help: [
        .ofSpecs("set an environment variable to the secret and write `\(noun == "URL" ? meant : "${env:NAME}")`\(noun == "URL" ? "" : " in its place")"),
        .ofBodies("keep a file that contains it out of version control; the request itself needs it"),
      ])
    return true
  }
}

extension FieldType where Value == SecretText {
  private static var reference: Schema {
    .string(pattern: #"^(\$\{env:[A-Za-z_][A-Za-z0-9_]*\}|<[A-Za-z_][A-Za-z0-9_]*>)$"#, examples: ["${env:NAME}"])
  }

  /// A reference to a secret. A literal one is reported, and its text is kept out of everything that is shown.
  package static var secret: FieldType {
    FieldType(reference) { node, report in
      guard let secret = SecretReading.text(node, &report) else { return nil }
      if secret.isLiteral { SecretReading.hide(node, &report) }
      return secret
    } write: { .string($0.revealed, at: $1) }
  }

  /// The address of a server: a reference, or a URL without a secret in it.
  package static func address(_ schemes: [String]) -> FieldType {
    FieldType(.anyOf([reference, FieldType<StreamURL>.url(schemes).schema()])) { node, report in
      if let text = node.scalar?.text, text.utf8.contains(UInt8(ascii: ":")) || SecretSigns.areIn(text), SecretText(text).isLiteral {
        return FieldType<StreamURL>.url(schemes).read(node, &report).map { SecretText($0.text) }
      }
      guard let secret = SecretReading.text(node, &report) else { return nil }
      if secret.isLiteral {
        report.hide(node.span)
        report.flag(
          SpecFaults.malformedValue, node.place, "the value is neither a URL nor a reference to one",
          help: [.ofSpecs("write `${env:NAME}`"), "write `\(schemes.first ?? "rtmp")://live.example.com/app`"])
        return nil
      }
      return secret
    } write: { .string($0.revealed, at: $1) }
  }
}
