internal import RungProviders
internal import RungSource
internal import RungSpec

/// What the page about one text shows.
package struct ReportContent: Sendable {
  /// The text's name, as the user gave it.
  package var file: String
  /// Which Rung drew the page, and by which facts, in a line.
  package var edition: String
  /// What is wrong with the text as a whole: it does not read, or two of its streams are in each other's way.
  package var findings: ReportFindings
  package var streams: [ReportStream]
  /// How many streams more the text has, which are not drawn.
  package var undrawn: Int

  package init(file: String, edition: String, findings: ReportFindings, streams: [ReportStream], undrawn: Int = 0) {
    (self.file, self.edition, self.findings, self.streams, self.undrawn) = (file, edition, findings, streams, undrawn)
  }
}
