internal import Rung
internal import RungReading

/// Texts for the commands, one after another.
enum Inputs {
  static let standardInputName = "<stdin>"
  static let limit = Bounds().fileSize

  static func isStandardInput(_ argument: String) -> Bool { argument == "-" || argument == "/dev/stdin" }

  /// One spec that a command is about.
  static func one(_ argument: String, in root: RootOption) throws -> (input: SourceInput, loader: Loader) {
    try PolicySource(root.policy).settled(one(argument, root: root.directory(), stdin: root.stdin))
  }

  /// One file that a command is about.
  ///
  /// - Parameters:
  ///   - root: for a spec.
  ///   - takes: what the command takes, for who names a directory.
  static func one(_ argument: String, root: String? = nil, stdin: StdinOption, takes: String = "one file") throws -> (input: SourceInput, loader: Loader) {
    let path = isStandardInput(argument) ? "-" : PathName.tidy(argument)
    do throws(Unreadable) {
      return try read(path, root: root, stdin: stdin.name)
    } catch {
      if PathName.kind(path) == .directory {
        throw Failure.notRun("\(argument) is a directory; this command takes \(takes)")
      }
      throw Failure.notRun("\(shown(path == "-" ? path : argument, stdin: stdin.name)) \(error.reason)")
    }
  }

  /// - Parameter stdin: what standard input is called.
  static func read(_ path: String, root: String? = nil, stdin: String? = nil) throws(Unreadable) -> (input: SourceInput, loader: Loader) {
    if path == "-" {
      let bytes = try FileText.readStandardInput(limit: limit)
      // It is the text of that file, which no output replaces.
      if let stdin, case .success(let status) = PathName.status(stdin) { ReadFiles.note(status) }
      return (SourceInput(name: shown(path, stdin: stdin), bytes: bytes), DiskLoader.loader(for: stdin, root: root, limit: limit))
    }
    return (SourceInput(name: path, bytes: try FileText.read(path, limit: limit)), DiskLoader.loader(for: path, root: root, limit: limit))
  }

  static func shown(_ path: String, stdin: String?) -> String { path == "-" ? stdin ?? standardInputName : path }
}
