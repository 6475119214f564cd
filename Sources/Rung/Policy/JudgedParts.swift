/// What a run has judged: what it has not judged may need comments that are not used here.
struct JudgedParts {
  /// Targets and packs.
  var families: Set<String> = []
  /// Whether a document or a target of it was left out.
  var isPartial = false
}
