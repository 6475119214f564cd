internal import RungSource
internal import RungSpec

/// One member of a mapping: its key, its form, what it means and where it is found. It is always written.
struct JSONMember<Whole> {
  let key: Located<String>
  let property: () -> ObjectSchema.Property
  let node: (Whole) -> Node

  init<Value>(_ key: String, _ form: JSONForm<Value>, _ summary: String = "", _ value: @escaping (Whole) -> Value) {
    self.key = Located(key, at: .nowhere)
    property = {
      let schema = form.schema()
      return ObjectSchema.Property(key: key, schema: summary.isEmpty ? schema : .described(summary, schema), summary: "", required: true)
    }
    node = { form.node(value($0)) }
  }

  private init(key: Located<String>, property: @escaping () -> ObjectSchema.Property, node: @escaping (Whole) -> Node) {
    (self.key, self.property, self.node) = (key, property, node)
  }

  /// The same member of what holds the whole.
  func of<Outer>(_ whole: @escaping (Outer) -> Whole) -> JSONMember<Outer> {
    JSONMember<Outer>(key: key, property: property) { [node] in node(whole($0)) }
  }
}
