internal import RungSource

/// One wording for both formats.
enum DuplicateKey {
  static func report(_ key: String, at place: SourcePlace, first: SourcePlace, into report: inout Report) {
    report.flag(
      SourceFaults.duplicateKey, place, "the key `\(key)` stands twice in this mapping",
      notes: [MessageNote("it stands here first", at: first.span)], help: "keep one of the two")
  }
}
