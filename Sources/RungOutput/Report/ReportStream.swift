package import RungDelivery
package import RungProviders
package import RungSpec

package struct ReportStream: Sendable {
  /// The name of the text that it is in.
  package var file: String
  /// What kind of stream it is, in a few words each.
  package var facts: [Fact]
  /// Ids of the providers and encoders that it is judged for: others may be in the matrix as well.
  package var targets: [String]
  package var inspection: InspectedStream
  package var totals: PreviewedTotals
  /// At most one for each codec of the ladder.
  package var references: [ReferenceLadder]
  package var matrix: Matrix.Table
  package var findings: ReportFindings
  /// What was delivered beside what was asked for; empty where nothing was given.
  package var delivered: [DeliveredPair] = []

  package struct Fact: Sendable {
    package var title: String
    package var text: String

    package init(_ title: String, _ text: String) { (self.title, self.text) = (title, text) }
  }

  package init(
    file: String, facts: [Fact], targets: [String], inspection: InspectedStream, totals: PreviewedTotals, references: [ReferenceLadder],
    matrix: Matrix.Table, findings: ReportFindings
  ) {
    self.file = file
    (self.facts, self.targets, self.inspection, self.totals, self.references) = (facts, targets, inspection, totals, references)
    (self.matrix, self.findings) = (matrix, findings)
  }
}
