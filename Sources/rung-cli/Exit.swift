internal import ArgumentParser

/// What the process says when it ends.
enum Exit: Int32 {
  /// Nothing found at error level.
  case clean = 0
  /// Something found at error level, or drift where that was asked for.
  case errorsFound = 1
  case usage = 2
  /// A file could not be read, written or understood, or there was nothing to judge. It is the answer where there are errors as well.
  case notRun = 3

  var code: ExitCode { ExitCode(rawValue) }
}
