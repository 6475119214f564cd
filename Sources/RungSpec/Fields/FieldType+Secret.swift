package import RungSource

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
          help: "write `${env:NAME}`, or the address: `\(schemes.first ?? "rtmp")://live.example.com/app`")
        return nil
      }
      return secret
    } write: { .string($0.revealed, at: $1) }
  }
}
