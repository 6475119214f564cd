public import RungSource

/// One key of a mapping: the single declaration that reads it, writes it, fills it from defaults and describes it.
///
/// `slot` leads to the stored property: `{ $1(&$0.name) }`. A key path would do the same and cost more than everything
/// else a run does: each is instantiated at start-up, and each use goes through the runtime.
@usableFromInline package struct Field<Whole: Sendable>: Sendable {
  @usableFromInline package typealias Slot<Value> = @Sendable (inout Whole, (inout Located<Value>?) -> Void) -> Void

  @usableFromInline let untyped: AnyField

  @usableFromInline init(
    key: String, summary: String, required: Bool, isOmittable: Bool = false, emptiness: Emptiness = .refused, mapping: BodyMapping? = nil,
    remark: FieldRemark? = nil, group: String? = nil, _ work: @escaping @Sendable (AnyField.Task) -> Void
  ) {
    untyped = AnyField(
      key: key, summary: summary, required: required, isOmittable: isOmittable, emptiness: emptiness, mapping: mapping, remark: remark, group: group, work)
  }

  @inlinable static func whole(_ pointer: UnsafeMutableRawPointer) -> UnsafeMutablePointer<Whole> { pointer.assumingMemoryBound(to: Whole.self) }

  /// - Parameters:
  ///   - omittable: a required field that is omitted in practice without being rejected.
  ///   - empty: what `""` and `null` mean to the field.
  ///   - specKey: the key of specs that the field holds, and `form`, how its value is written in a body.
  ///   - remark: why a request should not set it.
  ///   - group: the fields that it excludes.
  ///   - summary: what it means, with units, range and the source of the fact; goes into schema and reference.
  @inlinable package init<Value>(
    _ key: String, _ slot: @escaping Slot<Value>, _ type: FieldType<Value>, required: Bool = false, omittable: Bool = false,
    empty emptiness: Emptiness = .refused, of specKey: SpecKey? = nil, as form: BodyForm = .same, remark: FieldRemark? = nil,
    group: String? = nil, _ summary: String
  ) {
    self.init(
      key: key, summary: summary, required: required, isOmittable: omittable, emptiness: emptiness, mapping: specKey.map { BodyMapping($0, form) },
      remark: remark, group: group
    ) { task in
      switch task {
      case .read(let node, let whole, let report):
        if emptiness != .refused, emptiness.isUnset(node) { return report.pointee.nameLeaves(of: node) }
        guard let value = type.read(node, &report.pointee) else { return report.pointee.nameLeaves(of: node, unreadUnder: key) }
        slot(&Self.whole(whole).pointee) { $0 = Located(value, at: node.place) }
      case .write(let node, let whole):
        slot(&Self.whole(whole).pointee) { if let value = $0 { node.pointee = type.write(value.value, value.place) } }
      case .fill(let whole, let defaults):
        slot(&Self.whole(whole).pointee) { mine in
          guard mine == nil else { return }
          slot(&Self.whole(defaults).pointee) { mine = $0 }
        }
      case .mark(let whole, let report):
        slot(&Self.whole(whole).pointee) { value in
          guard let place = value?.place else { return }
          type.mark(&value!.value, place, &report.pointee)
        }
      case .describe(let schema): schema.pointee = emptiness.widened(type.schema())
      }
    }
  }

  /// A field that a body may have, and that is read and not kept: the provider ignores it.
  package init<Value>(_ key: String, ignored type: FieldType<Value>, empty emptiness: Emptiness = .refused, _ reason: Message, _ citation: Citation, instead: Help? = nil) {
    self.init(
      key: key, summary: "ignored: \(Vocabulary.spec.text(reason))", required: false, emptiness: emptiness,
      remark: .ignored(reason, citation, instead: instead)
    ) { task in
      switch task {
      case .read(let node, _, let report):
        if !emptiness.isUnset(node), type.read(node, &report.pointee) == nil { report.pointee.nameLeaves(of: node, unreadUnder: key) }
      case .write, .fill, .mark: break
      case .describe(let schema): schema.pointee = emptiness.widened(type.schema())
      }
    }
  }

  /// A part that is itself made of fields, filled field by field.
  @inlinable package init<Part>(
    part key: String, _ slot: @escaping Slot<Part>, _ shape: @autoclosure @escaping @Sendable () -> Shape<Part>,
    required: Bool = false, _ summary: String
  ) {
    self.init(key: key, summary: summary, required: required) { task in
      switch task {
      case .read(let node, let whole, let report):
        guard let value = shape().read(node, &report.pointee) else { return report.pointee.nameLeaves(of: node, unreadUnder: key) }
        slot(&Self.whole(whole).pointee) { $0 = Located(value, at: node.place) }
      case .write(let node, let whole):
        slot(&Self.whole(whole).pointee) { part in
          guard let place = part?.place else { return }
          node.pointee = shape().write(&part!.value, at: place)
        }
      case .fill(let whole, let defaults):
        slot(&Self.whole(whole).pointee) { mine in
          slot(&Self.whole(defaults).pointee) { other in
            if mine == nil { mine = other } else if other != nil { shape().fill(&mine!.value, from: &other!.value) }
          }
        }
      case .mark(let whole, let report):
        slot(&Self.whole(whole).pointee) { part in
          if part != nil { shape().mark(&part!.value, &report.pointee) }
        }
      case .describe(let schema): schema.pointee = .object(shape().schema)
      }
    }
  }
}
