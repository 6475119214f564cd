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
      """)

  @Argument(help: "A provider's id.", completion: .list(Providers.all.map(\.id)))
  var name: String?

  func run() throws {
    let console = Console()
    if let name {
      guard let provider = Providers.all.first(where: { $0.id == name }) else {
        throw Failure.usage(ProviderOption.unknown(name, Providers.all.map(\.id)))
      }
      console.print(ProviderText.page(provider, style: Console.resultStyle))
    } else {
      console.print(ProviderText.list(Providers.all))
    }
    try console.end(.clean)
  }
}
