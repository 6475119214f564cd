

/// The result of reading a text.
public enum UnitParse<Value: Sendable>: Sendable {
  /// Read.
  case value(Value)
  /// Read, with a remark on how.
  case remarked(Value, String)
  /// Read literally, though something else was probably meant, which the fault names.
  case doubtful(Value, UnitFault)
  /// Not read.
  case fault(UnitFault)
}
