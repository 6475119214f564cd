/// Finds the files that `extends` names. Rung itself opens none.
public struct Loader: Sendable {
  /// What a loader says of a path.
  public enum Answer: Sendable {
    /// The name identifies the file: a file that is met again on its own way is a cycle.
    case file(SourceInput)
    /// Why not, as the end of a sentence: "does not exist"; and what to do, where the loader knows.
    case refused(String, help: String? = nil)
  }

  private let answer: @Sendable (_ path: String, _ from: String) -> Answer

  /// - Parameter answer: given the path as written and the name of the file that it is written in.
  public init(_ answer: @escaping @Sendable (_ path: String, _ from: String) -> Answer) { self.answer = answer }

  /// Refuses every path: a spec from memory has no other files.
  public static let none = Loader { _, _ in .refused("cannot be read: no loader was given") }

  /// Files by name, held in memory.
  public static func memory(_ files: [String: String]) -> Loader {
    Loader { path, _ in files[path].map { .file(SourceInput(name: path, text: $0)) } ?? .refused("does not exist") }
  }

  package func load(_ path: String, from name: String) -> Answer { answer(path, name) }
}
