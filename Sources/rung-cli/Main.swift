internal import ArgumentParser
internal import Rung
internal import RungPlatform

@main enum Main {
  static func main() {
    // A reader that goes away (`| head`) ends our writing, not our judging.
    signal(SIGPIPE, SIG_IGN)
    // A file that grows too large is a write that fails, not an end with half of the work done.
    signal(SIGXFSZ, SIG_IGN)
    System.keepMemory()
    exit(run())
  }

  private static func run() -> Int32 {
    do {
      let arguments = try Word.arguments()
      if let paths = CheckCommand.plainPaths(arguments) {
        try CheckCommand.run(paths, for: nil, FindingsDetail(), strict: false)
        return Exit.clean.rawValue
      }
      if arguments == ["help", "--man"] {
        let console = Console()
        console.print(ManPage.text)
        try console.end(.clean)
        return Exit.clean.rawValue
      }
      try Word.refuseFileAsOption(arguments)
      try Word.refuseMissingValue(arguments)
      try Word.refuseIdleName(arguments)
      try RungCommand.refuseUnknownCommand(arguments)
      var command = try RungCommand.parseAsRoot(arguments)
      try command.run()
      return Exit.clean.rawValue
    } catch let failure as Failure {
      let console = Console()
      console.say("error: \(failure.message)")
      return failure.exit.rawValue
    } catch let fault as RungError {
      let failure = Failure(fault)
      let console = Console()
      console.say("error: \(failure.message)")
      return failure.exit.rawValue
    } catch let code as ExitCode {
      return code.rawValue
    } catch {
      // Help and versions come as errors too, with a code of success.
      let console = Console()
      let isAnswer = RungCommand.exitCode(for: error) == .success
      let text = RungCommand.fullMessage(for: error)
      guard isAnswer else {
        // One way to begin a sentence of ours and of the parser's.
        let said = text.hasPrefix("Error: ") ? "error: " + text.dropFirst(7) : text
        // Its lines are lines, unless an argument that it quotes may have brought some along.
        let isQuoting = CommandLine.arguments.contains { $0.contains { $0.isNewline } }
        for line in isQuoting ? [said[...]] : said.split(separator: "\n", omittingEmptySubsequences: false) { console.say(String(line)) }
        return Exit.usage.rawValue
      }
      console.print(text.hasSuffix("\n") ? text : text + "\n")
      return (console.finish() ? Exit.clean : Exit.notRun).rawValue
    }
  }
}
