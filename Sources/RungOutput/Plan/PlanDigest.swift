internal import RungProviders
internal import RungReading
internal import RungSource

/// By which a script knows the state file of its own plan.
enum PlanDigest {
  /// Of the requests and of what is kept of their answers. Titles, remarks and waits do not count.
  static func of(_ steps: [RequestStep]) throws(UnwritableValue) -> String {
    var hash = TextHash()
    for step in steps {
      for text in [step.id.rawValue, step.method, step.url.text, step.condition ?? ""] { hash.take(text) }
      if let body = step.node { hash.take(try JSONWriter.text(body)) }
      for binding in step.reads { hash.take("\(binding.name)=\(binding.pointer)") }
    }
    return hash.hex
  }
}
