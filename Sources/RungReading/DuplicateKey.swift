internal import RungSource

/// One wording for both formats.
enum DuplicateKey {
  static func report(_ key: String, at place: SourcePlace, first: SourcePlace, into report: inout Report) {
    report.flag(
      SourceFaults.duplicateKey, place, "duplicate key `\(key)`",
      notes: [MessageNote("the first one is here", at: first.span)], help: "remove one of the two")
  }
}
