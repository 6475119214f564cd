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

  @Option(help: "text, or json for programs (see `rung schema providers`).")
  var format: OutputFormat = .text

  func run() throws {
    let console = Console()
    if let name {
      guard let provider = Providers.named(name) else {
        throw Failure.usage(ProviderOption.unknown(name, Providers.ids))
      }
      format == .json ? console.print(ProviderJSON.text([provider])) : console.show(ProviderText.page(provider, style: Console.resultStyle))
    } else if format == .json {
      console.print(ProviderJSON.text(Providers.all))
    } else {
      console.show(ProviderText.list(Providers.all))
    }
    try console.end(.clean)
  }
}
