public import RungProviders
internal import RungReading

extension RequestStep {
  /// The body as JSON, two blanks a level, without a line break at its end; nil when the request has none. References to
  /// secrets are in it as they are in the spec.
  ///
  /// - Throws: ``RungError/unwritable(_:at:)``.
  public var bodyText: String? {
    get throws(RungError) {
      guard let node else { return nil }
      return try RungError.writing { () throws(UnwritableValue) in try JSONWriter.text(node) }
    }
  }
}
