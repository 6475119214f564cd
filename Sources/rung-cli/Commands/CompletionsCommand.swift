internal import ArgumentParser

struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Print a completion script for a shell.",
    discussion: """
      EXAMPLES:
        rung completions bash > /etc/bash_completion.d/rung
        rung completions zsh > ~/.zsh/completions/_rung
        rung completions fish > ~/.config/fish/completions/rung.fish
      """)

  enum Shell: String, ExpressibleByArgument, CaseIterable {
    case bash, zsh, fish
  }

  @Argument(help: "bash, zsh or fish.")
  var shell: Shell

  func run() throws {
    let console = Console()
    let target: CompletionShell =
      switch shell {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    let script = RungCommand.completionScript(for: target)
    console.print(script.hasSuffix("\n") ? script : script + "\n")
    try console.end(.clean)
  }
}
