public import RungSource

@usableFromInline package struct DictionaryEntry<Value: Sendable>: Sendable {
  @usableFromInline package var key: Located<String>
  @usableFromInline package var value: Located<Value>

  @inlinable package init(key: Located<String>, value: Located<Value>) { (self.key, self.value) = (key, value) }
}
