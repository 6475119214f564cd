

/// What came of reading a text.
public enum UnitParse<Value: Sendable>: Sendable {
  case value(Value)
  /// Read, with something to say about how.
  case remarked(Value, String)
  /// Read as it stands, though something else was probably meant: the fault says what.
  case doubtful(Value, UnitFault)
  case fault(UnitFault)
}
