internal import ArgumentParser
internal import Glibc

/// The words of the command line. The parser takes texts, so that they come as ``PathText`` writes them.
enum Word {
  /// All but the name of the program.
  static func arguments() -> [String] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { CommandLine.unsafeArgv[$0].map { PathText.of($0) } }
  }

  /// Of an option or an argument that takes a path.
  static func path(_ word: String) throws -> String {
    guard !word.isEmpty else { throw ValidationError("a path is never empty") }
    return word
  }

  /// Of an option that takes a directory to write into.
  static func directory(_ word: String) throws -> String {
    guard word != "-" else { throw ValidationError("it takes a directory; without it, all goes to standard output") }
    return try path(word)
  }

  /// Of one that takes a name or a value.
  static func name(_ word: String) throws -> String {
    guard let text = String(validating: PathText.bytes(word), as: UTF8.self) else { throw ValidationError("it is no UTF-8") }
    guard !text.isEmpty else { throw ValidationError("a name is never empty") }
    return text
  }
}
