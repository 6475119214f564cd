package import RungSource

/// Bytes → ``Node``, or ``XMLElement``. All text is read here.
package enum Reader {
  /// Reads every document of a file. A document that cannot be read is reported, and is absent from the result.
  package static func read(
    _ file: SourceFile, id: FileID, format: SourceFormat, bounds: Bounds = Bounds(), into report: inout Report
  ) -> [Node] {
    guard isReadable(file.bytes, as: "a YAML or JSON file", id: id, bounds: bounds, &report) else { return [] }
    switch format {
    case .yaml: return YAMLReader.read(file.bytes, file: id, bounds: bounds, into: &report)
    case .json: return JSONReader.read(file.bytes, file: id, bounds: bounds, into: &report).map { [$0] } ?? []
    }
  }

  /// Reads JSON that one program has written for another: numbers that jansson cannot hold stay as they are written.
  ///
  /// - Parameter takesHalves: whether half of a pair of surrogates is U+FFFD: editors have texts with one.
  package static func message(_ bytes: [UInt8], takesHalves: Bool = false) throws(MessageFault) -> Node {
    var report = Report()
    let id = FileID(index: 0)
    let node = isReadable(bytes, as: "a JSON file", id: id, bounds: Bounds(), &report) ? JSONReader.read(bytes, file: id, bounds: Bounds(), isMessage: true, takesHalves: takesHalves, into: &report) : nil
    if let fault = report.diagnostics.first(where: { $0.severity == .error }) { throw MessageFault(offset: Int(fault.span.lower), message: fault.message) }
    guard let node else { throw MessageFault(offset: 0, message: "it is empty") }
    return node
  }

  /// Reads an XML document. One that cannot be read is reported.
  package static func readXML(_ file: SourceFile, id: FileID, bounds: Bounds = Bounds(), into report: inout Report) -> XMLElement? {
    guard isReadable(file.bytes, as: "an XML file", id: id, bounds: bounds, &report) else { return nil }
    return XMLReader.read(file.bytes, file: id, bounds: bounds, into: &report)
  }

  /// By the file's name; for a text without one, JSON when it opens as a JSON object does.
  package static func format(name: String, bytes: [UInt8]) -> SourceFormat {
    if name.hasSuffix(".json") { return .json }
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") { return .yaml }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    let start = text.lazy.filter { !($0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D) }.prefix(2)
    let opening = Array(start)
    return opening.count == 2 && opening[0] == UInt8(ascii: "{")
      && (opening[1] == UInt8(ascii: "\"") || opening[1] == UInt8(ascii: "}")) ? .json : .yaml
  }

  static func isReadable(_ bytes: [UInt8], as kind: String, id: FileID, bounds: Bounds, _ report: inout Report) -> Bool {
    let start = SourcePlace(SourceSpan(file: id, lower: 0, upper: 0))
    guard bytes.count <= bounds.fileSize else {
      report.flag(
        SourceFaults.tooLarge, start, "the file has \(bytes.count) bytes; the limit is \(bounds.fileSize)",
        help: "split it into several files; a directory may hold any number")
      return false
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      report.flag(
        SourceFaults.notUTF8, start, "the file is UTF-16; Rung requires UTF-8", help: "save it as UTF-8")
      return false
    }
    let bad = UTF8Check.firstInvalid(bytes)
    guard !isBinary(bytes, isUTF8: bad == nil) else {
      report.flag(
        SourceFaults.notUTF8, start, "the file is binary, not text",
        help: "use \(kind); if it is one, save it as UTF-8")
      return false
    }
    guard let bad else { return true }
    report.flag(
      SourceFaults.notUTF8, SourcePlace(SourceSpan(file: id, lower: bad, upper: bad + 1)),
      "byte 0x\(hex(bytes[bad])) at offset \(bad) is not UTF-8", help: "save the file as UTF-8")
    return false
  }

  /// Control characters that no editor writes, in the first 8,000 bytes: where these are not UTF-8 one is sufficient; else a
  /// third of them must be, and fewer are faults of a text, which are reported at their places.
  private static func isBinary(_ bytes: [UInt8], isUTF8: Bool) -> Bool {
    let length = min(bytes.count, 8000)
    let controls = bytes.withUnsafeBytes { controlCount(in: UnsafeRawBufferPointer(rebasing: $0[..<length])) }
    return isUTF8 ? controls * 3 > length : controls > 0
  }

  /// Every file is looked through, and few have any but line ends.
  private static func controlCount(in bytes: UnsafeRawBufferPointer) -> Int {
    var count = 0
    WordScan.forEachByte(below: 0x20, in: bytes) { index in
      let byte = bytes[index]
      if byte < 0x20, byte &- 0x07 > 0x06, byte != 0x1B { count += 1 }
    }
    return count
  }

  private static func hex(_ byte: UInt8) -> String {
    let text = String(byte, radix: 16, uppercase: true)
    return text.utf8.count == 1 ? "0" + text : text
  }
}
