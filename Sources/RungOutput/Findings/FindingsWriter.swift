package import RungSource

/// One format of findings. `FindingsDocument` hands what is kept to each writer: text by text in the order of the run.
package protocol FindingsWriter {
  /// - Returns: what can be printed already, its last line ended.
  mutating func add(_ found: FoundInText) -> String
  /// A text that was asked for and could not be read.
  ///
  /// - Parameter reason: as the end of a sentence: "does not exist".
  mutating func add(unreadable name: String, reason: String)
  /// - Returns: what is left to print, its last line ended.
  mutating func end(_ counts: Counts) -> String
  /// After the end, a sentence for each thing that the format's reader would not take: what was left out.
  var remarks: [String] { get }
}

extension FindingsWriter {
  package var remarks: [String] { [] }
  package mutating func add(unreadable name: String, reason: String) {}
}

/// A finding as it is to be shown, and what allows it.
package struct SettledFinding {
  package let diagnostic: Diagnostic
  /// Nil for a finding that counts.
  package let suppression: Suppression?

  package init(_ diagnostic: Diagnostic, _ suppression: Suppression? = nil) {
    (self.diagnostic, self.suppression) = (diagnostic, suppression)
  }
}

/// What was found in one text, or in several that were judged together.
package struct FoundInText {
  /// The names of the texts themselves; nothing may have been found in one.
  package let names: [String]
  /// In the order of their places. A finding in a file that several texts extend is with the first of these only.
  package let findings: [SettledFinding]
  /// Those that an earlier text had as well.
  package let repeated: [Diagnostic]
  package let sources: SourceMap
  /// What is masked.
  package let secrets: Set<SourceSpan>

  package init(names: [String], _ findings: [SettledFinding], repeated: [Diagnostic] = [], sources: SourceMap, secrets: Set<SourceSpan>) {
    (self.names, self.findings, self.repeated, self.sources, self.secrets) = (names, findings, repeated, sources, secrets)
  }

  /// The findings that count, from a severity on.
  package func counted(from least: Severity) -> [Diagnostic] {
    findings.compactMap { $0.suppression == nil && $0.diagnostic.severity >= least ? $0.diagnostic : nil }
  }
}
