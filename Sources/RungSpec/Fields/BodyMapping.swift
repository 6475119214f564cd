public import RungSource

/// The key of specs that a field of a body holds.
@usableFromInline package struct BodyMapping: Sendable {
  package let key: SpecKey
  package let form: BodyForm

  @usableFromInline package init(_ key: SpecKey, _ form: BodyForm) { (self.key, self.form) = (key, form) }
}
