internal import ArgumentParser

struct LadderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ladder",
    abstract: "Look at the encoding ladder of a spec.",
    discussion: """
      EXAMPLES:
        rung ladder inspect news.yaml           what each rendition comes to: level, GOP, buffer, segments
        rung ladder preview news.yaml           what viewers get: codecs, rates, totals; --hls, --dash
      """,
    subcommands: [LadderInspectCommand.self, LadderPreviewCommand.self])
}
