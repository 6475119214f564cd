internal import ArgumentParser
internal import RungOutput
internal import RungProviders
internal import RungSource

struct ProvidersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "providers",
    abstract: "List the providers, and the services that streams are sent on to, or show one: options, requests, limits.",
    discussion: """
      EXAMPLES:
        rung providers
        rung providers tenbyte
        rung providers youtube
        rung providers --format json | jq '.providers[] | {id, limits: [.products[].limits[].name]}'
      """)

  @Argument(help: "The id of a provider, or of a destination.", completion: .list(Providers.ids + Destinations.ids))
  var name: String?

  @Flag(help: "Only the services that streams are sent on to.")
  var destinations = false

  @Option(help: "text, json for programs (see `rung schema providers`), or markdown.")
  var format: PageFormat = .text

  @OptionGroup var color: ColorOption

  func run() throws {
    let console = Console()
    let (provider, destination) = (name.flatMap(Providers.named), name.flatMap(Destinations.named))
    if let name, destinations ? destination == nil : provider == nil && destination == nil {
      guard destinations else { throw Failure.usage(ProviderOption.unknown(name, Providers.ids + Destinations.ids)) }
      throw Failure.usage("there is no destination `\(name)`\(Similarity.nearest(to: name, among: Destinations.ids).question.map { "; \($0)" } ?? "; `rung providers --destinations` lists them")")
    }
    let providers = name == nil && !destinations ? Providers.all : [provider].compactMap { $0 }
    let receivers = name == nil ? Destinations.all : [destination].compactMap { $0 }
    let style = Console.resultStyle
    switch format {
    case .json: console.print(ProviderJSON.text((providers, receivers)))
    case .markdown: console.print((providers.map(ProviderMarkdown.text) + receivers.map(ProviderMarkdown.text)).joined(separator: "\n"))
    case .text where name == nil: console.show([ProviderText.list(providers), ProviderText.list(receivers)].filter { !$0.isEmpty }.joined(separator: "\n"))
    case .text: console.show(provider.map { ProviderText.page($0, style: style) } ?? receivers.map { ProviderText.page($0, style: style) }.joined())
    }
    try console.end(.clean)
  }
}
