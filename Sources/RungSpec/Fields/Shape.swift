public import RungSource

/// The keys of a mapping and the type that they make.
@usableFromInline package struct Shape<Whole: Sendable>: Sendable {
  @usableFromInline let body: ShapeBody
  @usableFromInline let make: @Sendable () -> Whole

  @inlinable package init(_ name: String, _ summary: String, _ make: @escaping @Sendable () -> Whole, @FieldList<Whole> _ fields: () -> [AnyField]) {
    body = ShapeBody(name, summary, fields())
    self.make = make
  }

  @usableFromInline package var name: String { body.name }
  @usableFromInline package var summary: String { body.summary }
  @usableFromInline package var fields: [AnyField] { body.fields }
  @usableFromInline package var keys: [String] { body.keys }
  @usableFromInline package var schema: ObjectSchema { body.schema }

  /// Reads every field even when others fail: all findings in one run. A value that failed is absent.
  ///
  /// - Parameter others: keys that the mapping has as well, and another reader reads: they are offered too.
  @inlinable package func read(_ node: Node, beside others: [String] = [], _ report: inout Report) -> Whole? {
    var whole = make()
    return withUnsafeMutablePointer(to: &whole) { body.read(node, into: $0, beside: others, &report) } ? whole : nil
  }

  @inlinable package func write(_ whole: Whole, at place: SourcePlace) -> Node {
    var whole = whole
    return write(&whole, at: place)
  }

  @inlinable package func write(_ whole: inout Whole, at place: SourcePlace) -> Node {
    withUnsafeMutablePointer(to: &whole) { body.write($0, at: place) }
  }

  /// Marks every leaf as accounted for.
  @inlinable package func mark(_ whole: inout Whole, _ report: inout Report) {
    withUnsafeMutablePointer(to: &whole) { body.mark($0, &report) }
  }

  /// Copies from `defaults` what `whole` does not set itself.
  @inlinable package func fill(_ whole: inout Whole, from defaults: inout Whole) {
    withUnsafeMutablePointer(to: &whole) { whole in withUnsafeMutablePointer(to: &defaults) { body.fill(whole, from: $0) } }
  }
}
