internal import ArgumentParser
internal import Rung
internal import RungPlatform
internal import RungProviders

struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Check specs again whenever they change.",
    usage: "rung watch [<paths> ...] [--for <target>] [--pack <pack>] [<options>]",
    discussion: """
      Checks the specs of files and directories as `rung check` does, then waits. When a file changes, is added or removed, all specs are \
      judged again, and what is about it is shown: its own findings, those of specs that extend it, and of other files what they cannot have \
      beside it. A changed rung.yaml shows all findings.

      It ends with Ctrl-C, or when nobody reads its output any more.

      EXIT CODES:
        0  nobody reads the output any more
        2  wrong usage
        3  there is nothing to watch, or its configuration cannot be read to begin with

      EXAMPLES:
        rung watch channels/
        rung watch . --for tenbyte --notes
      """)

  @Argument(
    help: "Files, directories, or patterns in quotes. Default: the current directory.", completion: .file(extensions: ["yaml", "yml", "json"]),
    transform: Word.path)
  var paths: [String] = []

  @OptionGroup var providers: ProviderOption
  @OptionGroup var packs: PackOption
  @OptionGroup var root: RootOption

  @Option(
    help: ArgumentHelp("Findings of this file pass (see `rung schema baseline`).", valueName: "file"), completion: .file(extensions: ["json"]),
    transform: Word.path)
  var baseline: String?

  @OptionGroup var shown: FindingsOption
  @OptionGroup var color: ColorOption

  func run() throws {
    guard !paths.contains(where: Inputs.isStandardInput) else { throw Failure.usage("standard input does not change; name files or directories") }
    let job = WatchJob(
      paths: paths.isEmpty ? ["."] : paths, targets: try providers.ids(), packs: try packs.packs(), root: root, baseline: baseline, detail: shown.detail)
    try job.run()
  }
}
