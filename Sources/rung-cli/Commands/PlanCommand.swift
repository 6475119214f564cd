internal import ArgumentParser
internal import Rung
internal import RungProviders
internal import RungSource

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Show the requests of specs, in the order in which to send them.",
    usage: "rung plan <paths> ... [--for <target> ...] [--format <format>] [--teardown] [--stream <name>] [<options>]",
    discussion: """
      Method, URL, headers and body of each request; what to keep of its answer and where to use it, what to wait for, what \
      is billed, what cannot be undone. With --teardown: how to stop and delete everything again.

      FORMATS:
        text  to read
        json  for programs (see `rung schema plan.v1`); has both the setup and the teardown, and, under `origins`, who set \
      the values that the author did not
        curl  a shell script that sends it, stops at the first failure and waits where necessary; requires curl and jq. It \
      reads credentials from the environment and keeps what is done in a file: run it again to go on after a failure, without \
      creating anything twice. `sh up.sh --help` lists its options (--state-dir, --done, --again) and variables (RUNG_WAIT=no)
        http  requests to send one by one, for the REST Client of VS Code

      text and json hold every stream of all files, in their order; curl and http are for one stream and one provider: \
      --stream and --for choose.

      Credentials are always references. With errors in any file nothing is shown.

      EXAMPLES:
        rung plan news.yaml --for tenbyte
        rung plan news.yaml --for mkio --format curl > up.sh && MKIO_TOKEN=… sh up.sh
        rung plan news.yaml --for mkio --format curl --teardown > down.sh
        rung plan channels/ --for mkio --stream "Evening News" --format curl > up.sh
        rung plan news.yaml --format json | jq '.streams[0].plans[0].steps[].url'
      """)

  @OptionGroup var options: CompileOptions

  @Option(help: "text, json, curl or http.")
  var format: PlanFormat = .text

  @Flag(help: "Show the teardown: stop and delete what the plan created.")
  var teardown = false

  @Option(help: ArgumentHelp("Only the stream of this name, when there are several.", valueName: "name"), transform: Word.name)
  var stream: String?

  @OptionGroup var color: ColorOption

  func run() throws {
    let job = try CompileJob(options, for: "plan")
    let all = CompiledPlans(job.analyses)
    let plans = try stream.map { name throws(RungError) in try all.only(stream: name) } ?? all
    guard !plans.all.isEmpty else {
      let encoders = job.analyses.flatMap(\.streams).flatMap(\.setups).map(\.encoder)
      throw Failure.usage(encoders.first.map { ProviderOption.unknown($0.rawValue, []) } ?? job.nothingToCompile)
    }
    if let stream, plans.streams.count > 1, format == .curl || format == .http {
      let places = plans.streams.map { $0.place() }.joined(separator: ", ")
      throw Failure.usage("\(plans.streams.count) streams have the name `\(stream)`: \(places); name the file of one, or give each a name of its own")
    }
    job.console.put(try plans.rendered(as: format, teardown: teardown, style: Console.resultStyle), toRead: format == .text)
    try job.console.end(.clean)
  }
}
