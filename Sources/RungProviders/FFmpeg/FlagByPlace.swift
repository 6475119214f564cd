internal import RungSource
internal import RungSpec

extension Fit<FFmpeg> {
  /// Reports once per place: a value in `ladder.defaults` is one finding, whatever number of renditions inherits it.
  func flagByPlace(
    _ report: inout Report, _ find: (Rendition) -> [(key: SpecKey, place: SourcePlace)],
    _ say: (_ key: SpecKey, _ whose: [Rendition]) -> (message: Message, help: Help)?,
    fix: (_ key: SpecKey, _ whose: [Rendition]) -> FixIt? = { _, _ in nil }
  ) {
    var found = Grouped<SourcePlace, (key: SpecKey, rendition: Rendition)>()
    for rendition in decision.renditions.map(\.value) {
      for (key, place) in find(rendition) { found.add((key, rendition), to: place) }
    }
    for (place, members) in found.groups {
      let (key, whose) = (members[0].key, members.map(\.rendition))
      guard let (message, help) = say(key, whose) else { continue }
      report.flag(
        place, message, notes: whose.dropFirst().prefix(12).map { MessageNote("also for \($0.label)") }, help: help, fix: fix(key, whose))
    }
  }
}
