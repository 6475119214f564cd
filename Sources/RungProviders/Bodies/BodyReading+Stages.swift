package import RungSource
internal import RungSpec

extension BodyReading {
  /// While the bodies themselves are read.
  ///
  /// - Parameters:
  ///   - isAnswer: providers add fields to their answers and omit others; what they write themselves is not a fault.
  ///   - keys: what the provider's bodies have; nil while no kind of body is known.
  static func ofBodies(of provider: String, isAnswer: Bool = false, source: Citation? = nil, keys: KnownKeys? = nil) -> BodyReading {
    BodyReading(
      of: provider, isFirstReading: true, citation: source, vocabulary: .json,
      rule: { rule in
        let reported = BodyFaults.standIn(rule)
        return isAnswer && reported === BodyFaults.missingField ? nil : reported
      },
      severity: { rule in isAnswer && rule === BodyFaults.unknownField ? .note : nil },
      unknownKey: { key, mapping in keys?.unknown(key, in: mapping) })
  }

  /// While a text is parsed that holds bodies.
  package static func ofBodies(of provider: String) -> BodyReading { ofBodies(of: provider, isAnswer: false) }

  /// While the spec is judged that bodies were read into.
  package static func ofSpec(
    _ draft: SpecDraft, of bodies: [ParsedBody], readBy reader: BodyReader, at provider: any Provider.Type, source: Citation?
  ) -> BodyReading {
    let replaced = Set((BodyFaults.all + provider.bodyRules.map(\.info)).flatMap(\.replaces))
    let isWhole = bodies.contains { $0.kind == reader.primary }
    let names = BodyNames.of(provider.id)
    return BodyReading(
      of: provider.id, isFirstReading: false, citation: source, vocabulary: .body(bodies, of: provider.id, reader.terms),
      rule: { rule in
        switch rule.scope {
        case .specs, .otherTexts: return nil
        case .wholeStreams where !isWhole: return nil
        default: return replaced.contains(rule.id.rawValue) ? nil : BodyFaults.standIn(rule)
        }
      },
      isMissing: { key in !draft.isPartial && names.isMissing(key, in: bodies) })
  }

  /// While another provider judges that spec: messages name the fields of the bodies, and what to do is done in the spec.
  package static func ofConversion(_ bodies: [ParsedBody], readBy reader: BodyReader, from source: String, to provider: String) -> BodyReading {
    var paths: [SourceSpan: String] = [:]
    for body in bodies { body.whole.forEachLeaf { path, leaf in paths[leaf.span] = path } }
    return BodyReading(
      of: provider, isFirstReading: false, vocabulary: .body(bodies, of: source, reader.terms), helpVocabulary: .spec,
      rule: { $0.scope == .specs ? nil : $0 }, path: { [paths] in paths[$0.span] })
  }
}

extension Vocabulary {
  private static let objects: [Message.Term: String] = [
    .spec: "the request", .mapping: "an object", .writtenMapping: "an object", .theMapping: "the object", .list: "an array", .secret: "a string",
    .stream: "body",
  ]

  /// The language of JSON, before it is known which body it is: keys are those of the text.
  static let json = Vocabulary(name: { $1 ? $0.path : $0.name }, setting: { key, value, _ in "\"\(key.name)\": \(value)" }, terms: objects)

  /// The language of some bodies of a provider.
  ///
  /// - Parameter terms: the provider's own.
  static func body(_ bodies: [ParsedBody], of provider: String, _ terms: [Message.Term: String]) -> Vocabulary {
    let names = BodyNames.of(provider)
    return Vocabulary(
      name: { names.name($0, isFull: $1, in: bodies) }, setting: { key, value, _ in names.setting(key, value, in: bodies) },
      terms: objects.merging(terms) { $1 })
  }
}
