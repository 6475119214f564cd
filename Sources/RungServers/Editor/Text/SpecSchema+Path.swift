internal import Rung

extension SpecSchema {
  /// What is declared at a path; a nil in it is an item of a list.
  func at(_ path: some Sequence<String?>) -> SpecSchema { path.reduce(self) { schema, key in key.map { schema[$0] } ?? schema.element } }
}
