public import RungProviders
internal import RungReading
internal import RungOutput

extension RequestStep {
  /// The body as JSON, two blanks a level, without a line break at its end; nil when the request has none. References to
  /// secrets stand in it as they stand in the spec.
  ///
  /// - Throws: when a number in it has no JSON form. The diagnostics hold an error about it then.
  public var bodyText: String? {
    get throws(UnwritableValue) {
      guard let body else { return nil }
      return try JSONWriter.text(body)
    }
  }
}

extension Analysis {
  /// The findings as `rung check` prints them to a pipe; empty when there are none.
  public var text: String {
    let writer = TextDiagnostics(sources: sources, secrets: secrets)
    return diagnostics.map { writer.text($0) }.joined(separator: "\n")
  }
}
