package import RungProviders

/// A command as a POSIX shell script: the arguments by purpose, then the program, which replaces the shell.
package enum EncoderScript {
  package static func text(_ command: EncoderCommand, of setup: EncoderSetup) -> String {
    var text = "#!/bin/sh\n"
    func line(_ words: String) { text += words.isEmpty ? "\n" : words + "\n" }
    func comment(_ words: String) { line(words.isEmpty ? "#" : ShellText.comment(words)) }
    comment("\(setup.stream ?? "A stream without a name"), encoded by \(command.program). Written by `rung compile --for \(setup.encoder)`.")
    for remark in setup.remarks { comment(remark) }
    comment("")
    comment("RUNG_TEST=10 in the environment runs it for ten seconds with a test pattern and a tone.")
    var names: [String] = []
    for name in command.parts.flatMap(\.lines).flatMap({ $0 }).flatMap(\.environment) where !names.contains(name) { names.append(name) }
    let inputs = command.input.flatMap(\.environment)
    if !(inputs + names).isEmpty { comment("Reads from the environment: \((inputs + names).joined(separator: ", ")).") }
    line("set -eu")
    line("")
    for name in names { line(": \"${\(name):?is not set}\"") }
    line("if [ -n \"${RUNG_TEST:-}\" ]; then")
    line("  set -- -t \"$RUNG_TEST\" \(words(command.testInput))")
    line("else")
    for name in inputs { line("  : \"${\(name):?is not set: the input to encode}\"") }
    line("  set -- \(words(command.input))")
    line("fi")
    for part in command.parts {
      line("")
      comment(part.title)
      line("set -- \"$@\" \\")
      for (index, arguments) in part.lines.enumerated() {
        line("  \(words(arguments))\(index + 1 == part.lines.count ? "" : " \\")")
      }
    }
    line("")
    if !command.directories.isEmpty { line("mkdir -p \(command.directories.map(ShellText.quoted).joined(separator: " "))") }
    for file in setup.files { text += write(file) }
    line("exec \(command.program) -hide_banner -nostdin -y \"$@\"")
    return text
  }

  /// Replaces a file as a whole. What lies there is not written through: a link is replaced as well, and a directory is an error.
  private static func write(_ file: EncoderFile) -> String {
    let (path, new) = (ShellText.quoted(file.name), ShellText.quoted(file.name + ".new"))
    var end = "RUNG_END"
    while file.text.split(separator: "\n").contains(where: { $0 == end }) { end += "_" }
    return """
      rm -f \(new)
      (set -C; cat > \(new)) <<'\(end)'
      \(file.text)\(end)
      [ ! -d \(path) ] || rm -f \(path)
      mv -f \(new) \(path)

      """
  }

  private static func words(_ arguments: [CommandArgument]) -> String { arguments.map(word).joined(separator: " ") }

  private static func word(_ argument: CommandArgument) -> String {
    if argument.environment.isEmpty { return ShellText.quoted(argument.text) }
    let inside = argument.pieces.map { piece in
      switch piece {
      case .text(let text): ShellText.inside(text)
      case .environment(let name): "${\(name)}"
      }
    }
    return "\"\(inside.joined())\""
  }
}
