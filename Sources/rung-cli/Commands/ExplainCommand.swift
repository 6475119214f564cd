internal import ArgumentParser
internal import Rung
internal import RungOutput
internal import RungProviders
internal import RungSource

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a rule, or what set a value of a request body.",
    usage: "rung explain [--value] [<id> ...] [--for <target> ...] [<options>]",
    discussion: """
      EXAMPLES:
        rung explain ladder/gop-mismatch
        rung explain tenbyte/too-many-renditions
        rung explain --value news.yaml 'ladder.video[0].gop' --for tenbyte
        rung explain --value news.yaml ladder          every value under `ladder`
      """)

  @Flag(help: "Explain a value: FILE and the PATH of the value in the body (ladder.video[0].gop or /ladder/video/0/gop).")
  var value = false

  @Argument(help: ArgumentHelp("A rule's id; with --value a file and a path.", valueName: "id"), completion: .ruleIDs, transform: Word.path)
  var words: [String] = []

  @OptionGroup var providers: ProviderOption

  @OptionGroup var root: RootOption

  @OptionGroup var color: ColorOption

  func run() throws {
    if value {
      guard words.count == 1 || words.count == 2 else {
        throw Failure.usage("write `rung explain --value FILE PATH`: the spec, and the path of a value in the body")
      }
      try explainValue(words[0], words.count == 2 ? words[1] : "")
      return
    }
    guard root.root == nil else { throw Failure.usage("--root goes with --value: a rule is in no file") }
    guard let id = words.first else { throw Failure.usage("no rule was named; `rung rules` lists them") }
    if words.count > 1, id.contains(".") {
      throw Failure.usage("to ask who set a value, write `rung explain --value \(words.joined(separator: " "))`")
    }
    let console = Console()
    for (index, id) in words.enumerated() {
      if index > 0 { console.print("\n") }
      let (rule, name) = try RuleLookup.find(id)
      console.show(RuleText.explain(rule, as: name, PackOption.adopted(allPacks), style: Console.resultStyle))
    }
    try console.end(.clean)
  }

  private func explainValue(_ file: String, _ path: String) throws {
    let console = Console()
    let ids = try ProviderOption.ids(providers.names)
    let (input, loader) = try Inputs.one(file, in: root)
    let analysis = compile(input, for: ids, loader: loader)
    // A value can be explained although another one is wrong; that the body is not to be sent is said all the same.
    if analysis.hasErrors { console.say("note: \(input.name) has errors (`rung check`); faulty values are left out of the body") }
    var writer = ValueText(analysis.sources, analysis.secrets)
    var known: [String] = []
    var text = ""
    for stream in analysis.streams {
      for plan in stream.plans {
        for step in plan.steps {
          guard let body = step.node else { continue }
          BodyLeaf.forEach(in: body) { leaf in
            known.append(leaf.path)
            guard leaf.isAtOrBelow(path) else { return }
            text += writer.text(leaf, "\(plan.provider) \(step.id)", analysis.origin(of: leaf.node.place))
          }
        }
      }
    }
    guard !known.isEmpty else {
      if analysis.hasErrors { throw Failure(exit: .errorsFound, message: "there is no body to explain") }
      if analysis.isBase { throw Failure.notRun(SpecFiles.isBase(input.name)) }
      throw Failure.usage("\(input.name) names no provider; add `targets`, or say --for \(ProviderOption.example)")
    }
    guard !text.isEmpty else {
      let near = Similarity.nearest(to: path, among: known).question
      throw Failure.usage("no body has a value `\(path)`; \(near ?? "`rung explain --value \(input.name)` lists all of them")")
    }
    console.show(text)
    try console.end(.clean)
  }
}
