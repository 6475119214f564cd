package import RungSource
internal import RungSpec

/// The fields of a provider's request bodies. What is none of them can be compared and not judged: nobody here knows what
/// another value takes, so that no request is ever planned for it.
package struct KnownFields: Sendable {
  private let bodies: [(kind: String, schema: ObjectSchema)]

  package init(_ requests: [RequestKind]) {
    bodies = requests.compactMap { request in request.schema.map { (request.name, $0()) } }
  }

  private init(_ bodies: [(kind: String, schema: ObjectSchema)]) { self.bodies = bodies }

  /// Those of some kinds of request only.
  package func of(_ kinds: [String]) -> KnownFields { KnownFields(bodies.filter { kinds.contains($0.kind) }) }

  /// - Parameter path: keys with dots between them, without the places in lists: `ladder.video.gop`.
  package func contains(_ path: String) -> Bool {
    let keys = path.split(separator: ".")[...]
    return bodies.contains { Schema.object($0.schema).declares(keys) }
  }

  /// The path of the first value that a body of this kind has to have, in documents and in practice, and that this one has
  /// not; nil when it has all of them.
  package func firstMissing(from body: Node, of kind: String, except isExempt: (String) -> Bool) -> String? {
    bodies.first { $0.kind == kind }.flatMap { Schema.object($0.schema).firstMissing(from: body, under: "", except: isExempt) }
  }
}

extension Schema {
  fileprivate func declares(_ keys: ArraySlice<Substring>) -> Bool {
    guard let key = keys.first else { return true }
    switch self {
    // Keys of the author's own, which may hold dots.
    case .any, .dictionary, .reference: return true
    case .list(let element, _, _): return element.declares(keys)
    case .anyOf(let choices): return choices.contains { $0.declares(keys) }
    case .object(let object):
      guard let property = object.properties.first(where: { $0.key == key }) else { return !object.closed }
      return property.schema.declares(keys.dropFirst())
    case .boolean, .string, .integer, .number, .null, .oneOf, .oneOfIntegers, .const: return false
    }
  }

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
        } else if property.required, !property.isOmittable, !isExempt(path) {
          return path
        }
      }
      return nil
    default: return nil
    }
  }
}
