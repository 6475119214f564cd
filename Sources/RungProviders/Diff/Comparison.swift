package import RungSource

/// Which differences of a provider's bodies have a meaning: data, like every other fact.
package struct Comparison: Sendable {
  /// The resources at the provider, in the order of reports.
  package struct Resource: Sendable {
    package let name: String
    /// For a sentence, without an article.
    package let noun: String
    /// The member that distinguishes several of one stream.
    package let key: String?

    package init(_ name: String, _ noun: String, key: String? = nil) { (self.name, self.noun, self.key) = (name, noun, key) }
  }

  package enum Members: Sendable {
    /// Words, in no order.
    case words
    /// Objects identified by these members: the first list of them that distinguishes all objects in both versions. The first
    /// member names them.
    case objects([[String]], inOrder: Bool)
  }

  /// A list in a body. A single value in its place is a list of one.
  package struct List: Sendable {
    package let path: String
    package let members: Members

    package init(_ path: String, _ members: Members) { (self.path, self.members) = (path, members) }
  }

  /// The default of an omitted value.
  package struct Default: Sendable {
    package enum Value: Sendable {
      case text(String)
      case number(Int)
      case bool(Bool)
      /// An empty list or object, or an empty text, is the same as none.
      case empty
      /// The provider generates one: in an answer it is not a difference.
      case made
    }

    package let path: String
    package let value: Value
    package let citation: Citation
    /// It applies only where another path has this value; for a list, where one of its words is this value.
    package let condition: (path: String, value: String)?
    /// Only answers omit it for this reason; in a request an omission means something else.
    package let inAnswers: Bool

    package init(
      _ path: String, _ value: Value, _ citation: Citation, when condition: (path: String, value: String)? = nil, inAnswers: Bool = false
    ) {
      (self.path, self.value, self.citation, self.condition, self.inAnswers) = (path, value, citation, condition, inAnswers)
    }
  }

  /// Two ways to write the same.
  package struct Synonym: Sendable {
    package let path: String
    package let written: String
    /// Nil: the same as omitting it.
    package let means: String?
    package let citation: Citation

    package init(_ path: String, _ written: String, means: String?, _ citation: Citation) {
      (self.path, self.written, self.means, self.citation) = (path, written, means, citation)
    }
  }

  /// The value of an answer that identifies its resource in later requests.
  package struct Identity: Sendable {
    /// The name of its placeholder in URLs and bodies of requests.
    package let name: String
    package let path: String
    /// The create request contains it, so that a spec has it as well. Otherwise the provider assigns it.
    package let isChosen: Bool
    package let form: Form

    package init(_ name: String, at path: String, isChosen: Bool = false, form: Form = .urlPart) {
      (self.name, self.path, self.isChosen, self.form) = (name, path, isChosen, form)
    }

    /// What such a value looks like.
    package enum Form {
      /// It stands in URLs, as one part of the path.
      case urlPart
      /// It stands in bodies, and is an Amazon Resource Name.
      case arn

      package func holds(_ text: String) -> Bool {
        switch self {
        case .urlPart: !text.isEmpty && text != "." && text != ".." && !text.contains("/")
        case .arn: text.hasPrefix("arn:") && text.split(separator: ":").count > 5
        }
      }
    }
  }

  package var resources: [Resource] = []
  /// The fields of its requests: other differences are not judged.
  package var known = KnownFields([])
  /// By resource.
  package var lists: [String: [List]] = [:]
  package var defaults: [String: [Default]] = [:]
  package var synonyms: [String: [Synonym]] = [:]
  /// Paths of credentials.
  package var credentials: [String: [String]] = [:]
  /// Paths that answers do not show, with the reason.
  package var untold: [String: [String]] = [:]

  /// Paths of names without effect, where Rung generates one if none is set.
  package var labels: [String: [String]] = [:]
  /// Paths that the provider ignores, by request: another value there is not a difference.
  package var ignored: [String: [String]] = [:]
  /// Keys of objects that choose something by being there, also when they are empty.
  package var choices: Set<String> = []
  /// By kind of body, how an answer identifies its resource. Without it, nothing is planned from the answer.
  package var identities: [String: Identity] = [:]
  /// Resources that an answer lists completely, by the key of the list: one that is not listed does not exist.
  package var answered: [String: String] = [:]

  package init() {}

  package func noun(of resource: String) -> String { resources.first { $0.name == resource }?.noun ?? resource }
}
