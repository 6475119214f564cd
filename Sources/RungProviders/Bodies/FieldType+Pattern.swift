package import RungSource
package import RungSpec

extension FieldType where Value == String {
  /// A text of certain characters.
  ///
  /// - Parameters:
  ///   - length: in characters.
  ///   - pattern: the same as `isFitting`, for the schema.
  ///   - says: what is expected, for a finding.
  ///   - source: where the provider says so.
  package static func text(
    _ length: ClosedRange<Int>, pattern: String, says: String, source: Citation, where isFitting: @escaping @Sendable (String) -> Bool
  ) -> FieldType {
    let text = FieldType.text(length)
    return FieldType(.string(pattern: pattern, length: length)) { node, report in
      guard let value = text.read(node, &report) else { return nil }
      if !isFitting(value) {
        // Without the value: a tag may be a secret.
        report.flag(SpecFaults.malformedValue, node.place, "the text has another form; expected \(says)", citation: source)
        return nil
      }
      return value
    } write: { .string($0, at: $1) }
  }
}
