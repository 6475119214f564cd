internal import Rung
internal import RungSource

/// How much of the findings is shown.
struct FindingsDetail {
  /// The lowest severity; nil for that of the format.
  var least: Severity?
  /// Without a summary.
  var isQuiet = false

  /// Of text.
  var leastInText: Severity { least ?? FindingsFormat.text.leastShown }
}
