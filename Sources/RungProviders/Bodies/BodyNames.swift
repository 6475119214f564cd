internal import RungSource
internal import RungSpec

/// Where in a provider's bodies the keys of specs are, from the declarations of the bodies.
struct BodyNames: Sendable {
  private struct Place {
    let kind: String
    /// The path of the object that has the field: `ladder.video`. Empty for the body itself.
    let object: String
    let field: String
    let form: BodyForm
  }

  private let places: [String: [Place]]

  private static let known: [String: BodyNames] = .init(uniqueKeysWithValues: Providers.all.map { ($0.id, BodyNames($0.requests)) })

  /// Those of a provider, by its id.
  static func of(_ provider: String) -> BodyNames { known[provider] ?? BodyNames([]) }

  private init(_ kinds: [RequestKind]) {
    var places: [String: [Place]] = [:]
    func visit(_ schema: Schema, _ kind: String, _ path: String) {
      switch schema {
      case .object(let object):
        for property in object.properties {
          if let mapping = property.mapping {
            places[mapping.key.path, default: []].append(Place(kind: kind, object: path, field: property.key, form: mapping.form))
          }
          visit(property.schema, kind, path.isEmpty ? property.key : "\(path).\(property.key)")
        }
      case .list(let element, _, _): visit(element, kind, path)
      case .anyOf(let choices): for choice in choices { visit(choice, kind, path) }
      case .nullable(let schema), .described(_, let schema): visit(schema, kind, path)
      default: break
      }
    }
    for kind in kinds {
      if let schema = kind.schema { visit(.object(schema()), kind.name, "") }
    }
    self.places = places
  }

  /// The fields of one object that carry a key: several where it is written in parts. Of several objects one of the first
  /// kind that has it.
  private func fields(of key: SpecKey, in kinds: [String]) -> [Place] {
    guard let all = places[key.path] ?? onlyPart(of: key), let first = kinds.lazy.compactMap({ kind in all.first { $0.kind == kind } }).first ?? all.first else { return [] }
    return all.filter { $0.kind == first.kind && $0.object == first.object }
  }

  /// Of a section that has no field, the field that holds all that the bodies have of it.
  private func onlyPart(of key: SpecKey) -> [Place]? {
    let parts = places.filter { $0.key.hasPrefix(key.path + ".") }
    return parts.count == 1 ? parts.first?.value : nil
  }

  /// Whether a body of one of the kinds can say it.
  func has(_ key: SpecKey, in kinds: [String]) -> Bool { places[key.path]?.contains { kinds.contains($0.kind) } ?? false }

  /// ``width` × `height``, without the quotes at the ends.
  func name(_ key: SpecKey, isFull: Bool, in kinds: [String]) -> String? {
    let fields = fields(of: key, in: kinds)
    guard let first = fields.first else { return nil }
    let object = isFull && !first.object.isEmpty ? first.object + "." : ""
    return fields.map { object + $0.field }.joined(separator: "` × `")
  }

  /// `"max_bitrate_kbps": 3500`; nil where the body has no such value.
  func setting(_ key: SpecKey, _ value: String, isFull: Bool, in kinds: [String]) -> String? {
    let fields = fields(of: key, in: kinds)
    let settings = fields.compactMap { field in field.form.inBody(value).map { "\"\(isFull && !field.object.isEmpty ? field.object + "." : "")\(field.field)\": \($0)" } }
    return settings.isEmpty || settings.count < fields.count ? nil : settings.joined(separator: ", ")
  }
}
