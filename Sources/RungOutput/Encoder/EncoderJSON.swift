package import RungProviders
package import RungSource

/// A setup as JSON: the whole command as lists of words, files by name, settings as they are entered.
package enum EncoderJSON {
  package static func node(_ setup: EncoderSetup) -> Node {
    JSONForm<EncoderSetup>.object {
      if let command = setup.command {
        JSONMember("argv", .list(.text)) { _ in words(command, command.arguments) }
        JSONMember("test_argv", .list(.text)) { _ in words(command, command.testArguments(seconds: "10")) }
        JSONMember("directories", .list(.text)) { _ in command.directories }
      }
      if !setup.settings.isEmpty { JSONMember("settings", .list(setting)) { $0.settings } }
      if !setup.files.isEmpty { JSONMember("files", .dictionary) { $0.files.map { ($0.name, $0.text) } } }
    }.node(setup)
  }

  private static var setting: JSONForm<EncoderSetting> {
    .object {
      JSONMember("page", .text) { $0.page }
      JSONMember("name", .text) { $0.name }
      JSONMember("value", .text) { $0.value }
    }
  }

  private static func words(_ command: EncoderCommand, _ arguments: [CommandArgument]) -> [String] {
    [command.program, "-hide_banner", "-nostdin", "-y"] + arguments.map(\.text)
  }
}
