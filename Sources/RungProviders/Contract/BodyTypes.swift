internal import RungSource
package import RungSpec

// Field types that only bodies need.

extension FieldType where Value == String {
  /// One of a few words of the provider's.
  package static func word(_ words: [String]) -> FieldType {
    FieldType(.oneOf(words)) { node, report in
      guard let text = FieldType.string.read(node, &report) else { return nil }
      guard words.contains(text) else {
        report.flag(SpecFaults.notOneOf, node.place, "`\(text)` is not allowed; expected \(oneOf(words))")
        return nil
      }
      return text
    } write: { .string($0, at: $1) }
  }
}

extension FieldType where Value == Int {
  /// One of a few numbers.
  package static func number(_ numbers: [Int]) -> FieldType {
    FieldType(.oneOfIntegers(numbers)) { node, report in
      guard let value = FieldType.integer.read(node, &report) else { return nil }
      guard numbers.contains(value) else {
        report.flag(SpecFaults.notOneOf, node.place, "\(value) is not allowed; expected \(oneOf(numbers.map(String.init)))")
        return nil
      }
      return value
    } write: { .integer($0, at: $1) }
  }
}
