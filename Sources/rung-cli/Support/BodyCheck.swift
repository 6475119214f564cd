internal import Rung
internal import RungOutput

/// `rung check --as`.
struct BodyCheck {
  private let request: RequestName
  private let together: Bool
  private let stdin: String?

  init(_ request: RequestName, together: Bool, stdin: String?) {
    self.request = request
    self.together = together
    self.stdin = stdin
  }

  func run(_ paths: [String], to output: FindingsOutputOption, _ detail: FindingsDetail, strict: Bool) throws {
    guard !paths.isEmpty else {
      throw Failure.usage("no file was named; write `rung check --as \(request.provider) FILE`, or - for standard input")
    }
    let collection = try PathCollection(paths)
    let findings = Findings(output, detail, strict: strict)
    for (path, reason) in collection.unreadable { findings.add(unreadable: path, reason) }
    var inputs: [SourceInput] = []
    var passedOver = 0
    for item in collection.items {
      do throws(Unreadable) {
        let input = try Inputs.read(item.path, stdin: stdin).input
        // In a directory there are other files as well.
        if !item.isNamed, !looksLikeBody(input, of: request) {
          passedOver += 1
        } else if together {
          inputs.append(input)
        } else {
          findings.add(check(input, as: request))
        }
      } catch {
        findings.add(unreadable: Inputs.shown(item.path, stdin: stdin), error.reason)
      }
    }
    if !inputs.isEmpty { findings.add(check(together: inputs, as: request), files: inputs.count) }
    if findings.isEmpty {
      findings.say("error: no request body of \(request.provider) in \(paths.joined(separator: ", "))\(passedOver == 0 ? "" : ": \(passedOver) files hold something else")")
      try findings.end(.notRun, summary: false)
      return
    }
    try findings.end(findings.verdict, summary: true)
  }
}
