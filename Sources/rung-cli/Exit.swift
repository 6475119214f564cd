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
