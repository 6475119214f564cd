internal import RungSource

extension Report {
  /// The value, which is used with that.
  mutating func taken<Value>(_ value: Located<Value>?) -> Value? {
    use(value)
    return value?.value
  }
}
