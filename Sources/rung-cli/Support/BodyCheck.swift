internal import Rung

/// `rung check --as`.
struct BodyCheck {
  private let request: RequestName
  private let together: Bool
  private let stdin: String?

  private let policies: PolicySource
  private let baseline: BaselineFile?

  init(_ request: RequestName, together: Bool, stdin: String?, policies: PolicySource, _ baseline: BaselineFile?) {
    (self.policies, self.baseline, self.request, self.together, self.stdin) = (policies, baseline, request, together, stdin)
  }

  func run(_ paths: [String], to output: FindingsOutputOption, _ detail: FindingsDetail, strict: Bool) throws {
    guard !paths.isEmpty else {
      throw Failure.usage("no file was named; write `rung check --as \(request.provider) FILE`, or - for standard input")
    }
    let bodies = try BodyTexts(paths, of: request, policies, besides: output, baseline: baseline, stdin: stdin)
    let findings = Findings(output, by: try policies.format(for: paths.first), detail, strict: strict)
    var inputs: [SourceInput] = []
    let passedOver = try bodies.forEach { input in
      if together { inputs.append(input) } else { findings.add(check(input, as: request)) }
    } unreadable: { findings.add(unreadable: $0, $1) }
    findings.addPassedOver(passedOver)
    if !inputs.isEmpty { findings.add(check(together: inputs, as: request), files: inputs.count) }
    if findings.isEmpty {
      findings.say("error: no request body of \(request.provider) in \(paths.joined(separator: ", "))\(passedOver == 0 ? "" : ": \(passedOver) files hold something else")")
      try findings.end(.notRun, summary: false)
      return
    }
    try findings.end(findings.verdict, summary: true, baseline)
  }
}
