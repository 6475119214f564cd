internal import CJansson

/// The strict judge: RFC 8259 text, no duplicate keys, no trailing bytes, integers that fit.
enum JanssonJudge {
  struct Fault {
    let message: String
    /// In bytes from the start of the text.
    let offset: Int
  }

  static func refusal(of text: UnsafeBufferPointer<UInt8>) -> Fault? {
    var error = json_error_t()
    let flags = Int(JSON_REJECT_DUPLICATES) | Int(JSON_DECODE_ANY) | Int(JSON_ALLOW_NUL)
    let parsed = text.withMemoryRebound(to: CChar.self) {
      json_loadb($0.baseAddress, $0.count, flags, &error)
    }
    if let parsed {
      json_decref(parsed)
      return nil
    }
    let message = withUnsafeBytes(of: &error.text) { raw in
      String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
    }
    return Fault(message: message, offset: Int(error.position))
  }
}
