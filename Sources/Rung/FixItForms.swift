internal import RungSource

/// Fix-its are thought of in YAML. In JSON the same text needs quotes, or has no form.
struct FixItForms {
  let sources: SourceMap
  let jsonFiles: Set<FileID>

  /// The finding with fix-its that can be applied: in its file's format, and only to files of the author's.
  func adapted(_ diagnostic: Diagnostic) -> Diagnostic {
    guard !diagnostic.fixIts.isEmpty else { return diagnostic }
    var adapted = diagnostic
    adapted.fixIts = diagnostic.fixIts.compactMap { fix in
      var fix = fix
      for index in fix.edits.indices {
        let file = fix.edits[index].span.file
        // A shipped preset is the same for everybody.
        guard sources[file].kind == .author else { return nil }
        guard jsonFiles.contains(file) else { continue }
        guard let edit = inJSON(fix.edits[index]) else { return nil }
        fix.edits[index] = edit
      }
      return fix
    }
    return adapted
  }

  private func inJSON(_ edit: FixIt.Edit) -> FixIt.Edit? {
    let text = edit.replacement
    let isWhole = startsValue(edit.span)
    // Deleting a comma, say.
    if text.isEmpty || !isWhole { return text.utf8.contains(0x0A) ? nil : edit }
    guard !text.utf8.contains(0x0A), !text.hasPrefix("["), !text.hasPrefix("{"), !text.hasPrefix("&"), !text.hasPrefix("*") else { return nil }
    if text.hasPrefix("\""), text.hasSuffix("\""), text.utf8.count > 1, !text.utf8.contains(UInt8(ascii: "\\")) { return edit }
    if !isKey(edit.span) {
      switch Scalar(text, .plain).type {
      case .bool, .null, .integer: return edit
      case .decimal where text.utf8.first.map { $0 &- 0x30 < 10 } == true && text.utf8.last.map { $0 &- 0x30 < 10 } == true: return edit
      case .decimal, .string: break
      }
    }
    var quoted = "\""
    for character in text.unicodeScalars {
      if character == "\"" || character == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(character)
    }
    return FixIt.Edit(edit.span, quoted + "\"")
  }

  /// Whether the span holds a whole key or value, rather than a part of one or the room between two.
  private func startsValue(_ span: SourceSpan) -> Bool {
    guard let first = byte(span.lower, span.file), span.length > 0 else { return false }
    return first == UInt8(ascii: "\"") || first &- 0x30 < 10 || first == UInt8(ascii: "-") || (first | 0x20) &- 0x61 < 26
      || first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  private func isKey(_ span: SourceSpan) -> Bool {
    var index = span.upper
    while let byte = byte(index, span.file) {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return byte == UInt8(ascii: ":")
      }
    }
    return false
  }

  private func byte(_ offset: UInt32, _ file: FileID) -> UInt8? {
    let bytes = sources[file].bytes
    return Int(offset) < bytes.count ? bytes[Int(offset)] : nil
  }
}
