internal import RungProviders
internal import RungReading
internal import RungSource

/// What became of a spec that was to be brought into its canonical form.
public enum Formatting: Sendable {
  /// With its new bytes, which may be the same.
  case formatted(SourceInput)
  /// It cannot be read, and stays as it is.
  case unreadable(Analysis)
  /// It is no stream spec and no base, and stays as it is.
  case notASpec
  /// In its canonical form a comment would allow other findings: it stays as it is. The number of the line.
  case comment(line: Int)
  /// Rung would have changed what it says, and leaves it as it is: a fault of Rung's. Where it would.
  case fault(String)
}

/// A spec or a base in its canonical form: the declarations' order of keys, units in one spelling, quotes only where they are needed, two
/// blanks for each level, comments beside what they are about. JSON stays JSON, line ends and byte order marks stay, and an anchor stays
/// before its aliases.
///
/// What the text says is compared before and after: its values, anchors and comments, and all that is compiled of it.
///
/// - Parameters:
///   - input: the text.
///   - loader: finds the files that `extends` names, for that comparison.
public func formatted(_ input: SourceInput, loader: Loader = .none) -> Formatting {
  var pipeline = Pipeline()
  let documents = pipeline.read(input)
  let analysis = pipeline.analysis(of: [])
  guard !documents.isEmpty, !analysis.hasErrors else { return .unreadable(analysis) }
  for document in documents {
    guard document.isMapping else { return .notASpec }
    if case .foreign = DocumentKind(document) { return .notASpec }
  }
  var output = input
  switch Pipeline.specFormat(of: input) {
  case .json: output.bytes = JSONFormatter.text(input.bytes, documents[0])
  case .yaml:
    guard let text = YAMLFormatter.text(input.bytes) else { return .fault("the text is not read twice in the same way") }
    output.bytes = text
  }
  if output.bytes == input.bytes { return .formatted(input) }
  if let line = FormatProof.allowing(input, output) { return .comment(line: line) }
  if let difference = FormatProof.difference(input, output, documents, loader) {
    return FormatProof.allowingDocument(input, output, loader).map { .comment(line: $0) } ?? .fault(difference)
  }
  return .formatted(output)
}
