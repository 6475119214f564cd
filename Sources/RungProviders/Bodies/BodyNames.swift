internal import RungSource
internal import RungSpec

/// Where in a provider's bodies the keys of specs are, from the declarations of the bodies.
struct BodyNames: Sendable {
  private struct Place: Equatable {
    let kind: String
    /// The path of the object that has the field: `ladder.video`. Empty for the body itself.
    let object: String
    let field: String
    let form: BodyForm

    var path: String { object.isEmpty ? field : "\(object).\(field)" }

    static func == (left: Place, right: Place) -> Bool { left.kind == right.kind && left.path == right.path }
  }

  private let places: [String: [Place]]

  private static let known: [String: BodyNames] = .init(uniqueKeysWithValues: Providers.all.map { ($0.id, BodyNames($0.requests)) })

  /// Those of a provider, by its id.
  static func of(_ provider: String) -> BodyNames { known[provider] ?? BodyNames([]) }

  private init(_ kinds: [RequestKind]) {
    var places: [String: [Place]] = [:]
    for kind in kinds {
      kind.fields { field, _, path in
        guard let mapping = field.mapping else { return }
        let place = Place(kind: kind.name, object: path, field: field.key, form: mapping.form)
        // A value that may be one object or a list of them is declared in both forms.
        if places[mapping.key.path]?.contains(place) != true { places[mapping.key.path, default: []].append(place) }
      }
    }
    self.places = places
  }

  /// Whether one of the bodies can have a key, and lacks it. A part that could not be read may have had it.
  func isMissing(_ key: String, in bodies: [ParsedBody]) -> Bool {
    (places[key] ?? []).contains { place in
      bodies.contains { $0.kind == place.kind && $0.root.lacks(place.path.split(separator: ".")[...]) }
    }
  }

  /// The fields of one object that carry a key: several where it is written in parts. Of several objects the first that one
  /// of the bodies has, else the first that one of them can have.
  private func fields(of key: SpecKey, in bodies: [ParsedBody]) -> [Place] {
    let all = candidates(key)
    let possible = bodies.flatMap { body in all.filter { $0.kind == body.kind } }
    let present = possible.first { place in bodies.contains { $0.kind == place.kind && !$0.node.entries(at: place.path).isEmpty } }
    guard let first = present ?? possible.first ?? all.first else { return [] }
    return all.filter { $0.kind == first.kind && $0.object == first.object }
  }

  private func candidates(_ key: SpecKey) -> [Place] {
    var all = places[key.path] ?? []
    // An encoder that sends the ladder is described at the ingest.
    if let rest = key.path.split(separator: "ladder.renditions.", maxSplits: 1).first, key.path.hasPrefix("ladder.renditions.") {
      all += places["ingest.video.\(rest)"] ?? []
    }
    if !all.isEmpty { return all }
    // Of a section that has no field, the field with all that the bodies have of it.
    let parts = places.filter { $0.key.hasPrefix(key.path + ".") }
    return parts.count == 1 ? parts.first?.value ?? [] : []
  }

  /// ``width` × `height``, without the quotes at the ends.
  func name(_ key: SpecKey, isFull: Bool, in bodies: [ParsedBody]) -> String? {
    let fields = fields(of: key, in: bodies)
    return fields.isEmpty ? nil : fields.map { isFull ? $0.path : $0.field }.joined(separator: "` × `")
  }

  /// `"max_bitrate_kbps": 3500`, as it is written in its object; nil where the body has no such value.
  func setting(_ key: SpecKey, _ value: String, in bodies: [ParsedBody]) -> String? {
    let fields = fields(of: key, in: bodies)
    let settings = fields.compactMap { field in field.form.inBody(value).map { "\"\(field.field)\": \($0)" } }
    return settings.isEmpty || settings.count < fields.count ? nil : settings.joined(separator: ", ")
  }
}
