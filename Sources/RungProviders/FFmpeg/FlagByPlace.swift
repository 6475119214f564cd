internal import RungSource
internal import RungSpec

extension Fit<FFmpeg> {
  /// Reports once per place: a value in `ladder.defaults` is one finding, whatever number of renditions inherits it.
  func flagByPlace(
    _ report: inout Report, _ find: (Rendition) -> [(key: SpecKey, place: SourcePlace)],
    _ say: (_ key: SpecKey, _ whose: [Rendition]) -> (message: Message, help: Help)?,
    fix: (_ key: SpecKey, _ whose: [Rendition]) -> FixIt? = { _, _ in nil }
  ) {
    var groups: [(key: SpecKey, place: SourcePlace, whose: [Rendition])] = []
    for rendition in decision.renditions.map(\.value) {
      for (key, place) in find(rendition) {
        if let known = groups.firstIndex(where: { $0.place == place }) {
          groups[known].whose.append(rendition)
        } else {
          groups.append((key, place, [rendition]))
        }
      }
    }
    for (key, place, whose) in groups {
      guard let (message, help) = say(key, whose) else { continue }
      report.flag(
        place, message, notes: whose.dropFirst().prefix(12).map { MessageNote("also for \($0.label)") }, help: help, fix: fix(key, whose))
    }
  }
}
