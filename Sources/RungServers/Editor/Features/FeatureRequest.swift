internal import Rung
internal import RungSource

/// A request about a document, with all that answers it.
struct FeatureRequest {
  let params: Node
  let document: OpenDocument
  let analysis: EditorAnalysis
  let store: DocumentStore
  let host: any EditorHost
  let client: EditorClient

  /// The byte at `position`.
  func offset() throws(RPCError) -> Int {
    guard let offset = document.lines.offset(of: params["position"]) else { throw .invalidParams("`position` is not a position") }
    return offset
  }

  var lines: LineIndex { document.lines }
  var tree: LooseTree { analysis.tree }

  /// The whole text as another one: the one edit from the first difference to the last.
  func edits(to text: [UInt8]) -> [Node] { Self.edits(from: lines, to: text) }

  static func edits(from lines: LineIndex, to text: [UInt8]) -> [Node] {
    let old = lines.bytes
    guard old != text else { return [] }
    var start = 0
    while start < min(old.count, text.count), old[start] == text[start] { start += 1 }
    // Not into a character, and not between CR and LF.
    while start > 0, start < max(old.count, text.count), start < old.count && old[start] & 0xC0 == 0x80 || start < text.count && text[start] & 0xC0 == 0x80 || old[start - 1] == 0x0D { start -= 1 }
    var tail = 0
    while tail < min(old.count, text.count) - start, old[old.count - 1 - tail] == text[text.count - 1 - tail] { tail += 1 }
    while tail > 0, old[old.count - tail] & 0xC0 == 0x80 || old[old.count - tail] == 0x0A { tail -= 1 }
    return [.object([("range", lines.range(start..<(old.count - tail))), ("newText", .text(String(decoding: text[start..<(text.count - tail)], as: UTF8.self)))])]
  }
}
