internal import ArgumentParser
internal import RungOutput
internal import RungProviders

struct ProvidersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "providers",
    abstract: "List the providers, or show one: options, requests, published limits.",
    discussion: """
      EXAMPLES:
        rung providers
        rung providers tenbyte
        rung providers --format json | jq '.providers[] | {id, limits: [.products[].limits[].name]}'
      """)

  @Argument(help: "A provider's id.", completion: .list(Providers.ids))
  var name: String?

  @Option(help: "text, json for programs (see `rung schema providers`), or markdown.")
  var format: PageFormat = .text

  @OptionGroup var color: ColorOption

  func run() throws {
    let console = Console()
    let provider = try name.map { name in
      guard let provider = Providers.named(name) else { throw Failure.usage(ProviderOption.unknown(name, Providers.ids)) }
      return provider
    }
    let shown = provider.map { [$0] } ?? Providers.all
    switch format {
    case .json: console.print(ProviderJSON.text(shown))
    case .markdown: console.print(shown.map(ProviderMarkdown.text).joined(separator: "\n"))
    case .text: console.show(provider.map { ProviderText.page($0, style: Console.resultStyle) } ?? ProviderText.list(shown))
    }
    try console.end(.clean)
  }
}
