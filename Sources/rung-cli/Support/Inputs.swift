internal import Rung
internal import RungReading

/// Texts for the commands, one after another.
enum Inputs {
  static let standardInputName = "<stdin>"
  static let limit = Bounds().fileSize

  /// One file that a command is about.
  ///
  /// - Parameter takes: what the command takes, for who names a directory.
  static func one(_ argument: String, takes: String = "one file") throws -> (input: Input, loader: Loader) {
    let path = argument == "-" || argument == "/dev/stdin" ? "-" : PathName.tidy(argument)
    do throws(Unreadable) {
      return try read(path)
    } catch {
      if PathName.kind(path) == .directory {
        throw Failure.notRun("\(argument) is a directory; this command takes \(takes)")
      }
      throw Failure.notRun("\(path == "-" ? standardInputName : argument) \(error.reason)")
    }
  }

  static func read(_ path: String) throws(Unreadable) -> (input: Input, loader: Loader) {
    if path == "-" {
      let bytes = try FileText.readStandardInput(limit: limit)
      return (Input(name: standardInputName, bytes: bytes), DiskLoader.loader(for: nil, limit: limit))
    }
    return (Input(name: path, bytes: try FileText.read(path, limit: limit)), DiskLoader.loader(for: path, limit: limit))
  }
}
