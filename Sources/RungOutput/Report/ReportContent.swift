/// What the page about the streams of one text or of several shows.
package struct ReportContent: Sendable {
  /// One of the texts, and what is wrong with it as a whole.
  package struct Text: Sendable {
    /// Its name, as the user gave it.
    package var file: String
    /// It does not read, or two of its streams are in each other's way.
    package var findings: ReportFindings

    package init(file: String, findings: ReportFindings) { (self.file, self.findings) = (file, findings) }
  }

  /// What the page is about: the name of the text, where it is one.
  package var title: String
  /// Which Rung drew the page, and by which facts, in a line.
  package var edition: String
  package var texts: [Text]
  package var streams: [ReportStream]
  /// How many streams more the texts have, which are not drawn.
  package var undrawn: Int

  package init(title: String, edition: String, texts: [Text], streams: [ReportStream], undrawn: Int = 0) {
    (self.title, self.edition, self.texts, self.streams, self.undrawn) = (title, edition, texts, streams, undrawn)
  }
}
