internal import RungProviders
internal import RungReading
internal import RungSource

/// By which a script knows the state file of its own plan.
enum PlanDigest {
  /// FNV-1a, 64 bits, of the requests and of what is kept of their answers. Titles, remarks and waits do not count.
  static func of(_ steps: [RequestStep]) throws(UnwritableValue) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func take(_ text: String) {
      for byte in text.utf8 + [0] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    for step in steps {
      for text in [step.id.rawValue, step.method, step.url.text, step.condition ?? ""] { take(text) }
      if let body = step.node { take(try JSONWriter.text(body)) }
      for binding in step.reads { take("\(binding.name)=\(binding.pointer)") }
    }
    let hex = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - hex.count) + hex
  }
}
