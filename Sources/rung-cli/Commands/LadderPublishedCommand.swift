internal import ArgumentParser
internal import Rung
internal import RungOutput
internal import RungSpec

struct LadderPublishedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "published",
    abstract: "List the published ladders that `rung ladder design` follows, each with its source.",
    discussion: """
      For each codec: the curve of each kind of content, point by point, with the published number that it is or the two that it lies between \
      (their geometric mean); then the published ladders themselves. Between its points a curve is straight where both scales are logarithmic; \
      beyond them, twice the pixels take 2^¾ = 1.68 times the bits.

      EXAMPLES:
        rung ladder published
        rung ladder published --codec av1
        rung ladder published --format markdown > ladders.md
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown
  }

  @Option(
    help: ArgumentHelp("Only this codec: h264, h265, av1, vp9 or vp8.", valueName: "codec"), completion: choices(LadderRequest.Codec.self),
    transform: { try choice($0) })
  var codec: LadderRequest.Codec?

  @Option(help: "text, or markdown: tables for a page.")
  var format: Format = .text

  @OptionGroup var color: ColorOption

  func run() throws {
    let console = Console()
    let only = codec.flatMap { VideoCodec(rawValue: $0.rawValue) }
    switch format {
    case .text: console.show(PublishedLadders.text(only, style: Console.resultStyle))
    case .markdown: console.print(PublishedLadders.markdown(only))
    }
    try console.end(.clean)
  }
}
