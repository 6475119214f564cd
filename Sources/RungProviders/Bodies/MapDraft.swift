package import RungSource
package import RungSpec

/// A mapping that is being put together.
package struct MapDraft: Sendable {
  private var entries: [Node.Entry] = []
  private let place: SourcePlace

  package init(at place: SourcePlace) { self.place = place }

  package var isEmpty: Bool { entries.isEmpty }
  package var node: Node { Node(.map(entries), at: place) }
  package func has(_ key: String) -> Bool { entries.contains { $0.key.value == key } }

  /// - Parameter at: the place of the key in the body; that of the value where it has none of its own.
  package mutating func set(_ key: String, _ value: Node?, at keyPlace: SourcePlace? = nil) {
    guard let value else { return }
    let entry = Node.Entry(key: Located(key, at: keyPlace ?? value.place), value: value)
    if let index = entries.firstIndex(where: { $0.key.value == key }) { entries[index] = entry } else { entries.append(entry) }
  }

  /// Takes a field over: under its own name or another, written as it is or in another way.
  package mutating func copy(_ from: BodyPart, _ field: String, as key: String? = nil, _ form: BodyForm = .same) {
    guard let part = from[field] else { return }
    set(key ?? field, part.written(form), at: from.key(field))
  }

  /// Takes over what the declaration of the object maps to the keys right below a section of the spec. Objects, lists of
  /// objects, and what is read by hand are left to the caller.
  ///
  /// - Parameter isSet: whether a value sets anything.
  package mutating func take<Body>(_ from: BodyPart, _ shape: Shape<Body>, under section: SpecKey, where isSet: (BodyPart) -> Bool = { _ in true }) {
    for field in shape.fields {
      guard let mapping = field.mapping, !mapping.form.isReadByHand, mapping.key.parent == section.path, !field.schema().holdsObjects else { continue }
      if from[field.key].map(isSet) ?? false { copy(from, field.key, as: mapping.key.name, mapping.form) }
    }
  }

  /// Takes an object over, field by field.
  package mutating func object(
    _ from: BodyPart, _ field: String, as key: String? = nil, _ fill: (inout MapDraft, BodyPart) -> Void
  ) {
    guard let part = from[field] else { return }
    set(key ?? field, Self.object(part, fill), at: from.key(field))
  }

  /// Takes a list of objects over.
  package mutating func objects(
    _ from: BodyPart, _ field: String, as key: String? = nil, _ fill: (inout MapDraft, BodyPart) -> Void
  ) {
    guard let part = from[field] else { return }
    let node = part.isUnread ? part.readable : Node(.list(part.items.map { Self.object($0, fill) }), at: part.place)
    set(key ?? field, node, at: from.key(field))
  }

  package static func object(_ part: BodyPart, _ fill: (inout MapDraft, BodyPart) -> Void) -> Node {
    guard part.isMapping else { return part.readable }
    var draft = MapDraft(at: part.place)
    fill(&draft, part)
    return draft.node
  }
}
