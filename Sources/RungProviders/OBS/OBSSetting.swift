/// One setting of an encoder: a member of streamEncoder.json, and how OBS's settings show it.
struct OBSSetting {
  let key: String
  let value: Value
  /// Nil for what OBS reads and does not show.
  let shown: (name: String, value: String)?

  enum Value {
    case text(String)
    case number(Int)
    case bool(Bool)

    var json: String {
      switch self {
      // Keys and values are plain words and numbers; references are the only text that an author wrote.
      case .text(let text): "\"\(text)\""
      case .number(let number): "\(number)"
      case .bool(let bool): "\(bool)"
      }
    }
  }
}
