internal import ArgumentParser
internal import RungSource

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a commented spec to start from.",
    discussion: """
      The file passes `rung check` unchanged; for several providers, a warning says what one of them cannot express. \
      Nothing is overwritten; - writes to standard output. Below a schema that `rung schema stream --write` has written, the \
      first line tells editors where that is.

      EXAMPLES:
        rung init
        rung init channels/news.yaml --for tenbyte
      """)

  @Argument(help: "The file to write.", completion: .file(extensions: ["yaml", "yml"]), transform: Word.path)
  var file = "stream.yaml"

  @OptionGroup var providers: ProviderOption

  func run() throws {
    let text = Starter.text(for: try ProviderOption.ids(providers.names)?.map(\.rawValue))
    let console = Console()
    if file == "-" {
      console.print(text)
    } else {
      guard !file.hasSuffix(".json") else {
        throw Failure.usage("the starter has comments, which JSON has not; name a .yaml file")
      }
      var schema = try WrittenSchema()
      try OutputFiles.write([OutputFiles.File(path: file, text: schema.named(in: text, of: file))], mustBeNew: true)
      console.say("wrote \(file); next: `rung check \(file)`")
    }
    try console.end(.clean)
  }
}
