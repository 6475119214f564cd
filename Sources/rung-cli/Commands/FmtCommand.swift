internal import ArgumentParser
internal import Rung
internal import RungSource

struct FmtCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Bring stream specs into their canonical form.",
    usage: "rung fmt <paths> ... [--check] [--diff] [<options>]",
    discussion: """
      Writes keys in the order of the schema, quantities in one spelling (3500k, 2s), quotes only where they are needed, and \
      two blanks for each level. Comments stay beside what they are about, an anchor stays before its aliases, and lists are \
      never reordered. JSON stays JSON. What the text says is compared before and after; nothing else is written.

      Takes files, directories, patterns in quotes and - for standard input, as `rung check` does: in a directory only specs and bases \
      are formatted. A file that cannot be read is not touched.

      EXAMPLES:
        rung fmt channels/
        rung fmt --check .
        rung fmt --diff news.yaml
        git diff --name-only main... | rung fmt --files-from -
        rung fmt - --stdin-filename channels/news.yaml < news.tmp
      """)

  @Argument(help: "Files, directories, patterns, or - for standard input.", completion: .specs, transform: Word.path)
  var paths: [String] = []

  @Option(
    name: .customLong("files-from"),
    help: ArgumentHelp("A list of paths, one on each line, or - for standard input; names of other files and of deleted ones are passed over. May be repeated.", valueName: "file"),
    completion: .file(), transform: Word.path)
  var lists: [String] = []

  @Flag(help: "Write nothing; name the files that are not in their canonical form, and exit 1 if there is one.")
  var check = false

  @Flag(help: "Write nothing; print what would change as a unified diff, and exit 1 if there is something.")
  var diff = false

  @Flag(name: .shortAndLong, help: "Say errors only.")
  var quiet = false

  @OptionGroup var root: RootOption

  func run() throws {
    guard !paths.isEmpty || !lists.isEmpty else { throw Failure.usage("no file was named; write `rung fmt FILE`, or `rung fmt .` for all specs below this directory") }
    let isInput = paths.contains(where: Inputs.isStandardInput)
    if isInput, paths.count > 1 || !lists.isEmpty { throw Failure.usage("- prints the formatted text; remove the other paths") }
    var files = try SpecFiles(paths, among: lists.flatMap(FileList.names), in: root)
    let named = files.named
    let console = Console()
    var changes = FileChanges(root: try root.directory(), console)
    var document = FindingsDocument(as: .text, style: Console.remarkStyle, from: .error)
    var (count, changed, hasFailed, isHeld) = (0, 0, false, false)
    try files.forEach { spec in
      let old = spec.input.bytes
      switch formatted(spec.input, loader: spec.loader) {
      case .formatted(let new):
        count += 1
        let isSame = new.bytes == old
        if isInput, !check, !diff { console.pass(new.bytes) }
        if isSame { return }
        changed += 1
        if diff {
          changes.show(new, over: old)
        } else if check {
          console.show("\(new.name)\n")
        } else if !isInput {
          changes.write(new, over: old)
        }
      case .unreadable(let analysis):
        console.remark(document.add(analysis))
      case .notASpec:
        guard named.contains(Array(spec.input.name.utf8)) else { return }
        hasFailed = true
        console.say("error: \(spec.input.name) is no stream spec, and was not formatted")
      case .comment(let line):
        isHeld = true
        console.say("error: \(spec.input.name):\(line): the file was not formatted, because in its canonical form the comment would allow other findings; write it on a line of its own above the key that it is about, or use `allow-file`")
      case .fault(let difference):
        hasFailed = true
        console.say("error: \(spec.input.name) was not formatted, because \(difference) in the formatted text; this is a fault of Rung: please report it with the file")
      }
    } unreadable: { path, reason in
      hasFailed = true
      console.say("error: \(path.isEmpty ? "``" : path) \(reason)")
    }
    console.remark(document.rest)
    if count == 0, lists.isEmpty, document.errors == 0, !hasFailed, !isHeld { throw Failure.notRun(files.nothingFound(in: paths)) }
    if !quiet, count > 0, !isInput || check || diff {
      let all = "\(count) file\(count == 1 ? "" : "s")"
      console.say(check || diff ? "\(changed) of \(all) would be formatted" : "\(changes.written) of \(all) formatted")
    }
    let isLacking = document.errors > 0 || isHeld || (check || diff) && changed > 0
    try console.end(hasFailed || changes.hasFailed ? .notRun : isLacking ? .errorsFound : .clean)
  }
}
