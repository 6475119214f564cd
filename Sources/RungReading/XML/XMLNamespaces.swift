/// What prefixes are bound to at a place of a document. Prefixes are compared byte by byte, as XML does.
struct XMLNamespaces {
  static let xml = "http://www.w3.org/XML/1998/namespace"
  static let xmlns = "http://www.w3.org/2000/xmlns/"

  private var bound: [[UInt8]: String] = [Array("xml".utf8): xml]
  /// What the declarations of the elements that are open have replaced.
  private var replaced: [(prefix: [UInt8], by: String?)] = []

  /// The namespace of names without a prefix, attributes apart.
  private(set) var defaultNamespace: String?

  subscript(_ prefix: some Collection<UInt8>) -> String? { bound[Array(prefix)] }

  /// How many declarations are in force: what ``leave(_:)`` is given.
  var mark: Int { replaced.count }

  /// - Parameter prefix: empty for the default.
  mutating func bind(_ prefix: some Collection<UInt8>, to namespace: String?) {
    let prefix = Array(prefix)
    if prefix.isEmpty {
      replaced.append((prefix, defaultNamespace))
      defaultNamespace = namespace
    } else {
      replaced.append((prefix, bound.updateValue(namespace ?? "", forKey: prefix)))
    }
  }

  /// Ends the declarations of an element.
  mutating func leave(_ mark: Int) {
    while replaced.count > mark, let (prefix, before) = replaced.popLast() {
      if prefix.isEmpty { defaultNamespace = before } else { bound[prefix] = before }
    }
  }
}
