internal import RungProviders
internal import RungReading
internal import RungSource

// The way in from a provider's side: bytes → bodies → a spec whose values stand where the bodies have them → the same
// judgement as any spec's.

/// Judges a request body, written by hand or answered by the provider, as that provider would.
///
/// Unknown and misspelt fields, wrong types, missing fields, ranges, every rule of the provider and every rule of ladders;
/// each finding is at the body's value. An answer (`GET`) is recognized: what the provider fills in is known.
/// The file may hold one body, a list of them, or an object of bodies by the names of their requests, as `rung compile`
/// prints them.
///
/// - Parameters:
///   - input: JSON, or YAML where the name says so.
///   - request: what it is a body of.
/// - Returns: the findings. There are no plans: a body is what a plan would hold.
public func check(_ input: SourceInput, as request: RequestName) -> Analysis { check(together: [input], as: request) }

/// Judges the bodies of one stream together, each from a text of its own: what one says is checked against the others.
///
/// - Parameters:
///   - inputs: JSON, or YAML where a name says so.
///   - request: what they are bodies of; with only the provider named, each is recognised by its fields.
public func check(together inputs: [SourceInput], as request: RequestName) -> Analysis {
  var pipeline = Pipeline()
  let streams = pipeline.judge(inputs, as: request)
  return pipeline.settledAnalysis(of: streams, isWhole: true)
}

/// Whether a text among others holds bodies of the provider's, by its fields.
package func looksLikeBody(_ input: SourceInput, of request: RequestName) -> Bool {
  var pipeline = Pipeline()
  guard let intake = request.intake, let provider = request.theProvider else { return false }
  let documents = pipeline.readBodies(input, of: request.provider.rawValue)
  guard documents.isEmpty, pipeline.report.errorsRaised > 0 else { return intake.areBodies(documents) }
  // What was cut off or mistyped has the keys of a body all the same.
  let known = provider.wholeComparison.known
  let keys = quotedKeys(in: input.bytes)
  return keys.first.map(known.hasAtTop) == true && keys.count(where: known.hasAtTop) > 1
}

/// The texts before a colon, in the order of the bytes, whatever is around them.
private func quotedKeys(in bytes: [UInt8]) -> [String] {
  let parts = bytes.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
  return parts.indices.dropFirst().filter { parts[$0].first { $0 > 0x20 } == UInt8(ascii: ":") }.map { String(decoding: parts[$0 - 1], as: UTF8.self) }
}

extension RequestName {
  package var isRead: Bool { intake != nil }

  var theProvider: (any Provider.Type)? { Providers.named(provider.rawValue) }
  var intake: BodyIntake? { theProvider.flatMap { BodyIntake($0, kind: request?.rawValue) } }
}

extension Pipeline {
  mutating func judge(_ inputs: [SourceInput], as request: RequestName) -> [CompiledStream] {
    let all = streams(of: bodies(in: inputs, as: request), for: request)
    return all.compactMap { bodies in
      // See ``imported(_:as:_:)``.
      if all.count > 1 { report.forgetLeaves(before: bodies.first?.place) }
      guard let draft = draft(of: bodies, for: request), !draft.isEmpty else { return nil }
      return CompiledStream(name: judge(draft, of: bodies, for: request)?.name, plans: [], setups: [])
    }
  }

  /// The bodies of each stream: a list of streams is answered as a list.
  func streams(of bodies: [ParsedBody], for request: RequestName) -> [[ParsedBody]] {
    guard let primary = request.theProvider?.reader?.primary, bodies.count(where: { $0.kind == primary }) > 1 else { return [bodies] }
    var streams: [[ParsedBody]] = [[]]
    for body in bodies {
      let last = streams.count - 1
      if body.kind == primary, streams[last].contains(where: { $0.kind == primary }) {
        streams.append([body])
      } else {
        streams[last].append(body)
      }
    }
    return streams
  }

  /// Every body in the texts, judged by itself.
  mutating func bodies(in inputs: [SourceInput], as request: RequestName) -> [ParsedBody] {
    guard request.isRead else { return [] }
    return inputs.flatMap { bodies(in: readBodies($0, of: request.provider.rawValue), as: request) }
  }

  mutating func bodies(in documents: [Node], as request: RequestName) -> [ParsedBody] {
    guard let intake = request.intake else { return [] }
    return documents.flatMap { document in report.working(for: request.provider.rawValue) { intake.bodies(in: document, &$0) } }
  }

  static func bodyFormat(of input: SourceInput) -> SourceFormat {
    input.format ?? (input.name.hasSuffix(".yaml") || input.name.hasSuffix(".yml") ? .yaml : .json)
  }

  mutating func readBodies(_ input: SourceInput, of provider: String) -> [Node] {
    let file = SourceFile(name: input.name, bytes: input.bytes)
    let id = sources.add(file)
    take(input, as: id)
    let format = Self.bodyFormat(of: input)
    if format == .json { noteJSON(id) }
    report.bodyReading = .ofBodies(of: provider)
    defer { report.bodyReading = nil }
    return Reader.read(file, id: id, format: format, into: &report)
  }

  /// The bodies as one spec; nil when there is none.
  mutating func draft(of bodies: [ParsedBody], for request: RequestName) -> SpecDraft? {
    guard let reader = request.theProvider?.reader, let first = bodies.first else { return nil }
    var draft = SpecDraft(for: request.provider.rawValue, at: first.place)
    report.working(for: request.provider.rawValue) { reader.read(bodies, &draft, &$0) }
    return draft
  }

  /// Every rule that a spec is judged by, in the words of the bodies. What came from a body of the provider's is something
  /// that the provider takes, so that nothing is left over. Nil where the provider's bodies are not read.
  @discardableResult
  mutating func judge(_ draft: SpecDraft, of bodies: [ParsedBody], for request: RequestName) -> JudgedDocument? {
    guard let provider = request.theProvider, let reader = provider.reader else { return nil }
    let source = bodies.lazy.compactMap { body in provider.requests.first { $0.name == body.kind }?.source }.first
    report.bodyReading = .ofSpec(draft, of: bodies, readBy: reader, at: provider, source: source)
    defer { report.bodyReading = nil }
    let judged = judged(draft.document, for: [provider.id])
    judge(judged)
    return judged
  }
}
