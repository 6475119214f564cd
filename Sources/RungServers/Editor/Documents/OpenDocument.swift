internal import RungSource

/// A text as an editor has it.
struct OpenDocument {
  /// As the editor writes it: what is sent about the text has the same.
  let uri: String
  /// Nil for what is no file.
  let path: String?
  /// What the editor takes it for: `yaml`, `json`.
  let language: String
  var version: Int?
  /// Counts the changes of all documents, up to the last one of this: the later of two texts of one file is the file's.
  var turn = 0
  private(set) var lines: LineIndex
  let encoding: PositionEncoding

  init(uri: String, language: String, version: Int?, text: String, _ encoding: PositionEncoding) {
    (self.uri, self.language, self.version, self.encoding) = (uri, language, version, encoding)
    path = FileURI.path(uri)
    lines = LineIndex(Array(text.utf8), encoding)
  }

  var bytes: [UInt8] { lines.bytes }

  /// What findings call it where it has no path.
  var name: String { path ?? (language.hasPrefix("json") ? "untitled.json" : "untitled.yaml") }

  /// Takes `contentChanges`, one after another.
  ///
  /// - Returns: whether all of them were changes: one that is not is left out.
  mutating func change(_ changes: [Node]) -> Bool {
    var areAll = true
    for change in changes {
      guard let text = change["text"]?.string else {
        areAll = false
        continue
      }
      guard let range = change["range"], !range.isNull else {
        lines = LineIndex(Array(text.utf8), encoding)
        continue
      }
      guard let range = lines.range(of: range) else {
        areAll = false
        continue
      }
      var bytes = lines.bytes
      bytes.replaceSubrange(range, with: text.utf8)
      lines = LineIndex(bytes, encoding)
    }
    return areAll
  }
}
