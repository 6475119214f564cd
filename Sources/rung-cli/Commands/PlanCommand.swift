internal import ArgumentParser
internal import Rung
internal import RungOutput
internal import RungProviders

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Show the requests of a spec, in the order in which to send them.",
    discussion: """
      Method, URL, headers and body of each request, what to wait for after it, and who set the values that the author \
      did not (in the JSON, under `origins`). Credentials stand as references. With errors nothing is shown.

      EXAMPLES:
        rung plan news.yaml --for tenbyte
        rung plan news.yaml --format json | jq '.streams[0].plans[0].steps[].url'
      """)

  @Argument(help: "A stream spec, or - for standard input.", completion: .file(extensions: ["yaml", "yml", "json"]))
  var file: String

  @OptionGroup var providers: ProviderOption

  @Option(help: "text, or json for programs (see `rung schema plan`).")
  var format: OutputFormat = .text

  func run() throws {
    let job = try CompileJob(file, providers)
    let streams = job.analysis.streams.map { PlannedStream(name: $0.name, plans: $0.plans) }
    guard streams.contains(where: { !$0.plans.isEmpty }) else { throw Failure.usage(job.nothingToCompile) }
    switch format {
    case .text: job.console.print(PlanText.text(streams, style: Console.resultStyle))
    case .json: job.console.print(PlanJSON.text(streams, origin: job.analysis.origin(of:)))
    }
    try job.console.end(.clean)
  }
}
