internal import ArgumentParser

struct LadderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ladder",
    abstract: "Look at the encoding ladder of a spec, or design one.",
    discussion: """
      EXAMPLES:
        rung ladder inspect news.yaml           figures of each rendition: level, GOP, buffer, segments
        rung ladder preview news.yaml           what viewers get: codecs, rates, totals; --hls, --dash
        rung ladder design --source 1920x1080@30 --for tenbyte
        rung ladder published                   the published ladders that designs follow
      """,
    subcommands: [LadderInspectCommand.self, LadderPreviewCommand.self, LadderDesignCommand.self, LadderPublishedCommand.self])
}
