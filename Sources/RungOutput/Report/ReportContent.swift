package import RungProviders
package import RungSource
package import RungSpec

/// What the page about one text shows.
package struct ReportContent: Sendable {
  /// The text's name, as the user gave it.
  package var file: String
  /// What is wrong with the text as a whole: it does not read, or two of its streams are in each other's way.
  package var findings: ReportFindings
  package var streams: [ReportStream]
  /// How many streams more the text has, which are not drawn.
  package var undrawn: Int

  package init(file: String, findings: ReportFindings, streams: [ReportStream], undrawn: Int = 0) {
    (self.file, self.findings, self.streams, self.undrawn) = (file, findings, streams, undrawn)
  }
}

/// Findings, and the files that they point into.
package struct ReportFindings: Sendable {
  /// In the order of their places.
  package var diagnostics: [Diagnostic]
  package var sources: SourceMap
  package var secrets: Set<SourceSpan>

  package init(_ diagnostics: [Diagnostic], sources: SourceMap, secrets: Set<SourceSpan>) {
    (self.diagnostics, self.sources, self.secrets) = (diagnostics, sources, secrets)
  }
}

package struct ReportStream: Sendable {
  /// What kind of stream it is, in a few words each.
  package var facts: [Fact]
  package var inspection: InspectedStream
  package var totals: PreviewedTotals
  /// At most one for each codec of the ladder.
  package var references: [ReferenceLadder]
  package var matrix: Matrix.Table
  package var findings: ReportFindings

  package struct Fact: Sendable {
    package var title: String
    package var text: String

    package init(_ title: String, _ text: String) { (self.title, self.text) = (title, text) }
  }

  package init(
    facts: [Fact], inspection: InspectedStream, totals: PreviewedTotals, references: [ReferenceLadder], matrix: Matrix.Table,
    findings: ReportFindings
  ) {
    (self.facts, self.inspection, self.totals, self.references) = (facts, inspection, totals, references)
    (self.matrix, self.findings) = (matrix, findings)
  }
}

/// A published ladder to look at one's own beside.
package struct ReferenceLadder: Sendable {
  package struct Step: Sendable {
    package let resolution: Resolution
    package let bitrate: Bitrate

    package init(_ resolution: Resolution, _ bitrate: Bitrate) { (self.resolution, self.bitrate) = (resolution, bitrate) }
  }

  package let codec: String
  package let title: String
  /// The document that has it.
  package let source: String
  /// Lowest first.
  package let steps: [Step]

  package init(codec: String, title: String, source: String, steps: [Step]) {
    (self.codec, self.title, self.source, self.steps) = (codec, title, source, steps)
  }
}
