internal import Rung
internal import RungReading

/// Texts for the commands, one after another.
enum Inputs {
  static let standardInputName = "<stdin>"
  static let limit = Bounds().fileSize

  /// One file that a command is about.
  ///
  /// - Parameters:
  ///   - root: for a spec.
  ///   - takes: what the command takes, for who names a directory.
  static func one(_ argument: String, in root: RootOption? = nil, takes: String = "one file") throws -> (input: SourceInput, loader: Loader) {
    let path = argument == "-" || argument == "/dev/stdin" ? "-" : PathName.tidy(argument)
    let root = try root?.directory()
    do throws(Unreadable) {
      return try read(path, root: root)
    } catch {
      if PathName.kind(path) == .directory {
        throw Failure.notRun("\(argument) is a directory; this command takes \(takes)")
      }
      throw Failure.notRun("\(path == "-" ? standardInputName : argument) \(error.reason)")
    }
  }

  static func read(_ path: String, root: String? = nil) throws(Unreadable) -> (input: SourceInput, loader: Loader) {
    if path == "-" {
      let bytes = try FileText.readStandardInput(limit: limit)
      return (SourceInput(name: standardInputName, bytes: bytes), DiskLoader.loader(for: nil, root: root, limit: limit))
    }
    return (SourceInput(name: path, bytes: try FileText.read(path, limit: limit)), DiskLoader.loader(for: path, root: root, limit: limit))
  }
}
