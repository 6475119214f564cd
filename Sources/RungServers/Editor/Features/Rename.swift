internal import Rung
internal import RungOutput
internal import RungReading
internal import RungSource

/// `textDocument/rename`: a rendition in all texts that name it, or an anchor.
enum Rename {
  static func prepare(_ request: FeatureRequest) throws(RPCError) -> Node {
    let offset = try request.offset()
    guard let (range, name) = subject(at: offset, request) else { return .nothing }
    return .object([("range", request.lines.range(range)), ("placeholder", .text(name))])
  }

  static func answer(_ request: FeatureRequest) throws(RPCError) -> Node {
    let offset = try request.offset()
    guard let (_, old) = subject(at: offset, request) else { throw .invalidRequest("names of renditions and anchors can be renamed, and here is none") }
    guard let new = request.params["newName"]?.string, !new.isEmpty else { throw .invalidParams("`newName` is empty") }
    if let index = request.tree.entry(at: offset) ?? request.tree.entries.indices.first, let anchor = References.anchor(at: offset, index, request.tree) {
      return try renamed(anchor: anchor, to: new, request)
    }
    guard !RenditionNames.all(in: request).contains(new) else { throw RPCError(-32803, "there is a rendition `\(new)` already") }
    let family = request.family
    for text in family {
      if let preset = text.tree.child("ladder", of: nil).flatMap({ text.tree.value(of: "preset", in: $0) }), let shipped = Presets.named(preset),
        RenditionNames.places(in: LooseTree(Array(shipped.text.utf8))).contains(where: { $0.name == old })
      {
        throw RPCError(-32803, "the rendition `\(old)` is one of the preset `\(preset)`, which names it")
      }
    }
    var edits: [String: [Node]] = [:]
    for text in family {
      for place in RenditionNames.places(in: text.tree) where place.name == old {
        edits[text.uri, default: []].append(.object([("range", text.lines.range(place.range)), ("newText", .text(written(new, in: text)))]))
      }
    }
    return CodeActions.changes(edits)
  }

  private static func subject(at offset: Int, _ request: FeatureRequest) -> (range: Range<Int>, name: String)? {
    if let index = request.tree.entry(at: offset) ?? request.tree.entries.indices.first, let anchor = References.anchor(at: offset, index, request.tree),
      let place = References.places(ofAnchor: anchor, in: request.tree).first(where: { $0.range.lowerBound <= offset && offset <= $0.range.upperBound })
    {
      return (place.range.lowerBound + 1..<place.range.upperBound, anchor)
    }
    let place = RenditionNames.places(in: request.tree).first { $0.range.lowerBound <= offset && offset <= $0.range.upperBound }
    return place.map { ($0.range, $0.name) }
  }

  private static func renamed(anchor: String, to new: String, _ request: FeatureRequest) throws(RPCError) -> Node {
    guard new.utf8.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }) else {
      throw .invalidParams("the name of an anchor has only letters and digits of ASCII, `-` and `_`")
    }
    // Half a rename would leave an alias of nothing.
    guard request.tree.entries.contains(where: { $0.anchor?.name == anchor }) else { throw RPCError(-32803, "the anchor `\(anchor)` is not found") }
    guard References.places(ofAnchor: new, in: request.tree).isEmpty else { throw RPCError(-32803, "there is an anchor `\(new)` already") }
    let edits = References.places(ofAnchor: anchor, in: request.tree).map { place in
      Node.object([("range", request.lines.range(place.range.lowerBound + 1..<place.range.upperBound)), ("newText", .text(new))])
    }
    return CodeActions.changes([request.document.uri: edits])
  }

  /// A name as its text takes it.
  private static func written(_ name: String, in text: Neighbour) -> String {
    text.lines.bytes.first { $0 > 0x20 } == UInt8(ascii: "{") || text.name.hasSuffix(".json") ? JSONWriter.quoted(name) : YAMLText.text(name, inFlow: true)
  }
}
