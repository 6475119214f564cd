internal import RungSource
internal import RungSpec

/// The keys that stand under every target beside the provider's own.
enum CommonOptions {
  static let keys = ["overrides", "limits", "extra"]

  static func schema(around own: ObjectSchema, requests: [RequestKind]) -> ObjectSchema {
    let common: [ObjectSchema.Property] = [
      .init(key: "overrides", schema: .dictionary(.any), summary: "Merged over the spec for this target only.", required: false),
      .init(key: "limits", schema: .object(NegotiatedLimits.shape.schema), summary: "Limits that the account has negotiated.", required: false),
      .init(key: "extra", schema: .dictionary(.any), summary: "Fields of the provider that Rung does not know, merged into the body.", required: false),
    ]
    return ObjectSchema(name: own.name, summary: own.summary, properties: own.properties + common, closed: own.closed)
  }
}
