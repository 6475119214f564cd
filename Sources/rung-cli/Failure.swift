internal import ArgumentParser
internal import Rung

/// Ends a command with a sentence on standard error.
struct Failure: Error {
  let exit: Exit
  let message: String

  /// What the library says, and what to type.
  init(_ fault: RungError) {
    message =
      switch fault {
      case .unwritable: "\(fault); nothing was written"
      case .notOnePlan(_, _, let streams, let providers):
        "\(fault)\(providers > 1 ? "; say --for PROVIDER" : "")\(streams > 1 ? "; say --stream NAME" : "")"
      case .notOneStream: "\(fault); say --stream NAME"
      case .notMeasured: "\(fault); nothing was written"
      default: fault.description
      }
    exit =
      switch fault {
      case .unwritable, .notMeasured: .notRun
      case .noVariants, .noLadder: .errorsFound
      default: .usage
      }
  }

  init(exit: Exit, message: String) { (self.exit, self.message) = (exit, message) }

  static func usage(_ message: String) -> Failure { Failure(exit: .usage, message: message) }
  static func notRun(_ message: String) -> Failure { Failure(exit: .notRun, message: message) }
}
