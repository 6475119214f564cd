internal import RungSource

/// A rule's words about one place.
struct FaultText {
  var message: Message
  var notes: [MessageNote] = []
  var help: Help?
}

extension Report {
  mutating func flag(_ place: SourcePlace, _ text: FaultText) { flag(place, text.message, notes: text.notes, help: text.help) }
}
