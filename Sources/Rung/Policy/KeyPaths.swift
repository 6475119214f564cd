internal import RungReading
internal import RungSource

/// Where in a document a place is, without lines: the stream and the path of keys. Items of a list have their `name` there, so that one before
/// them changes nothing.
struct KeyPaths {
  private let file: FileID
  private let documents: [Node]

  init(_ source: SourceFile, _ file: FileID) {
    var unheard = Report()
    self.file = file
    documents = Reader.read(source, id: file, format: Reader.format(name: source.name, bytes: source.bytes), into: &unheard)
  }

  func path(of span: SourceSpan) -> (stream: String?, path: String) {
    let index = documents.lastIndex { $0.span.lower <= span.lower } ?? 0
    guard documents.indices.contains(index) else { return (nil, "") }
    let document = documents[index]
    var path = ""
    descend(document, to: span.lower, &path)
    return (document["name"]?.scalar?.text ?? (documents.count > 1 ? "#\(index + 1)" : nil), path)
  }

  private func descend(_ node: Node, to offset: UInt32, _ path: inout String) {
    switch node.content {
    case .scalar: return
    case .map(let entries):
      let own = entries.filter { $0.key.place.span.file == file && $0.key.place.span.lower <= offset }
      guard let entry = own.max(by: { $0.key.place.span.lower < $1.key.place.span.lower }) else { return }
      let value = entry.value.span
      guard offset < entry.key.place.span.upper || offset < max(value.upper, value.lower + 1) else { return }
      path += path.isEmpty ? entry.key.value : ".\(entry.key.value)"
      if offset >= value.lower { descend(entry.value, to: offset, &path) }
    case .list(let items):
      guard let index = items.firstIndex(where: { $0.span.lower <= offset && offset < max($0.span.upper, $0.span.lower + 1) }) else { return }
      let name = items[index]["name"]?.scalar?.text
      let isOne = name.map { name in items.count { $0["name"]?.scalar?.text == name } == 1 } ?? false
      path += "[\(isOne ? name ?? "" : String(index))]"
      descend(items[index], to: offset, &path)
    }
  }
}
