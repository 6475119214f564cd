internal import RungSource

/// What a rule says about one place.
struct FaultText {
  var message: String
  var notes: [DiagnosticNote] = []
  var help: String?
  var fix: FixIt?
}
