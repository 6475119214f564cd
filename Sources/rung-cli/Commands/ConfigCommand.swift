internal import ArgumentParser

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Show what a configuration, rung.yaml, says about a file.", subcommands: [ConfigShowCommand.self])
}
