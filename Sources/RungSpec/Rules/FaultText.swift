internal import RungSource

/// What a rule says about one place.
struct FaultText {
  var message: Message
  var notes: [MessageNote] = []
  var help: Help?
  var fix: FixIt?
}
