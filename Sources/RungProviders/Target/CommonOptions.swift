internal import RungSpec

/// The keys that every target has beside its own.
enum CommonOptions {
  static let keys = ["overrides", "accepts", "limits", "extra"]
  /// An encoder has no account to negotiate for, and no body to add to.
  static let encoderKeys = ["overrides", "accepts"]

  static func schema(around own: ObjectSchema, keys: [String] = keys) -> ObjectSchema {
    let all: [ObjectSchema.Property] = [
      .init(key: "overrides", schema: .dictionary(.any), summary: "Merged over the spec for this target only.", required: false),
      AcceptsOption.property,
      .init(key: "limits", schema: .object(NegotiatedLimits.shape.schema), summary: "Limits that the account has negotiated.", required: false),
      .init(key: "extra", schema: .dictionary(.any), summary: "Fields of the provider that Rung does not know, merged into the body (RFC 7396); a mapping for a list of objects is merged into its members, by name or by number from 0.", required: false),
    ]
    let common = all.filter { keys.contains($0.key) }
    return ObjectSchema(name: own.name, summary: own.summary, properties: own.properties + common, closed: own.closed)
  }
}
