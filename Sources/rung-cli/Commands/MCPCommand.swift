internal import ArgumentParser
internal import Rung
internal import RungServers

struct MCPCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mcp",
    abstract: "Serve language models: check, compile, plan, convert, explain and design as tools.",
    usage: "rung mcp [<options>]",
    discussion: """
      Speaks the Model Context Protocol over standard input and output; a client starts it, see docs/mcp.md. Tools take texts, or paths of files that are \
      judged as `rung check` judges them, with the configuration of their directory, with comments that allow findings, and with --baseline. They \
      answer with the documents of --format json.

      Nothing is sent and no file is written. References to secrets are never resolved. With --root, every path that a tool is given lies in that \
      directory, relative ones start there, and `extends` stays in it.

      EXAMPLES:
        rung mcp --root channels

      EXIT CODES:
        0  the client has closed its input
        2  wrong usage
        3  a file that an option names cannot be read
      """)

  @OptionGroup var root: RootOption

  @Option(
    help: ArgumentHelp("Findings of this file pass, and new ones do not, as for `rung check`.", valueName: "file"), completion: .file(extensions: ["json"]),
    transform: Word.path)
  var baseline: String?

  func run() throws {
    guard root.stdin.name == nil else { throw Failure.usage("standard input brings messages of a client; remove --stdin-filename") }
    MessagePipe.serve(ToolServer(try ToolFiles(root, baseline: baseline), version: rungVersion), .lines)
  }
}
