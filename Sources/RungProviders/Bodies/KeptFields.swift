package import RungSource

/// The members of a body that is kept as it was read, by key: only what its declaration refuses is left out.
package struct KeptFields: Sendable {
  private var members: [String: Located<Node>] = [:]

  package init() {}

  package subscript(key: String) -> Located<Node>? {
    get { members[key] }
    set { members[key] = newValue }
  }
}
