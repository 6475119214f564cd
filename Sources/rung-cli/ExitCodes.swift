internal import ArgumentParser

/// What the process says when it ends.
enum Exit: Int32 {
  /// Nothing found at error level.
  case clean = 0
  case errorsFound = 1
  case usage = 2
  /// A file could not be read or written, or there was nothing to judge.
  case notRun = 3

  var code: ExitCode { ExitCode(rawValue) }
}

/// Ends a command with a sentence on standard error.
struct Failure: Error {
  let exit: Exit
  let message: String

  static func usage(_ message: String) -> Failure { Failure(exit: .usage, message: message) }
  static func notRun(_ message: String) -> Failure { Failure(exit: .notRun, message: message) }
}
