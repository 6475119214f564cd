internal import Rung
internal import RungOutput
internal import RungSource

/// Findings of a command whose result is something else: on standard error, with a summary.
enum Remarks {
  static func tell(_ found: [Diagnostic], of analysis: Analysis, _ console: Console, files: Int = 1) {
    var counts = Counts()
    counts.files = files
    let writer = TextDiagnostics(sources: analysis.sources, secrets: analysis.secrets, style: Console.remarkStyle)
    var text = ""
    for diagnostic in found {
      counts.add(diagnostic)
      text += writer.text(diagnostic) + "\n"
    }
    console.remark(text + counts.summary + "\n")
  }
}
