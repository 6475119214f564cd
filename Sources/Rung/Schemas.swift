internal import RungProviders
internal import RungReading
internal import RungSource
package import RungSpec

/// The JSON Schemas of what Rung reads and of the bodies that it writes, made from the declarations that read
/// and write them.
package enum Schemas {
  /// `stream.v1` in both drafts, those of other files that Rung reads, then `<provider>.<request>` for every body.
  package static var names: [String] { ["stream.v1", "stream.v1.draft-07", "config.v1", "baseline.v1"] + bodies.map(\.name) }

  /// One line: what the schema describes. Nil when there is no such schema.
  package static func summary(of name: String) -> String? {
    switch name {
    case "stream.v1": return "stream specs"
    case "stream.v1.draft-07": return "stream specs, for what knows only draft-07 of JSON Schema"
    case "config.v1": return "configurations: rung.yaml"
    case "baseline.v1": return "what `rung check --baseline FILE` reads"
    default: break
    }
    return bodies.first { $0.name == name }.map { "\($0.provider.title): \($0.kind.summary)" }
  }

  /// The schema as JSON text, with a line break at its end. Nil when there is no such schema.
  package static func text(named name: String) -> String? {
    if name == "config.v1" { return Configuration.schemaText }
    if name == "baseline.v1" { return Baseline.schemaText }
    let document: Node
    if name == "stream.v1" || name == "stream.v1.draft-07" {
      document = SchemaWriter.document(
        spec.removable, name: name, title: "Rung stream spec, version 1", draft: name == "stream.v1" ? .draft202012 : .draft07,
        completedBy: [("extends", nil), ("base", true)], examples: examples)
    } else if let body = bodies.first(where: { $0.name == name }), let schema = body.provider.published(body.kind) {
      document = SchemaWriter.document(schema, name: name, title: "\(body.provider.title): \(body.kind.summary)")
    } else {
      return nil
    }
    return JSONWriter.shown(document) + "\n"
  }

  /// Whether a text is the same schema, of any version of Rung: a schema with the same title.
  package static func isVersion(_ bytes: [UInt8], of text: String) -> Bool {
    func title(_ bytes: [UInt8]) -> String? {
      let schema = try? Reader.message(bytes)
      return schema?["$schema"]?.scalar?.text.contains("json-schema.org") == true ? schema?["title"]?.scalar?.text : nil
    }
    return title(bytes).map { $0 == title(Array(text.utf8)) } ?? false
  }

  private static var bodies: [(name: String, provider: any Provider.Type, kind: RequestKind)] {
    Providers.all.flatMap { provider in
      provider.requests.filter { $0.schema != nil }.map { ("\(provider.id).\($0.name)", provider, $0) }
    }
  }

  // MARK: The spec

  /// The spec's own declaration, with what only the providers know put in under `targets`.
  package static let spec = {
    let own = Spec.shape.schema
    return own.replacing("targets", with: targets(overridable: own))
  }()

  private static func targets(overridable spec: ObjectSchema) -> Schema {
    let overrides = Schema.object(
      ObjectSchema(
        name: "overrides", summary: "Merged over the spec for this target only.",
        properties: spec.properties.filter { !["$schema", "rung", "extends", "targets"].contains($0.key) }.map {
          ObjectSchema.Property(key: $0.key, schema: .reference("#/properties/\($0.key)"), summary: "", required: false)
        }, closed: true))
    let options = Targets.all.map { target in
      ObjectSchema.Property(
        key: target.id,
        schema: .object(target.optionsSchema.replacing("overrides", with: overrides)),
        summary: "\(target.title), with its own settings.", required: false)
    }
    return .anyOf([
      .list(.oneOf(Targets.ids)),
      .object(ObjectSchema(name: "targets", summary: "The options of each target.", properties: options, closed: true)),
    ])
  }

  private static var examples: [Node] {
    var report = Report()
    let file = SourceFile(name: "example.yaml", bytes: Array(example.utf8), kind: .preset)
    return Reader.read(file, id: FileID(index: 0), format: .yaml, into: &report)
  }

  private static let example = """
    rung: 1
    name: Main Stage
    targets: {tenbyte: {region: sg-edge-04}}
    ingest: {mode: push, protocols: [rtmp, srt]}
    ladder:
      defaults:
        fps: 25
        keyframe_interval: 2s
        codec: h264
        audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 128k}
      renditions:
        - {name: 1080p, resolution: 1920x1080, bitrate: 3000k}
        - {name: 720p, resolution: 1280x720, bitrate: 1500k}
    packaging:
      hls: {segment_format: mpegts}
    """
}

extension ObjectSchema {
  /// With null for every key that may be absent: it removes what a base sets. Whether there is a base, a schema cannot tell at each depth.
  fileprivate var removable: ObjectSchema {
    var object = self
    for index in properties.indices where !["extends", "base"].contains(properties[index].key) {
      let schema = properties[index].schema.removable
      object.properties[index].schema = properties[index].required ? schema : .nullable(schema)
    }
    return object
  }

  fileprivate func replacing(_ key: String, with schema: Schema) -> ObjectSchema {
    ObjectSchema(
      name: name, summary: summary,
      properties: properties.map {
        $0.key == key ? Property(key: key, schema: schema, summary: $0.summary, required: $0.required) : $0
      }, closed: closed)
  }
}

extension Schema {
  /// The same with null for every key in it that may be absent.
  fileprivate var removable: Schema {
    switch self {
    case .object(let object): .object(object.removable)
    case .list(let element, let count, let unique): .list(element.removable, count: count, unique: unique)
    case .dictionary(let element): .dictionary(.nullable(element.removable))
    case .anyOf(let choices): .anyOf(choices.map(\.removable))
    case .nullable(let schema): .nullable(schema.removable)
    case .described(let text, let schema): .described(text, schema.removable)
    default: self
    }
  }
}
