internal import RungSource
internal import RungSpec

/// Puts references in the places of secrets, under names that say what they open.
struct SecretNaming {
  private(set) var named: [NamedSecret] = []
  private(set) var names: SecretNames
  private let secrets: Set<SourceSpan>
  /// Simulcast targets are numbered only where there are several.
  private var services = 0

  /// - Parameter names: those that other streams have given.
  init(secrets: Set<SourceSpan>, _ names: SecretNames) { (self.secrets, self.names) = (secrets, names) }

  /// The document with references, and their places.
  mutating func referenced(_ document: Node) -> Node {
    // Names that are used already mean something else.
    document.forEachLeaf { leaf in
      for name in SecretText.references(in: leaf.scalar?.text ?? "") { names.values[name] = "${env:\(name)}" }
    }
    services = document["simulcast"]?.items.count ?? 0
    return walked(document, [], document)
  }

  private mutating func walked(_ node: Node, _ path: [String], _ holder: Node) -> Node {
    switch node.content {
    case .map(let entries):
      var result: [Node.Entry] = []
      for entry in entries { result.append(Node.Entry(key: entry.key, value: walked(entry.value, path + [entry.key.value], node))) }
      return Node(.map(result), at: node.place)
    case .list(let items):
      var result: [Node] = []
      for item in items { result.append(walked(item, path, item)) }
      return Node(.list(result), at: node.place)
    case .scalar(let scalar):
      guard scalar.type == .string else { return node }
      // A field that is secret as a whole may hold what looks like a URL.
      guard secrets.contains(node.span) else {
        let word = Self.word(path, StreamURL(scalar.text))
        let text = SecretSigns.replacing(in: scalar.text) { name, secret in
          reference(to: secret, called: "\(word)_\(Self.upper(name))", at: node.place)
        }
        return text == scalar.text ? node : .string(text, at: node.place)
      }
      guard SecretText(scalar.text).isLiteral else { return node }
      return .string(reference(to: scalar.text, called: name(path, holder), at: node.place), at: node.place)
    }
  }

  private mutating func reference(to value: String, called base: String, at place: SourcePlace) -> String {
    var name = base
    var number = 2
    while let other = names.values[name], other != value {
      name = "\(base)_\(number)"
      number += 1
    }
    names.values[name] = value
    named.append(NamedSecret(variable: name, span: place.span))
    return "${env:\(name)}"
  }

  // MARK: Names

  private func name(_ path: [String], _ holder: Node) -> String {
    let url = holder["url"]?.scalar.flatMap { StreamURL($0.text) }
    switch (path.first, path.last) {
    case ("ingest", "token"): return "INGEST_TOKEN"
    case ("simulcast", "key"):
      guard services > 1, let service = url.flatMap({ Self.service($0.host) }) else { return "STREAM_KEY" }
      return "\(service)_STREAM_KEY"
    case ("recording", "key"):
      let scheme = url?.scheme ?? "s3"
      return scheme.hasSuffix("ftp") || scheme == "ftps" ? "FTP_USER" : "\(Self.upper(scheme))_KEY"
    case ("recording", "secret"):
      let scheme = url?.scheme ?? "s3"
      return scheme.hasSuffix("ftp") || scheme == "ftps" ? "FTP_PASSWORD" : "\(Self.upper(scheme))_SECRET"
    default: return Self.upper(path.suffix(2).joined(separator: "_"))
    }
  }

  /// What a URL is for, as the beginning of a name.
  private static func word(_ path: [String], _ url: StreamURL?) -> String {
    switch path.first {
    case "ingest": path.contains("backup") ? "BACKUP" : "SOURCE"
    case "simulcast": url.flatMap { service($0.host) } ?? "SIMULCAST"
    case "webhook": "WEBHOOK"
    case "recording": upper(url?.scheme ?? "recording")
    default: upper(path.last ?? "URL")
    }
  }

  /// `a.rtmp.youtube.com` → `YOUTUBE`.
  private static func service(_ host: String) -> String? {
    let labels = host.split(separator: ".")
    guard labels.count >= 2, AddressRange(host) == nil else { return nil }
    return upper(String(labels[labels.count - 2]))
  }

  /// Letters, digits and `_`, with a letter first: what a shell takes as a variable's name.
  private static func upper(_ text: String) -> String {
    let name = String(text.uppercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    return name.first.map { $0.isNumber ? "_\(name)" : name } ?? "SECRET"
  }
}
