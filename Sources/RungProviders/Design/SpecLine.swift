/// A key and its value in YAML, with a short remark.
package struct SpecLine: Sendable, Hashable {
  package let key: String
  package let value: String
  package let remark: String?

  package init(_ key: String, _ value: String, _ remark: String? = nil) { (self.key, self.value, self.remark) = (key, value, remark) }
}
