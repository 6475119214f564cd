internal import ArgumentParser

/// Ends a command with a sentence on standard error.
struct Failure: Error {
  let exit: Exit
  let message: String

  static func usage(_ message: String) -> Failure { Failure(exit: .usage, message: message) }
  static func notRun(_ message: String) -> Failure { Failure(exit: .notRun, message: message) }
}
