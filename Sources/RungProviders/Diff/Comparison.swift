package import RungSource

/// What a provider's bodies mean where two of them look different: data, like every other fact.
package struct Comparison: Sendable {
  /// What there is at the provider, in the order in which it is told.
  package struct Resource: Sendable {
    package let name: String
    /// For a sentence, without an article.
    package let noun: String
    /// The member that tells several of one stream apart.
    package let key: String?

    package init(_ name: String, _ noun: String, key: String? = nil) {
      self.name = name
      self.noun = noun
      self.key = key
    }
  }

  package enum Members: Sendable {
    /// Words, in no order.
    case words
    /// Objects that go by these members: the first list of them that tells all apart in both versions. The first member
    /// names them.
    case objects([[String]], inOrder: Bool)
  }

  /// A list in a body. A single value in its place is a list of one.
  package struct List: Sendable {
    package let path: String
    package let members: Members

    package init(_ path: String, _ members: Members) {
      self.path = path
      self.members = members
    }
  }

  /// What stands for a value that is left out.
  package struct Default: Sendable {
    package enum Value: Sendable {
      case text(String)
      case number(Int)
      case bool(Bool)
      /// An empty list or object, or an empty text, is the same as none.
      case empty
      /// The provider makes one up: in an answer it is no difference.
      case made
    }

    package let path: String
    package let value: Value
    package let citation: Citation
    /// It is so only where another path has this value; a list speaks through its words.
    package let condition: (path: String, value: String)?
    /// Only answers leave it out for this reason; in a request it is another thing to leave it out.
    package let inAnswers: Bool

    package init(
      _ path: String, _ value: Value, _ citation: Citation, when condition: (path: String, value: String)? = nil, inAnswers: Bool = false
    ) {
      self.path = path
      self.value = value
      self.citation = citation
      self.condition = condition
      self.inAnswers = inAnswers
    }
  }

  /// Two ways to say the same.
  package struct Synonym: Sendable {
    package let path: String
    package let written: String
    /// Nil: the same as leaving it out.
    package let means: String?
    package let citation: Citation

    package init(_ path: String, _ written: String, means: String?, _ citation: Citation) {
      self.path = path
      self.written = written
      self.means = means
      self.citation = citation
    }
  }

  /// What of an answer identifies its resource in later requests.
  package struct Identity: Sendable {
    /// The name of its place in URLs and bodies of requests.
    package let name: String
    package let path: String
    /// Whoever creates the resource names it, so that a spec has the name as well. Otherwise the provider assigns it.
    package let isChosen: Bool

    package init(_ name: String, at path: String, isChosen: Bool = false) {
      self.name = name
      self.path = path
      self.isChosen = isChosen
    }
  }

  package var resources: [Resource] = []
  /// What its requests declare: differences elsewhere are not judged.
  package var known = KnownFields([])
  /// By resource.
  package var lists: [String: [List]] = [:]
  package var defaults: [String: [Default]] = [:]
  package var synonyms: [String: [Synonym]] = [:]
  /// Paths of credentials.
  package var credentials: [String: [String]] = [:]
  /// Paths that answers do not show, with the reason.
  package var untold: [String: [String]] = [:]

  /// Paths of names that do nothing, where Rung makes one up if nobody says one.
  package var labels: [String: [String]] = [:]
  /// Paths that the provider reads over, by request: another value there is no difference.
  package var ignored: [String: [String]] = [:]
  /// By kind of body, how an answer identifies its resource. Where it does not, nothing is planned from it.
  package var identities: [String: Identity] = [:]
  /// What one answer tells all of, by the key that it tells them under: where it has the key and not the thing, there is none.
  package var answered: [String: String] = [:]

  package init() {}

  package func noun(of resource: String) -> String { resources.first { $0.name == resource }?.noun ?? resource }
}
