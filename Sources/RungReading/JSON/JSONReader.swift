internal import RungSource

/// JSON → nodes with places. jansson decides what is JSON and keeps no places; the scanner keeps the places.
///
/// The scanner runs first because its findings are exact; what it accepts, jansson must accept as well.
enum JSONReader {
  /// - Parameters:
  ///   - isMessage: a program has written it for another one; jansson is not asked.
  ///   - takesHalves: half of a pair of surrogates is U+FFFD.
  static func read(_ bytes: [UInt8], file: FileID, bounds: Bounds, isMessage: Bool = false, takesHalves: Bool = false, into report: inout Report) -> Node? {
    let skipped = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return bytes.withUnsafeBufferPointer { whole -> Node? in
      let text = UnsafeBufferPointer(rebasing: whole[skipped...])
      var scanner = JSONScanner(bytes: text, base: skipped, file: file, bounds: bounds, takesHalves: takesHalves)
      let node = scanner.document(&report)
      guard let node, !isMessage, !scanner.foundDuplicates else { return node }
      if let fault = JanssonJudge.refusal(of: text) {
        let at = min(skipped + fault.offset, bytes.count)
        report.flag(
          JSONFaults.syntax, SourcePlace(SourceSpan(file: file, lower: max(skipped, at - 1), upper: at)),
          "jansson rejects the text here: \(fault.message)")
        return nil
      }
      return node
    }
  }
}
