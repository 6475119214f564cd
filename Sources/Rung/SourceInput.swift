public import RungReading
internal import RungSource

/// A text to check or to compile.
public struct SourceInput: Sendable {
  /// A path, or a name to show in findings. `.json` is read as JSON, `.yaml` and `.yml` as YAML.
  public var name: String
  public var bytes: [UInt8]
  /// Nil to go by the name, and for a name without a known ending by the first bytes.
  public var format: SourceFormat?

  public init(name: String, bytes: [UInt8], format: SourceFormat? = nil) {
    self.name = name
    self.bytes = bytes
    self.format = format
  }

  public init(name: String, text: String, format: SourceFormat? = nil) {
    self.init(name: name, bytes: Array(text.utf8), format: format)
  }
}

/// Finds the files that `extends` names. Rung itself opens none.
public struct Loader: Sendable {
  public enum Answer: Sendable {
    /// The name identifies the file: a file that is met again on its own way is a cycle.
    case file(SourceInput)
    /// Why not, as the end of a sentence: "does not exist"; and what to do, where the loader knows.
    case refused(String, help: String? = nil)
  }

  private let answer: @Sendable (_ path: String, _ from: String) -> Answer

  /// - Parameter answer: given the path as written and the name of the file that it is written in.
  public init(_ answer: @escaping @Sendable (_ path: String, _ from: String) -> Answer) {
    self.answer = answer
  }

  /// Refuses every path: a spec from memory stands alone.
  public static let none = Loader { _, _ in .refused("cannot be followed: no loader was given") }

  /// Files by name, held in memory.
  public static func memory(_ files: [String: String]) -> Loader {
    Loader { path, _ in files[path].map { .file(SourceInput(name: path, text: $0)) } ?? .refused("does not exist") }
  }

  func load(_ path: String, from name: String) -> Answer { answer(path, name) }
}
