internal import Rung
internal import RungOutput
internal import RungReading
internal import RungSource

/// `textDocument/rename`: a rendition in all texts that name it, or an anchor.
enum Rename {
  static func prepare(_ request: FeatureRequest) throws(RPCError) -> Node {
    let offset = try request.offset()
    guard let subject = subject(at: offset, request) else { return .nothing }
    return .object([("range", request.lines.range(subject.range)), ("placeholder", .text(subject.name))])
  }

  static func answer(_ request: FeatureRequest) throws(RPCError) -> Node {
    let offset = try request.offset()
    guard let subject = subject(at: offset, request) else { throw .invalidRequest("names of renditions and anchors can be renamed, and here is none") }
    guard let new = request.params["newName"]?.string, !new.isEmpty else { throw .invalidParams("`newName` is empty") }
    let old = subject.name
    if subject.isAnchor { return try renamed(anchor: old, of: subject.document, to: new, request) }
    guard !RenditionNames.all(in: request, at: offset).contains(new) else { throw RPCError(-32803, "there is a rendition `\(new)` already") }
    let family = request.family
    for text in family {
      if let preset = text.tree.child("ladder", of: nil).flatMap({ text.tree.value(of: "preset", in: $0) }), let shipped = Presets.named(preset),
        RenditionNames.places(in: LooseTree(Array(shipped.text.utf8))).contains(where: { $0.name == old })
      {
        throw RPCError(-32803, "the rendition `\(old)` is one of the preset `\(preset)`, which names it")
      }
    }
    let places = family.flatMap { text in RenditionNames.shared(text, with: subject.document, request).filter { $0.name == old }.map { (text: text, place: $0) } }
    // Half a rename would leave lists that name a rendition which is not there.
    guard places.contains(where: { $0.place.isDeclared }), places.allSatisfy({ $0.place.isOnOneLine }) else {
      throw RPCError(-32803, "the rendition `\(old)` cannot be renamed: its name is not on the line of its key `name`, or spans lines")
    }
    var edits: [String: [Node]] = [:]
    for (text, place) in places {
      edits[text.uri, default: []].append(.object([("range", text.lines.range(place.range)), ("newText", .text(written(new, in: text)))]))
    }
    return CodeActions.changes(edits)
  }

  /// In specs only: other texts have lists and anchors as well.
  private static func subject(at offset: Int, _ request: FeatureRequest) -> (range: Range<Int>, name: String, document: Int, isAnchor: Bool)? {
    guard request.analysis.spec != nil else { return nil }
    if let index = request.tree.entry(at: offset) ?? request.tree.entries.indices.first, let anchor = References.anchor(at: offset, index, request.tree) {
      let document = request.tree.entries[index].document
      if let place = References.places(ofAnchor: anchor, in: request.tree, document).first(where: { $0.range.lowerBound <= offset && offset <= $0.range.upperBound }) {
        return (place.range.lowerBound + 1..<place.range.upperBound, anchor, document, true)
      }
    }
    return RenditionNames.place(at: offset, in: request.tree).map { ($0.range, $0.name, $0.document, false) }
  }

  private static func renamed(anchor: String, of document: Int, to new: String, _ request: FeatureRequest) throws(RPCError) -> Node {
    guard new.utf8.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }) else {
      throw .invalidParams("the name of an anchor has only letters and digits of ASCII, `-` and `_`")
    }
    let places = References.places(ofAnchor: anchor, in: request.tree, document)
    // Half a rename would leave an alias of nothing.
    guard places.contains(where: \.isDeclared) else { throw RPCError(-32803, "the anchor `\(anchor)` is not found") }
    guard References.places(ofAnchor: new, in: request.tree, document).isEmpty else { throw RPCError(-32803, "there is an anchor `\(new)` already") }
    let edits = places.map { place in
      Node.object([("range", request.lines.range(place.range.lowerBound + 1..<place.range.upperBound)), ("newText", .text(new))])
    }
    return CodeActions.changes([request.document.uri: edits])
  }

  /// A name as its text takes it.
  private static func written(_ name: String, in text: Neighbour) -> String {
    text.lines.bytes.first { $0 > 0x20 } == UInt8(ascii: "{") || text.name.hasSuffix(".json") ? JSONWriter.quoted(name) : YAMLText.text(name, inFlow: true)
  }
}
