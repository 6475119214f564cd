internal import RungSource
internal import RungSpec

/// The walk that separates known from unknown keys.
struct Separation {
  /// What a value may be: everything that is known about its place.
  enum Spot {
    case schema(Schema)
    /// A path of keys into it, through lists, and what is at its end; nothing for a value of which all is known.
    case way(ArraySlice<Substring>, to: [Spot])

    /// The whole path where everything at its end is known.
    var path: String? { if case .way(let keys, let end) = self, end.isEmpty { keys.joined(separator: ".") } else { nil } }
  }

  private(set) var unknown: [UnknownField] = []

  static func run(_ body: Node, _ spots: [Spot]) -> (known: Node, unknown: [UnknownField]) {
    var separation = Separation()
    let known = separation.known(body, spots, "", "")
    return separation.unknown.isEmpty ? (body, []) : (known ?? Node(.map([]), at: body.place), separation.unknown)
  }

  /// Nil for what contained only unknown keys.
  private mutating func known(_ node: Node, _ spots: [Spot], _ path: String, _ pointer: String) -> Node? {
    let count = unknown.count
    switch node.content {
    case .scalar: return node
    case .list(let items):
      let members = spots.flatMap(Self.members)
      guard !members.isEmpty else { return node }
      let kept = items.enumerated().compactMap { index, item in known(item, members, "\(path)[\(index)]", "\(pointer)/\(index)") }
      guard unknown.count > count else { return node }
      return kept.isEmpty ? nil : Node(.list(kept), at: node.place)
    case .map(let entries):
      let places = spots.flatMap(Self.objects)
      // A value of the wrong type is not an unknown key.
      guard !places.isEmpty else { return node }
      let kept = entries.compactMap { entry -> Node.Entry? in
        let key = entry.key.value
        let way = (path.isEmpty ? key : "\(path).\(key)", "\(pointer)/\(JSONPointer.escaped(key))")
        let inside = places.compactMap { Self.inside($0, key) }
        guard !inside.isEmpty else {
          unknown.append(UnknownField(path: way.0, pointer: way.1, key: entry.key, value: entry.value))
          return nil
        }
        // All of it is known somewhere.
        guard inside.allSatisfy({ !$0.isEmpty }) else { return entry }
        return known(entry.value, inside.flatMap { $0 }, way.0, way.1).map { Node.Entry(key: entry.key, value: $0) }
      }
      guard unknown.count > count else { return node }
      return kept.isEmpty ? nil : Node(.map(kept), at: node.place)
    }
  }

  private static func members(_ spot: Spot) -> [Spot] {
    switch spot {
    // A path goes through lists, also at its end.
    case .way, .schema(.object): [spot]
    case .schema(.list(let element, _, _)): [.schema(element)]
    case .schema(.anyOf(let choices)): choices.flatMap { members(.schema($0)) }
    case .schema: []
    }
  }

  private static func objects(_ spot: Spot) -> [Spot] {
    switch spot {
    case .schema(.anyOf(let choices)): choices.flatMap { objects(.schema($0)) }
    // A single value in place of a list is a list of one.
    case .schema(.list(let element, _, _)): objects(.schema(element))
    case .way, .schema(.object), .schema(.any), .schema(.dictionary), .schema(.reference): [spot]
    case .schema: []
    }
  }

  /// What the value under a key may be: nil where the key is not known, nothing where all of the value is.
  private static func inside(_ spot: Spot, _ key: String) -> [Spot]? {
    switch spot {
    case .way(let keys, let end):
      guard keys.first.map({ $0 == key }) == true else { return nil }
      return keys.count == 1 ? end : [.way(keys.dropFirst(), to: end)]
    case .schema(.object(let object)):
      guard let property = object.properties.first(where: { $0.key == key }) else { return object.closed ? nil : [] }
      return [.schema(property.schema)]
    // Keys chosen by the author.
    case .schema: return []
    }
  }
}
