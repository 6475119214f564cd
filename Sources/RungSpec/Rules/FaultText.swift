internal import RungSource

/// A rule's words about one place.
struct FaultText {
  var message: Message
  var notes: [MessageNote] = []
  var help: Help?
}
