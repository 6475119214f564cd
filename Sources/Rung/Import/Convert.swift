internal import RungProviders
public import RungSource
internal import RungSpec

/// Makes request bodies for one provider of those for another.
///
/// - Parameters:
///   - inputs: JSON texts; together they are one stream, unless they hold several.
///   - request: what they are bodies of.
///   - target: the id of the provider to make bodies for: another one, and one that there is. With the same ``Conversion/isForSameProvider`` says so.
///   - settings: a YAML mapping that is merged over the spec between the two: decisions that the bodies cannot make
///     (`targets: {tenbyte: {region: sg-edge-04}}`). Findings in it are located in a text of this name.
///   - name: of a stream that no body names; nil for none.
public func convert(
  _ inputs: [SourceInput], from request: RequestName, to target: TargetID, settings: SourceInput? = nil, name: String? = nil
) -> Conversion {
  let provider = target.rawValue
  func converted(_ more: [SourceInput]) -> Conversion { convertOnce(inputs, from: request, to: provider, [settings].compactMap { $0 } + more, name) }
  var conversion = converted([])
  guard conversion.unreadable.isEmpty, !conversion.isForSameProvider else { return conversion }
  // A setting of the target moves the place of what the target lacks.
  func isSame(_ one: Diagnostic) -> (Diagnostic) -> Bool { { $0.id == one.id && $0.message == one.message } }
  var (settings, left) = ([String](), conversion.decisions)
  while settings.count < 16 {
    // The first decision that a setting makes; of its settings the one that leaves the fewest behind.
    var made: (setting: String, left: [Diagnostic])?
    for decision in left where made == nil {
      for setting in Decisions.candidates(for: decision, to: provider) where !settings.contains(setting) {
        let after = converted((settings + [setting]).map(Decisions.input))
        guard after.unreadable.isEmpty, !after.decisions.contains(where: isSame(decision)), after.decisions.count < made?.left.count ?? .max else { continue }
        made = (setting, after.decisions)
        if after.decisions.count < left.count { break }
      }
    }
    guard let made else { break }
    settings.append(made.setting)
    left = made.left
    // A setting is kept only if every decision that it raised can be made as well.
    if left.allSatisfy({ other in conversion.decisions.contains(where: isSame(other)) }) { conversion.settings = settings }
  }
  return conversion
}

/// - Parameter settings: merged over the spec one after the other.
private func convertOnce(_ inputs: [SourceInput], from request: RequestName, to provider: String, _ settings: [SourceInput], _ name: String?) -> Conversion {
  var pipeline = Pipeline()
  guard provider != request.provider.rawValue else {
    let first = pipeline.sources.add(SourceFile(name: inputs.first?.name ?? "", bytes: inputs.first?.bytes ?? []))
    pipeline.report.flag(
      ImportFaults.sameProvider, SourcePlace(SourceSpan(file: first, lower: 0, upper: 0)), "the bodies are already bodies for \(provider)",
      help: ["use `rung import --from \(provider) FILE` to create a spec from them", "set another provider to convert them for"])
    return Conversion(pipeline.analysis(of: []), [])
  }
  guard Providers.named(provider) != nil else {
    let first = pipeline.sources.add(SourceFile(name: inputs.first?.name ?? "", bytes: inputs.first?.bytes ?? []))
    pipeline.flagUnknown([TargetID(rawValue: provider)], among: Providers.ids, at: SourcePlace(SourceSpan(file: first, lower: 0, upper: 0)))
    return Conversion(pipeline.analysis(of: []), [])
  }
  pipeline.report.silent = [BodyFaults.plainSecret.name]
  let streams = pipeline.imported(inputs, as: request, ImportOptions(name: name))
  let overs = settings.compactMap { pipeline.read($0).first }
  var made: [CompiledStream] = []
  var secrets: [NamedSecret] = []
  var names = SecretNames()
  for stream in streams {
    if streams.count > 1 { pipeline.report.forgetLeaves(before: stream.bodies.first?.place) }
    guard var document = stream.document else {
      pipeline.tell(stream, of: request.provider.rawValue)
      continue
    }
    secrets += pipeline.nameSecrets(in: &document, &names)
    // What is said once is found once.
    document = Tidying.tidied(document, namesPresets: false)
    made.append(pipeline.converted(document, stream.bodies, from: request, to: provider, overs))
  }
  return Conversion(pipeline.analysis(of: made), secrets)
}

