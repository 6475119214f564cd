package import RungSpec

extension Provider {
  /// What a check of such a body takes: its declaration, with what the provider fills in and every spelling that it reads. Nil
  /// for a request without a body.
  package static func published(_ kind: RequestKind) -> ObjectSchema? {
    guard var object = kind.schema?() else { return nil }
    // A bound that is only inferred is worth a warning.
    if kind.listsInferred != nil, case .object(let loose) = Schema.object(object).withoutListBounds { object = loose }
    if kind.closed == nil { for field in kind.filled { object = object.adding(field.path.split(separator: ".")[...]) } }
    return reader?.spelled(object) ?? object
  }
}

extension ObjectSchema {
  /// With a field that the provider fills in, below objects that are there.
  fileprivate func adding(_ path: ArraySlice<Substring>) -> ObjectSchema {
    var copy = self
    if let index = properties.firstIndex(where: { $0.key == path[path.startIndex] }) {
      copy.properties[index].schema = properties[index].schema.mapping { path.count > 1 ? $0.adding(path.dropFirst()) : $0 }
    } else if path.count == 1 {
      var filled = Property(key: String(path[path.startIndex]), schema: .any, summary: "filled in by the provider", required: false)
      filled.isReadOnly = true
      copy.properties.append(filled)
    }
    return copy
  }
}

extension Schema {
  /// With the objects in it exchanged, not those that are in other objects.
  fileprivate func mapping(_ change: (ObjectSchema) -> ObjectSchema) -> Schema {
    switch self {
    case .object(let object): .object(change(object))
    case .list(let element, let count, let unique): .list(element.mapping(change), count: count, unique: unique)
    case .anyOf(let choices): .anyOf(choices.map { $0.mapping(change) })
    case .nullable(let schema): .nullable(schema.mapping(change))
    case .described(let text, let schema): .described(text, schema.mapping(change))
    default: self
    }
  }

  fileprivate var withoutListBounds: Schema {
    switch self {
    case .list(let element, _, _): return .list(element.withoutListBounds)
    case .anyOf(let choices): return .anyOf(choices.map(\.withoutListBounds))
    default:
      return mapping { object in
        var copy = object
        for index in copy.properties.indices { copy.properties[index].schema = copy.properties[index].schema.withoutListBounds }
        return copy
      }
    }
  }
}
