internal import ArgumentParser
internal import Rung
internal import RungProviders
internal import RungReading
internal import RungSource
internal import RungSpec

struct LadderDesignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "design",
    abstract: "Write a ladder for a source that keeps every rule of its providers.",
    usage: "rung ladder design --source <size@fps> [--for <provider> ...] [<options>]",
    discussion: """
      A complete spec goes to standard output, with comments that explain each rendition and the limit that decided it; \
      `rung check` finds nothing in it. Bitrates follow published ladders (`rung ladder published`), steps Apple's, levels the \
      codec's tables. What only one provider supports is under its `overrides`.

      For a service that streams are sent on to (`rung providers --destinations`), the spec has the one rendition that OBS Studio sends there, \
      within the limits of the service: `rung compile FILE --for obs` prints the settings to enter.

      Where no ladder keeps every rule, the command says what prevents it and what would be possible, and ends with 1.

      EXAMPLES:
        rung ladder design --source 1920x1080@30 --for tenbyte
        rung ladder design --source 3840x2160@50 --codec h265 --content sports
        rung ladder design --source 1920x1080@25 --for tenbyte,livekit --max-bitrate 5M --rungs 3
        rung ladder design --source 1280x720@29.97 --for mkio --encoding passthrough -o channel.yaml
        rung ladder design --source 1920x1080@50 --for tenbyte --fps 25 --only ladder
        rung ladder design --source 1920x1080@60 --for youtube
        rung ladder design --source 1920x1080@30 --for mkio --format json | jq .renditions
        rung ladder design --source 1920x1080@50 --codec av1 -o channel.yaml --report channel.html
      """)

  enum Part: String, ExpressibleByArgument, CaseIterable {
    case ladder
  }

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case yaml, json
  }

  @Option(help: ArgumentHelp("What the encoder sends: 1920x1080@30, or @29.97 (30000/1001).", valueName: "size@fps"))
  var source: String

  @OptionGroup var providers: ProviderOption

  @Option(
    help: ArgumentHelp("The video codec: h264, h265, av1, vp9 or vp8.", valueName: "codec"), completion: choices(LadderRequest.Codec.self),
    transform: { try choice($0) })
  var codec: LadderRequest.Codec = .h264

  @Option(
    help: ArgumentHelp(
      "What the video shows: talking-head (people in front of a fixed camera), general, film or sports.", valueName: "class"),
    completion: choices(ContentClass.self), transform: { try choice($0) })
  var content: ContentClass = .general

  @Option(help: ArgumentHelp("The maximum bitrate of any rendition, peaks and audio included: 5M.", valueName: "bitrate"))
  var maxBitrate: String?

  @Option(help: ArgumentHelp("The number of renditions. Default: as few as reach a low resolution in good steps.", valueName: "count"))
  var rungs: Int?

  @Option(help: ArgumentHelp("The ladder's frame rate: the source's divided by an integer. Default: the source's.", valueName: "rate"))
  var fps: String?

  @Flag(inversion: .prefixedNo, help: "At most 30 frames per second in renditions below 540 lines. Default: where every provider supports it.")
  var halveLowRungs: Bool?

  @Option(
    help: ArgumentHelp(
      "Who encodes the renditions: transcode (the provider) or passthrough (the encoder). Default: the provider, where it supports the request.",
      valueName: "who"),
    completion: choices(LadderRequest.Encoding.self), transform: { try choice($0) })
  var encoding: LadderRequest.Encoding?

  @Option(help: ArgumentHelp("Write only this part of the spec: ladder.", valueName: "part"))
  var only: Part?

  @Option(help: "yaml, or json: spec, ladder and renditions, or what prevents them (see `rung schema design.v1`).")
  var format: Format = .yaml

  @Option(
    help: ArgumentHelp("Write an HTML page to this file: the ladder drawn beside the published ladders of its codec.", valueName: "file"), completion: .file(),
    transform: Word.path)
  var report: String?

  @OptionGroup var output: OutputOption

  @OptionGroup var color: ColorOption

  func run() throws {
    let request = try request()
    let console = Console()
    if only != nil, format == .json { throw Failure.usage("--only is for YAML, and JSON has the ladder beside the spec; remove --only") }
    let outcome = DesignOutcome(request)
    guard let designed = outcome.design else {
      for obstacle in outcome.obstacles { tell(obstacle, console) }
      if format == .json, let file = try output.write(outcome.json, console) { console.say("wrote \(file)") }
      return try console.end(.errorsFound)
    }
    var schema = try WrittenSchema()
    let text = format == .json ? outcome.json : only == .ladder ? designed.ladder : schema.named(in: designed.spec, of: output.file)
    if text.isEmpty {
      for remark in designed.remarks { console.say("note: \(remark)") }
      console.say("error: \(ProviderOption.titles(request.providers)) takes no ladder, so there is none to write; without `--only ladder` there is a spec")
      return try console.end(.errorsFound)
    }
    for remark in designed.remarks { console.say("note: \(remark)") }
    // Tests check this over thousands of requests; for any other request the findings are shown.
    let judged = check(SourceInput(name: format == .yaml ? output.file ?? "designed.yaml" : "designed.yaml", text: designed.spec, format: .yaml), for: designed.targets)
    let amiss = judged.diagnostics.filter { $0.severity != .note }
    if !amiss.isEmpty { Remarks.tell(amiss, of: judged, console) }
    let page = try report.map { path in
      guard let page = designed.report(date: try DayText.ofEnvironment()) else {
        throw Failure.usage("--report: \(ProviderOption.titles(request.providers)) makes the ladder, so there are no renditions to draw")
      }
      return OutputFiles.File(path: path, text: page)
    }
    if let file = try output.write(text, console) { console.say("wrote \(file)") }
    if let page, try OutputFiles.write([page]) > 0 { console.say("wrote \(page.path)") }
    try console.end(judged.hasErrors ? .errorsFound : .clean)
  }

  private func request() throws -> LadderRequest {
    let ids = try ProviderOption.ids(providers.names, among: Targets.ids + Destinations.ids) ?? []
    for id in ids where Encoders.all.contains(where: { $0.id == id.rawValue }) {
      throw Failure.usage("`\(id)` encodes any ladder: design one for the providers, and then `rung compile --for \(id)`")
    }
    var request: LadderRequest
    do throws(DesignWords.Fault) {
      request = try DesignWords(source: source, maxBitrate: maxBitrate, fps: fps).request(for: ids, (source: "--source", maxBitrate: "--max-bitrate", fps: "--fps"))
    } catch {
      throw Failure.usage(error.message)
    }
    request.codec = codec
    request.content = content
    request.rungs = rungs
    request.halvesLowRungs = halveLowRungs
    request.encoding = encoding
    return request
  }

  private func tell(_ obstacle: LadderObstacle, _ console: Console) {
    console.say("error: \(obstacle.message)")
    if let help = obstacle.help { console.say("  = help: \(help)") }
    if let citation = obstacle.citation { console.say("  = see: \(citation.text)") }
  }
}
