internal import Rung
internal import RungSource

/// A stream spec in an editor, judged.
struct EditedSpec {
  let input: SourceInput
  let loader: Loader
  let study: Study
  /// What counts, in the order of the places. Of a base that does not say that it is one, what the specs that extend it find in it.
  let findings: [Diagnostic]

  init(input: SourceInput, loader: Loader, study: Study, ofBareBase findings: (String) -> [Diagnostic]?) {
    (self.input, self.loader, self.study) = (input, loader, study)
    let own = study.analysis
    self.findings = own.mayBeBase ? findings(input.name) ?? own.diagnostics : own.diagnostics
  }

  /// Which of several documents of the text holds a byte.
  func document(at offset: Int) -> Study.Document? {
    study.documents.last { Int($0.start) <= offset } ?? study.documents.first
  }
}
