internal import Rung
internal import RungSource

/// The texts that are open, each analyzed once, and what was published of them.
final class DocumentStore {
  private let host: any EditorHost
  private var documents: [String: OpenDocument] = [:]
  /// Of the last change.
  private var turns = 0
  private var analyses: [String: EditorAnalysis] = [:]
  /// Of what nothing has been published, the next one first.
  private var unpublished: [String] = []
  /// Documents of which others have something else to say now.
  private var stale: Set<String> = []
  /// Documents that nothing extends.
  private var unextended: Set<String> = []
  /// What each document has to say of each, by their addresses.
  private var found: [String: [String: [PublishedFinding]]] = [:]
  /// Open documents by their files; nil until it is asked for.
  private var byFile: [[UInt8]: OpenDocument]?
  /// Folders that open documents are reached by; nil until it is asked for.
  private var links: [(real: String, link: String)]?

  init(_ host: any EditorHost) { self.host = host }

  func document(_ uri: String) -> OpenDocument? { documents[uri] }

  /// The open document of a file: where it is open under several addresses, the one whose text counts.
  ///
  /// - Parameter path: without links.
  func document(at path: String) -> OpenDocument? {
    let known = byFile ?? Dictionary(
      documents.values.compactMap { document in document.path.flatMap(host.path).map { (Array($0.utf8), document) } }, uniquingKeysWith: { $0.turn < $1.turn ? $1 : $0 })
    byFile = known
    return known[Array(path.utf8)]
  }

  /// The address of a file: of its open document, or through the links that open documents are reached by, as the editor knows its folder.
  ///
  /// - Parameter path: without links.
  func uri(of path: String) -> String {
    if let open = document(at: path) { return open.uri }
    let links = links ?? documents.values.compactMap { document in document.path.flatMap { own in host.path(of: own).flatMap { Self.link($0, own) } } }.sorted { $0.link < $1.link }
    self.links = links
    let link = links.filter { path.hasPrefix($0.real + "/") }.max { $0.real.utf8.count < $1.real.utf8.count }
    return FileURI.uri(link.map { $0.link + path.dropFirst($0.real.count) } ?? path)
  }

  /// The folders that differ: the same components behind them are left out. Nil where there is no link.
  private static func link(_ real: String, _ own: String) -> (real: String, link: String)? {
    var (real, own) = (real.split(separator: "/"), own.split(separator: "/"))
    while let last = real.last, own.last == last {
      real.removeLast()
      own.removeLast()
    }
    return real.isEmpty && own.isEmpty ? nil : ("/" + real.joined(separator: "/"), "/" + own.joined(separator: "/"))
  }

  var all: [OpenDocument] { documents.values.sorted { $0.uri < $1.uri } }

  func analysis(of document: OpenDocument) -> EditorAnalysis {
    if let known = analyses[document.uri] { return known }
    let analysis = EditorAnalysis(document, host) { findings(ofBareBase: $0, document.uri) }
    analyses[document.uri] = analysis
    return analysis
  }

  /// The repository is not searched again while only the text itself changes.
  private func findings(ofBareBase path: String, _ uri: String) -> [Diagnostic]? {
    guard !unextended.contains(uri) else { return nil }
    let found = host.findings(ofBareBase: path)
    if found == nil { unextended.insert(uri) }
    return found
  }

  // MARK: Changes

  func opened(_ item: Node?, _ encoding: PositionEncoding) {
    guard let uri = item?["uri"]?.string, let text = item?["text"]?.string else { return }
    take(OpenDocument(uri: uri, language: item?["languageId"]?.string ?? "", version: item?["version"]?.wholeNumber, text: text, encoding))
  }

  func changed(_ params: Node?) {
    guard let uri = params?.at("textDocument", "uri")?.string, var document = documents[uri] else { return }
    _ = document.change(params?["contentChanges"]?.items ?? [])
    document.version = params?.at("textDocument", "version")?.wholeNumber ?? document.version
    take(document)
  }

  /// - Returns: what was closed.
  func closed(_ params: Node?) -> String? {
    guard let uri = params?.at("textDocument", "uri")?.string, documents.removeValue(forKey: uri) != nil else { return nil }
    analyses[uri] = nil
    found[uri] = nil
    unpublished.removeAll { $0 == uri }
    // The file counts again.
    filesChanged()
    return uri
  }

  /// A text is a new one, or another one.
  private func take(_ document: OpenDocument) {
    let uri = document.uri
    turns += 1
    documents[uri] = document
    documents[uri]?.turn = turns
    analyses[uri] = nil
    unextended.formIntersection([uri])
    openTexts()
    // Others may extend it, or be configured by it.
    for (other, analysis) in analyses where analysis.readsOthers && isNeeded(uri, by: analysis) { forget(other) }
    unpublished.removeAll { $0 == uri }
    unpublished.insert(uri, at: 0)
  }

  /// Whether a text may settle what is found in another one.
  private func isNeeded(_ uri: String, by analysis: EditorAnalysis) -> Bool {
    guard let path = documents[uri]?.path else { return false }
    guard !path.hasSuffix("/rung.yaml"), let own = analysis.spec?.study.analysis, let real = host.path(of: path) else { return true }
    // Whether a text without a name is a base lies with those that extend it; what could not be found may be there now.
    if own.mayBeBase || own.lacksBase { return true }
    return own.sources.files.contains { host.path(of: $0.name).map { $0.utf8.elementsEqual(real.utf8) } == true }
  }

  func filesChanged() {
    unextended = []
    openTexts()
    for uri in documents.keys.sorted() { forget(uri) }
  }

  private func forget(_ uri: String) {
    analyses[uri] = nil
    if !unpublished.contains(uri) { unpublished.append(uri) }
  }

  private func openTexts() {
    (byFile, links) = (nil, nil)
    host.open(documents.values.sorted { $0.turn < $1.turn }.compactMap { document in document.path.map { ($0, document.bytes) } })
  }

  // MARK: Publishing

  var hasUnpublished: Bool { !unpublished.isEmpty }

  /// Judges the next document, and hands on what to publish. What it says of others follows when all are judged: a base may have hundreds.
  func publishNext(_ publish: (Node) -> Void) {
    guard !unpublished.isEmpty else { return }
    let uri = unpublished.removeFirst()
    if let document = documents[uri] {
      let before = found[uri] ?? [:]
      let now = PublishedFindings.of(analysis(of: document), in: self, host)
      found[uri] = now
      for target in Set(before.keys).union(now.keys) where !Self.isSame(before[target] ?? [], now[target] ?? []) { stale.insert(target) }
      publishAll(of: uri, publish)
    }
    guard unpublished.isEmpty else { return }
    for target in stale.sorted() { publishAll(of: target, publish) }
  }

  private func publishAll(of uri: String, _ publish: (Node) -> Void) {
    stale.remove(uri)
    guard let shown = documents[uri] else { return }
    let all = found.keys.sorted().flatMap { found[$0]?[uri] ?? [] }
    publish(.object([("uri", .text(uri)), ("version", shown.version.map { .number($0) }), ("diagnostics", PublishedFinding.merged(all))]))
  }

  private static func isSame(_ one: [PublishedFinding], _ other: [PublishedFinding]) -> Bool { one.count == other.count && zip(one, other).allSatisfy { $0.isSame(as: $1) } }
}
