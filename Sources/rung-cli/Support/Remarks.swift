internal import Rung
internal import RungSource

/// Findings of a command whose result is something else: on standard error, with a summary.
enum Remarks {
  static func tell(_ found: [Diagnostic], of analysis: Analysis, _ console: Console, files: Int = 1, detail: FindingsDetail = FindingsDetail(least: .note)) {
    var document = FindingsDocument(as: .text, style: Console.remarkStyle, from: detail.leastInText)
    let text = document.add(analysis, only: found, texts: files) + document.rest
    console.remark(text + (detail.isQuiet ? "" : document.summary + "\n"))
  }

  /// What is wrong with a spec itself, beside a result that only shows gaps for it.
  ///
  /// - Returns: whether anything is.
  static func tellErrors(of analysis: Analysis, _ console: Console) -> Bool {
    if analysis.hasErrors { tell(analysis.diagnostics, of: analysis, console) }
    return analysis.hasErrors
  }
}
