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

  package init(file: String, findings: ReportFindings, streams: [ReportStream]) {
    (self.file, self.findings, self.streams) = (file, findings, streams)
  }
}

/// Findings, and the files that they point into.
package struct ReportFindings: Sendable {
  /// In the order of their places.
  package var diagnostics: [Diagnostic]
  package var sources: SourceMap
  package var secrets: Set<Span>

  package init(_ diagnostics: [Diagnostic], sources: SourceMap, secrets: Set<Span>) {
    (self.diagnostics, self.sources, self.secrets) = (diagnostics, sources, secrets)
  }
}

package struct ReportStream: Sendable {
  /// What kind of stream it is, in a few words each.
  package var facts: [Fact]
  package var inspection: InspectedStream
  package var totals: PreviewedTotals
  package var matrix: Matrix.Table
  package var findings: ReportFindings

  package struct Fact: Sendable {
    package var title: String
    package var text: String

    package init(_ title: String, _ text: String) { (self.title, self.text) = (title, text) }
  }

  package init(
    facts: [Fact], inspection: InspectedStream, totals: PreviewedTotals, matrix: Matrix.Table, findings: ReportFindings
  ) {
    (self.facts, self.inspection, self.totals, self.matrix, self.findings) = (facts, inspection, totals, matrix, findings)
  }
}
