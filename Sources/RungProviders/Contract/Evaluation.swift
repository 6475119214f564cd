package import RungSource
internal import RungSpec

/// What one provider makes of one stream.
package struct Evaluated: Sendable {
  /// Nil where no plan was wanted.
  package let plan: RequestPlan?
  package let leftovers: Accounting.Leftovers
  /// What became of every leaf. Nil where no plan was wanted, and where the options did not read.
  package let leaves: LeafLedger?
  package let claims: [Claim]
}

/// One stream judged by one provider, from its options to its requests.
enum Evaluation<P: Provider> {
  static func run(_ stream: Stream, _ target: Target, _ reasons: ReasonTree, wantsPlan: Bool, _ report: inout Report) -> Evaluated {
    let node = target.options ?? Node(.map([]), at: target.id.place)
    report.use(target.id.place)
    // What is no mapping goes to the reader as it is, which says so.
    let isMapping = if case .map = node.content { true } else { false }
    let own = isMapping ? Composition.removing(CommonOptions.keys, from: node) : node
    guard let options = P.options.read(own, &report) else {
      return Evaluated(
        plan: RequestPlan(provider: P.id, steps: []), leftovers: Accounting.Leftovers(provider: P.id, title: P.title),
        leaves: nil, claims: [])
    }
    let stream = P.adapt(stream, options, &report)
    let decision = P.decide(stream, options, &report)

    var facts = P.facts(for: decision)
    if let limits = node["limits"] {
      if let negotiated = NegotiatedLimits.shape.read(limits, &report) {
        negotiated.apply(to: &facts, &report)
      } else {
        report.nameLeaves(of: limits)
      }
    }
    let measured = Measured(stream: stream, facts: facts, target: target.id.place)
    CommonRules.all.run(measured, &report)
    let fit = Fit<P>(measured: measured, options: options, decision: decision)
    P.rules.run(fit, &report)

    var plan: RequestPlan?
    if wantsPlan || node.has("extra") {
      var made = P.plan(fit, &report)
      if let extra = node["extra"] { ExtraFields.merge(extra, into: &made, kinds: P.requests, &report) }
      Accounting.mark(made, &report)
      plan = made
    } else {
      P.mark(fit, &report)
    }
    let leftovers = Accounting.settle(stream, target, reasons, title: P.title, &report)
    return Evaluated(plan: plan, leftovers: leftovers, leaves: wantsPlan ? report.leaves : nil, claims: P.claims(fit))
  }
}
