@testable import Rung
import RungProviders
import RungSpec
import Testing

/// The keys of a spec, or of a body, wherever they stand.
struct Declared: Sendable, CustomTestStringConvertible {
  let name: String
  let keys: [String]

  var testDescription: String { name }

  static let objects: [Declared] =
    [Declared("spec", Schemas.spec)]
    + Providers.all.flatMap { provider in
      provider.requests.compactMap { kind in kind.schema.map { Declared("\(provider.id).\(kind.name)", $0()) } }
    }

  private init(_ name: String, _ schema: ObjectSchema) {
    var keys: Set<String> = []
    Self.collect(.object(schema), &keys)
    self.name = name
    self.keys = keys.sorted()
  }

  private static func collect(_ schema: Schema, _ keys: inout Set<String>) {
    switch schema {
    case .object(let object):
      for property in object.properties {
        keys.insert(property.key)
        collect(property.schema, &keys)
      }
    case .list(let element, _, _): collect(element, &keys)
    case .dictionary(let element): collect(element, &keys)
    case .nullable(let inner), .described(_, let inner): collect(inner, &keys)
    case .anyOf(let all): for one in all { collect(one, &keys) }
    case .any, .boolean, .string, .integer, .number, .null, .oneOf, .oneOfIntegers, .numbered, .const, .reference: break
    }
  }
}
