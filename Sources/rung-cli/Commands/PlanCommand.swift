internal import ArgumentParser
internal import Rung
internal import RungOutput
internal import RungProviders

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Show the requests of a spec, in the order in which to send them.",
    discussion: """
      Method, URL, headers and body of each request; what to keep of its answer and where to use it, what to wait for, what \
      is billed, what cannot be undone. With --teardown: how to stop and delete everything again.

      FORMATS:
        text  to read
        json  for programs (see `rung schema plan.v1`); has both the setup and the teardown, and, under `origins`, who set \
      the values that the author did not
        curl  a shell script that sends it, stops at the first failure and waits where necessary; requires curl and jq. It \
      reads credentials from the environment and keeps what the teardown requires in a file
        http  requests to send one by one, for the REST Client of VS Code

      Credentials are always references. With errors nothing is shown.

      EXAMPLES:
        rung plan news.yaml --for tenbyte
        rung plan news.yaml --for mkio --format curl > up.sh && MKIO_TOKEN=… sh up.sh
        rung plan news.yaml --for mkio --format curl --teardown > down.sh
        rung plan news.yaml --format json | jq '.streams[0].plans[0].steps[].url'
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, curl, http
  }

  @Argument(help: "A stream spec, or - for standard input.", completion: .file(extensions: ["yaml", "yml", "json"]), transform: Word.path)
  var file: String

  @OptionGroup var root: RootOption

  @OptionGroup var providers: ProviderOption

  @Option(help: "text, json, curl or http.")
  var format: Format = .text

  @Flag(help: "Show the teardown: stop and delete what the plan created.")
  var teardown = false

  @Option(help: ArgumentHelp("Only the stream of this name, when the file holds several.", valueName: "name"), transform: Word.name)
  var stream: String?

  func run() throws {
    let job = try CompileJob(file, providers, root)
    var streams = job.analysis.streams.map { PlannedStream(name: $0.name, plans: $0.plans) }
    var slugs = StreamSlug.all(streams.map(\.name))
    if let stream {
      let names = streams.map { $0.name ?? "" }
      slugs = zip(slugs, streams).filter { $1.name == stream }.map(\.0)
      streams.removeAll { $0.name != stream }
      guard !streams.isEmpty else { throw Failure.usage("\(file) has no stream `\(stream)`; it has \(names.joined(separator: ", "))") }
    }
    guard streams.contains(where: { !$0.plans.isEmpty }) else {
      let encoders = job.analysis.streams.flatMap(\.setups).map(\.encoder)
      throw Failure.usage(encoders.first.map { ProviderOption.unknown($0, []) } ?? job.nothingToCompile)
    }
    switch format {
    case .text: job.console.show(try PlanText.text(streams, teardown: teardown, style: Console.resultStyle))
    case .json: job.console.print(try PlanJSON.text(streams, origin: job.analysis.origin(of:)))
    case .curl:
      let one = try only(streams, slugs)
      job.console.print(try PlanScript.text(one.plan, stream: one.name, slug: one.slug, teardown: teardown))
    case .http:
      let one = try only(streams, slugs)
      job.console.print(try PlanHTTP.text(one.plan, stream: one.name, teardown: teardown))
    }
    try job.console.end(.clean)
  }

  /// What one script is for.
  private func only(_ streams: [PlannedStream], _ slugs: [String]) throws -> (name: String?, slug: String, plan: RequestPlan) {
    let all = zip(streams, slugs).flatMap { stream, slug in stream.plans.map { (name: stream.name, slug: slug, plan: $0) } }
    guard let one = all.first, all.count == 1 else {
      let providers = Set(all.map(\.plan.provider)).count > 1 ? "; say --for PROVIDER" : ""
      let names = streams.count > 1 ? "; say --stream NAME" : ""
      throw Failure.usage("a file in the format \(format.rawValue) is for one stream and one provider, and here are \(all.count) plans\(providers)\(names)")
    }
    return one
  }
}
