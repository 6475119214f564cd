internal import RungSource

/// XML → elements with places: XML 1.0 with namespaces, without document types.
enum XMLReader {
  /// The root of a document; nil where the text is not one, which is reported.
  ///
  /// - Parameter bytes: valid UTF-8.
  static func read(_ bytes: [UInt8], file: FileID, bounds: Bounds, into report: inout Report) -> XMLElement? {
    bytes.withUnsafeBufferPointer { text in
      var scanner = XMLScanner(bytes: text, file: file, bounds: bounds)
      return scanner.document(&report)
    }
  }
}
