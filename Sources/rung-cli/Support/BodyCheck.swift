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
    var collection = try PathCollection(paths, policies, ofBodies: true)
    output.leaveOut(of: &collection)
    baseline?.leaveOut(of: &collection)
    let findings = Findings(output, by: try policies.format(for: paths.first), detail, strict: strict)
    for (path, reason) in collection.unreadable { findings.add(unreadable: path, reason) }
    var inputs: [SourceInput] = []
    var passedOver = 0
    for item in collection.items {
      let read: SourceInput
      do throws(Unreadable) {
        read = try Inputs.read(item.path, stdin: stdin).input
      } catch {
        findings.add(unreadable: Inputs.shown(item.path, stdin: stdin), error.reason)
        continue
      }
      // In a directory there are other files as well.
      guard item.isNamed || looksLikeBody(read, of: request) else {
        passedOver += 1
        continue
      }
      let input = try policies.settled(read)
      if together { inputs.append(input) } else { findings.add(check(input, as: request)) }
    }
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
