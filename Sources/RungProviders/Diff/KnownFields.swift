package import RungSource
internal import RungSpec

/// The fields of a provider's request bodies. Any other field is reported and not judged: what a change of it needs is unknown,
/// so no request is planned for it.
package struct KnownFields: Sendable {
  private struct Body: Sendable {
    let kind: String
    let schema: ObjectSchema
    /// Paths of what answers show.
    let beside: [String]
  }

  private let bodies: [Body]

  /// - Parameter withFilled: whether what the provider fills in counts as known.
  package init(_ requests: [RequestKind], withFilled: Bool = false) {
    bodies = requests.compactMap { request in
      request.schema.map { schema in
        Body(kind: request.name, schema: schema(), beside: withFilled ? request.filled.map(\.path) : [])
      }
    }
  }

  private init(_ bodies: [Body]) { self.bodies = bodies }

  /// Those of some kinds of request only.
  package func of(_ kinds: [String]) -> KnownFields { KnownFields(bodies.filter { kinds.contains($0.kind) }) }

  /// Keys at the top of a body.
  package func isAtTop(_ key: String) -> Bool {
    bodies.contains { body in !body.schema.closed || body.schema.properties.contains { $0.key == key } }
  }

  /// Whether a body declares the key at its top.
  package func hasAtTop(_ key: String) -> Bool { bodies.contains { body in body.schema.properties.contains { $0.key == key } } }

  /// A body without the keys that none of these requests has, at any depth, and those keys. What contains nothing else is
  /// removed with them.
  package func separated(_ body: Node) -> (known: Node, unknown: [UnknownField]) {
    Separation.run(body, spots)
  }

  /// The same for an answer that has the values of several requests.
  package func separated(answer: Node, _ parts: [AnsweredPart]) -> (known: Node, unknown: [UnknownField]) {
    let taken = Set(parts.map(\.path))
    let spots = parts.flatMap { part -> [Separation.Spot] in
      let inside = of(part.kinds).spots.filter { $0.path.map { !taken.contains($0) } ?? true } + part.beside.map { .way([$0[...]], to: []) }
      return part.path.isEmpty ? inside : [.way(part.path.split(separator: ".")[...], to: inside)]
    }
    return Separation.run(answer, spots)
  }

  private var spots: [Separation.Spot] {
    bodies.flatMap { body in [.schema(.object(body.schema))] + body.beside.map { .way($0.split(separator: ".")[...], to: []) } }
  }

  /// The path of the first value that a body of this kind must have, by documents and in practice, and that this one lacks; nil
  /// when it has all of them.
  package func firstMissing(from body: Node, of kind: String, except isExempt: (String) -> Bool) -> String? {
    bodies.first { $0.kind == kind }.flatMap { Schema.object($0.schema).firstMissing(from: body, under: "", except: isExempt) }
  }
}

extension Schema {
  fileprivate func firstMissing(from node: Node, under path: String, except isExempt: (String) -> Bool) -> String? {
    switch self {
    case .list(let element, _, _):
      for item in node.items { if let missing = element.firstMissing(from: item, under: path, except: isExempt) { return missing } }
      return nil
    case .object(let object):
      guard case .map = node.content else { return nil }
      for property in object.properties {
        let path = path.isEmpty ? property.key : "\(path).\(property.key)"
        if let value = node[property.key], !value.isNull {
          if let missing = property.schema.firstMissing(from: value, under: path, except: isExempt) { return missing }
        } else if property.required, !property.isOmittable, property.emptiness != .absentInAnswers, !isExempt(path) {
          return path
        }
      }
      return nil
    default: return nil
    }
  }
}
