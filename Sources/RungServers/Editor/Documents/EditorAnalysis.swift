internal import Rung
internal import RungProviders
internal import RungSource
internal import RungSpec

/// One version of a document, judged once: every answer about it comes from here.
final class EditorAnalysis {
  /// What a text is.
  enum Content {
    case spec(EditedSpec)
    /// A `rung.yaml`.
    case configuration(Analysis)
    /// Request bodies of a provider.
    case body(RequestName, Analysis)
    /// Nothing of Rung's.
    case other
    /// What it is judged by cannot be read.
    case fault(EditorFault)
  }

  let document: OpenDocument
  let content: Content
  /// Its keys, whether or not it can be read.
  let tree: LooseTree

  /// - Parameter findings: what specs that extend a base find in it, where it does not say that it is one; nil where none does.
  init(_ document: OpenDocument, _ host: any EditorHost, ofBareBase findings: (String) -> [Diagnostic]?) {
    self.document = document
    tree = LooseTree(document.bytes)
    content = Self.content(of: document, host, findings)
  }

  /// What was found; nil where nothing was judged.
  var analysis: Analysis? {
    switch content {
    case .spec(let spec): spec.study.analysis
    case .configuration(let analysis), .body(_, let analysis): analysis
    case .fault(let fault): fault.analysis
    case .other: nil
    }
  }

  /// What is declared of the text; nil for what is nothing of Rung's.
  private(set) lazy var schema: SpecSchema? =
    switch content {
    case .spec: .spec
    case .configuration: SpecSchema(Configuration.schema)
    case .body(let name, _): Self.schema(of: name, document.bytes)
    case .fault: .spec
    case .other: nil
    }

  var spec: EditedSpec? { if case .spec(let spec) = content { spec } else { nil } }

  /// Whether other files are part of it.
  var readsOthers: Bool { if case .other = content { false } else { true } }

  /// Where it can run; made when it is first asked for.
  private(set) lazy var matrix: Matrix? = spec.map { spec in
    let named = spec.study.documents.flatMap { $0.judgments.map(\.target.id.value) }
    let providers = allTargets.filter { $0.kind == .provider && named.contains($0.id.rawValue) }.map(\.id)
    return Matrix(tables: Rung.matrix(spec.input, for: providers.isEmpty ? nil : providers, loader: spec.loader).tables)
  }

  private static func schema(of name: RequestName, _ bytes: [UInt8]) -> SpecSchema? {
    guard let provider = Providers.named(name.provider.rawValue), let kind = bodyKind(of: SourceInput(name: "body.json", bytes: bytes), name) else { return nil }
    return provider.requests.first { $0.name == kind }.flatMap { provider.published($0) }.map(SpecSchema.init)
  }

  private static func content(of document: OpenDocument, _ host: any EditorHost, _ findings: (String) -> [Diagnostic]?) -> Content {
    let plain = SourceInput(name: document.name, bytes: document.bytes)
    let file = document.name.split(separator: "/").last.map(String.init) ?? document.name
    if file == "rung.yaml", Configuration.isMeant(plain) { return .configuration(Configuration.read(plain).analysis) }
    let isSpec = host.isSpec(plain)
    let body = isSpec ? nil : bodyName(of: plain)
    guard isSpec || body != nil else { return .other }
    do throws(EditorFault) {
      let (input, loader) = try host.settled(document.bytes, path: document.path, name: document.name)
      if let body { return .body(body, check(input, as: body)) }
      return .spec(EditedSpec(input: input, loader: loader, study: study(input, loader: loader), ofBareBase: findings))
    } catch {
      return .fault(error)
    }
  }
}
