

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

  func map<Other>(_ change: (Value) -> Other) -> UnitParse<Other> {
    switch self {
    case .value(let value): .value(change(value))
    case .remarked(let value, let remark): .remarked(change(value), remark)
    case .doubtful(let value, let doubt): .doubtful(change(value), doubt)
    case .fault(let fault): .fault(fault)
    }
  }
}
