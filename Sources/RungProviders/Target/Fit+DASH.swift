internal import RungSource
internal import RungSpec

extension Fit {
  /// Reports DASH at its key, for a provider that delivers HLS only: a warning where HLS is set as well, with whatever severity the rule has otherwise.
  func flagDASH(_ message: Message, _ report: inout Report) {
    guard let dash = stream.written("packaging", "dash"), let key = stream.writtenKey("packaging", "dash") else { return }
    let hasHLS = stream.written("packaging", "hls") != nil
    // Settings of an output that is not created need no finding of their own.
    report.nameLeaves(of: dash)
    report.flag(
      key, message, severity: hasHLS ? .warning : nil,
      help: hasHLS ? ["use the HLS output in players and \(AcceptsOption.way(.dash, at: P.id))", "remove \(.dash)"] : "remove \(.dash) and add \(.hls, "{}")")
  }
}
