public import RungSource

/// One key of a mapping: the single declaration that reads it, writes it, fills it from defaults and describes it.
///
/// `slot` leads to the stored property: `{ $1(&$0.name) }`. A key path would do the same and cost more than everything
/// else a run does: each is instantiated at start-up, and each use goes through the runtime.
@usableFromInline package struct Field<Whole: Sendable>: Sendable {
  @usableFromInline package typealias Slot<Value> = @Sendable (inout Whole, (inout Located<Value>?) -> Void) -> Void

  @usableFromInline package let key: String
  @usableFromInline package let summary: String
  @usableFromInline package let required: Bool
  /// Required by the documents and omitted in practice: its absence is worth a warning.
  @usableFromInline package let isOmittable: Bool
  @usableFromInline package let emptiness: Emptiness
  /// The key of specs that it holds; nil for keys of specs themselves, and for what no spec has.
  @usableFromInline package let mapping: BodyMapping?
  /// Nil for a field that is meant to be set.
  @usableFromInline package let remark: FieldRemark?
  /// The name of a group whose fields exclude each other; nil for none.
  @usableFromInline package let group: String?
  /// Built on demand: a run that only reads never pays for it.
  @usableFromInline package let schema: @Sendable () -> Schema
  @usableFromInline let read: @Sendable (Node, inout Whole, inout Report) -> Void
  @usableFromInline let write: @Sendable (inout Whole) -> Node?
  @usableFromInline let fill: @Sendable (inout Whole, inout Whole) -> Void
  @usableFromInline let mark: @Sendable (inout Whole, inout Report) -> Void

  @usableFromInline init(
    key: String, summary: String, required: Bool, isOmittable: Bool = false, emptiness: Emptiness = .refused, mapping: BodyMapping? = nil,
    remark: FieldRemark? = nil, group: String? = nil, schema: @escaping @Sendable () -> Schema, read: @escaping @Sendable (Node, inout Whole, inout Report) -> Void,
    write: @escaping @Sendable (inout Whole) -> Node?,
    fill: @escaping @Sendable (inout Whole, inout Whole) -> Void,
    mark: @escaping @Sendable (inout Whole, inout Report) -> Void
  ) {
    self.key = key
    self.summary = summary
    self.required = required
    self.isOmittable = isOmittable
    self.emptiness = emptiness
    self.mapping = mapping
    self.remark = remark
    self.group = group
    self.schema = schema
    self.read = read
    self.write = write
    self.fill = fill
    self.mark = mark
  }

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
      remark: remark, group: group, schema: { emptiness.widened(type.schema()) },
      read: { node, whole, report in
        if emptiness != .refused, emptiness.isUnset(node) { return report.nameLeaves(of: node) }
        guard let value = type.read(node, &report) else { return report.nameLeaves(of: node, unreadUnder: key) }
        slot(&whole) { $0 = Located(value, at: node.place) }
      },
      write: { whole in
        var node: Node?
        slot(&whole) { if let value = $0 { node = type.write(value.value, value.place) } }
        return node
      },
      fill: { whole, defaults in
        slot(&whole) { mine in
          guard mine == nil else { return }
          slot(&defaults) { mine = $0 }
        }
      },
      mark: { whole, report in
        slot(&whole) { value in
          guard let place = value?.place else { return }
          type.mark(&value!.value, place, &report)
        }
      })
  }

  /// A field that a body may have, and that is read and not kept: the provider ignores it.
  package init<Value>(_ key: String, ignored type: FieldType<Value>, empty emptiness: Emptiness = .refused, _ reason: Message, _ citation: Citation, instead: Help? = nil) {
    self.init(
      key: key, summary: "ignored: \(Vocabulary.spec.text(reason))", required: false, emptiness: emptiness,
      remark: .ignored(reason, citation, instead: instead), schema: { emptiness.widened(type.schema()) },
      read: { node, _, report in if !emptiness.isUnset(node), type.read(node, &report) == nil { report.nameLeaves(of: node, unreadUnder: key) } },
      write: { _ in nil }, fill: { _, _ in }, mark: { _, _ in })
  }

  /// A part that is itself made of fields, filled field by field.
  @inlinable package init<Part>(
    part key: String, _ slot: @escaping Slot<Part>, _ shape: @autoclosure @escaping @Sendable () -> Shape<Part>,
    required: Bool = false, _ summary: String
  ) {
    self.init(
      key: key, summary: summary, required: required, schema: { .object(shape().schema) },
      read: { node, whole, report in
        guard let value = shape().read(node, &report) else { return report.nameLeaves(of: node, unreadUnder: key) }
        slot(&whole) { $0 = Located(value, at: node.place) }
      },
      write: { whole in
        var node: Node?
        slot(&whole) { part in
          guard let place = part?.place else { return }
          node = shape().write(&part!.value, at: place)
        }
        return node
      },
      fill: { whole, defaults in
        slot(&whole) { mine in
          slot(&defaults) { other in
            if mine == nil { mine = other } else if other != nil { shape().fill(&mine!.value, from: &other!.value) }
          }
        }
      },
      mark: { whole, report in
        slot(&whole) { part in
          if part != nil { shape().mark(&part!.value, &report) }
        }
      })
  }
}
