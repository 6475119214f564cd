internal import ArgumentParser
internal import Rung
internal import RungSource

struct PresetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "presets",
    abstract: "List the ladder presets, or show one.",
    discussion: """
      EXAMPLES:
        rung presets
        rung presets show tenbyte-balanced
      """,
    subcommands: [Show.self])

  func run() throws {
    let console = Console()
    let width = Presets.names.map(\.utf8.count).max() ?? 0
    for preset in Presets.all {
      let gap = String(repeating: " ", count: width - preset.name.utf8.count)
      console.print("\(preset.name)\(gap)  \(preset.title)\n")
      if !preset.source.isEmpty { console.print(String(repeating: " ", count: width) + "  from \(preset.source)\n") }
    }
    try console.end(.clean)
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Print a preset as shipped.")

    @Argument(help: "The preset's name.", completion: .list(Presets.names))
    var name: String

    func run() throws {
      guard let preset = Presets.named(name) else {
        let near = Similarity.nearest(to: name, among: Presets.names).question
        throw Failure.usage("there is no preset `\(name)`; \(near ?? "`rung presets` lists them")")
      }
      let console = Console()
      console.print(preset.text.hasSuffix("\n") ? preset.text : preset.text + "\n")
      try console.end(.clean)
    }
  }
}
