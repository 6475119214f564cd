internal import ArgumentParser
internal import Rung
internal import RungOutput

struct ConfigShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print what holds for a file, and which line says so.",
    discussion: """
      The configuration of a file is the rung.yaml of its directory, or of the nearest directory above it, up to the root of the \
      repository. The file itself need not exist.

      EXAMPLES:
        rung config show channels/news.yaml
        rung config show channels/news.yaml --format json
      """)

  @Argument(help: "A stream spec.", completion: .specs, transform: Word.path)
  var file: String

  @OptionGroup var policy: PolicyOption

  @Option(help: "text, or json for programs (see `rung schema config-show`).")
  var format: OutputFormat = .text

  @OptionGroup var color: ColorOption

  func run() throws {
    let source = try PolicySource(policy)
    let name = PathName.tidy(file)
    let configuration = try source.configuration(of: name)
    let place = source.place(of: name)
    var settings = configuration?.settings(for: place) ?? []
    if let ignored = try WalkRules(source).ignored(place) { settings.append(ignored) }
    let held = HeldSettings(file: name, configuration: configuration?.name, settings)
    let console = Console()
    console.put(format == .text ? held.text : ConfigurationJSON.text(held), toRead: format == .text)
    try console.end(.clean)
  }
}
