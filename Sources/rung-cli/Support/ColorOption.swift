internal import ArgumentParser
internal import Synchronization

/// `--color`, the same for every command that prints text.
struct ColorOption: ParsableArguments {
  enum Choice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
  }

  @Option(
    help: ArgumentHelp(
      "auto, always or never. auto: on a terminal, unless NO_COLOR is set, and elsewhere with FORCE_COLOR or CLICOLOR_FORCE.", valueName: "when"))
  var color: Choice = .auto

  /// Said before anything is printed: a command prints in more than one place.
  func validate() { Self.said.withLock { $0 = color } }

  /// What the command line says.
  static var choice: Choice { said.withLock { $0 } }

  private static let said = Mutex<Choice>(.auto)
}
