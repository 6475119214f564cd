internal import ArgumentParser
internal import Rung
internal import RungServers

struct LSPCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract: "Serve editors: findings while you type, completion, hover, fixes.",
    usage: "rung lsp [<options>]",
    discussion: """
      Speaks the Language Server Protocol over standard input and output; an editor starts it, see docs/editors.md. Stream specs, \
      rung.yaml and request bodies in JSON are judged as `rung check` judges them, with the configuration of their directory, with comments that allow \
      findings, and with --baseline. A text that is open counts in place of its file, also where others extend it.

      EXIT CODES:
        0  the editor has shut the server down, or has closed its input
        1  the editor ended it without shutting it down
        2  wrong usage
        3  a file that an option names cannot be read
      """)

  @OptionGroup var root: RootOption

  @Option(
    help: ArgumentHelp("Findings of this file pass, and new ones do not, as for `rung check`.", valueName: "file"), completion: .file(extensions: ["json"]),
    transform: Word.path)
  var baseline: String?

  @Flag(help: "Ignored: editors add it to say that messages come over standard input.")
  var stdio = false

  func run() throws {
    guard root.stdin.name == nil else { throw Failure.usage("standard input brings messages of an editor; remove --stdin-filename") }
    let server = EditorServer(try EditorFiles(root, baseline: baseline), version: rungVersion)
    MessagePipe.serve(server, .headers)
    if let code = server.exitCode, code != 0 { throw Exit.errorsFound.code }
  }
}
