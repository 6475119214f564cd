package import RungProviders
package import RungSource

/// A setup as JSON: the whole command as lists of words, files by name, settings as they are entered.
package enum EncoderJSON {
  package static func node(_ setup: EncoderSetup) -> Node {
    var members: [(String, Node)] = []
    if let command = setup.command {
      members.append(("argv", words(command, command.arguments)))
      members.append(("test_argv", words(command, command.testArguments(seconds: "10"))))
      members.append(("directories", JSONTree.list(command.directories.map { JSONTree.string($0) })))
    }
    if !setup.settings.isEmpty {
      members.append((
        "settings",
        JSONTree.list(
          setup.settings.map {
            JSONTree.object([
              ("page", JSONTree.string($0.page)), ("name", JSONTree.string($0.name)), ("value", JSONTree.string($0.value)),
            ])
          })
      ))
    }
    if !setup.files.isEmpty { members.append(("files", JSONTree.object(setup.files.map { ($0.name, JSONTree.string($0.text)) }))) }
    return JSONTree.object(members)
  }

  private static func words(_ command: EncoderCommand, _ arguments: [CommandArgument]) -> Node {
    JSONTree.list(([command.program, "-hide_banner", "-nostdin", "-y"] + arguments.map(\.text)).map { JSONTree.string($0) })
  }
}