extension Diagnostic {
  /// Whether the text is no JSON or YAML, whatever it was to say.
  var isOfText: Bool { ["source", "json", "yaml"].contains { id.rawValue.hasPrefix("\($0)/") } }
}

extension Pipeline {
  /// The document compiled for another provider than the one that its bodies come from.
  fileprivate mutating func converted(
    _ document: Node, _ bodies: [ParsedBody], from request: RequestName, to provider: String, _ overs: [Node]
  ) -> CompiledStream {
    guard let source = request.theProvider, let reader = source.reader else { return CompiledStream(name: nil, plans: [], setups: []) }
    let first = bodies.first?.place ?? document.place
    let options = document["targets"]?[source.id]
    // The place where to point when the provider needs something that no body says.
    let target = Node(.map([Node.Entry(key: Located(provider, at: first), value: Node(.map([]), at: first))]), at: first)
    var bare = document.replacing("targets", with: target)
    for over in overs { bare = Composition.merge(over, onto: bare) }

    let bodyReading = BodyReading.ofConversion(bodies, readBy: reader, from: source.id, to: provider)
    tellLeftBehind(options, kept: bare, from: source.title, to: provider, bodyReading)
    report.bodyReading = bodyReading
    let made = compile(bare, for: [provider])
    report.bodyReading = nil
    for plan in made.plans { tellFilledIn(plan, provider, first) }
    return made
  }

  private mutating func tellLeftBehind(_ options: Node?, kept: Node, from source: String, to provider: String, _ bodyReading: BodyReading) {
    guard let options, let title = Providers.named(provider)?.title else { return }
    var spans: Set<SourceSpan> = []
    kept.forEachLeaf { leaf in spans.insert(leaf.span) }
    // What the import has added itself is not a setting of the author.
    let made = ["stream_id", "extra"]
    var lost: [(path: String, node: Node)] = []
    Node(.map(options.entries.filter { !made.contains($0.key.value) }), at: options.place).forEachLeaf { path, leaf in lost.append((path, leaf)) }
    options["extra"]?.forEachLeaf { path, leaf in if !leaf.isNull { lost.append((path, leaf)) } }
    lost = lost.filter { !spans.contains($0.node.span) }.map { path, node in (bodyReading.path(node.place) ?? path, node) }
    guard let first = lost.first else { return }
    let notes = lost.count == 1 ? [] : lost.map { MessageNote("\($0.path)", at: $0.node.span) }
    report.flag(
      ImportFaults.leftBehind, first.node.place,
      lost.count == 1
        ? "`\(first.path)` of \(source) has no equivalent at \(title)"
        : "\(lost.count) settings of \(source) have no equivalent at \(title)",
      notes: notes, help: "use another setting of \(title) if the stream depends on it")
  }

  /// Values of the bodies that no author has written.
  private mutating func tellFilledIn(_ plan: RequestPlan, _ provider: String, _ place: SourcePlace) {
    guard let title = Providers.named(provider)?.title else { return }
    for step in plan.steps {
      guard let body = step.node else { continue }
      var notes: [MessageNote] = []
      body.forEachLeaf { path, leaf in
        let origin = report.origin(of: leaf.place)
        guard origin != .author else { return }
        let text = leaf.scalar.map { $0.type == .string && $0.text.isEmpty ? "\"\"" : $0.text } ?? (leaf.items.isEmpty && leaf.entries.isEmpty ? "nothing" : "")
        notes.append(MessageNote("\(path): `\(text)` (\(origin.label))"))
      }
      guard !notes.isEmpty else { continue }
      report.flag(
        ImportFaults.filledIn, place,
        "\(title)'s \(step.bodyKind?.rawValue ?? step.id.rawValue) request has \(notes.count == 1 ? "a value that" : "\(notes.count) values that") the bodies do not have", notes: notes)
    }
  }
}
