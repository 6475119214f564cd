package import RungSource
package import RungSpec

/// What one target makes of one stream.
package struct Evaluated: Sendable {
  /// Nil where no plan was wanted, and for an encoder.
  package var plan: RequestPlan?
  /// Nil for a provider, and where the options did not read.
  package var setup: EncoderSetup?
  package var leftovers: Accounting.Leftovers
  /// What became of every leaf. Nil where no plan was wanted, and where the options did not read.
  package var leaves: LeafLedger?
  /// A rendition that goes out with keyframes that nobody stated.
  package var usualKeyframes: (rendition: Rendition, isContribution: Bool)?
  /// None for an encoder.
  package var claims: [Claim] = []

  fileprivate init(_ id: String, _ title: String) {
    leftovers = Accounting.Leftovers(provider: id, title: title)
  }
}

/// One stream judged by one target, from its options to what is made for it.
enum Evaluation<T: CompilationTarget> {
  /// - Parameters:
  ///   - common: the keys beside the target's own that its options may have.
  ///   - wantsAccount: whether the leaves that were used are asked for.
  ///   - make: what comes of it all.
  static func run(
    _ stream: Stream, _ target: Target, _ reasons: ReasonTree, common: [String], wantsAccount: Bool, _ report: inout Report,
    make: (Fit<T>, _ options: Node, inout Report, inout Evaluated) -> Void
  ) -> Evaluated {
    let node = target.options ?? Node(.map([]), at: target.id.place)
    report.use(target.id.place)
    // What is no mapping goes to the reader as it is, which says so.
    let isMapping = if case .map = node.content { true } else { false }
    let own = isMapping ? Composition.removing(common, from: node) : node
    var evaluated = Evaluated(T.id, T.title)
    guard let options = T.options.read(own, &report) else {
      // Nobody reads what stands beside options that did not read.
      report.hideSecrets(in: node)
      return evaluated
    }
    let stream = T.adapt(stream, options, &report)
    let decision = T.decide(stream, options, &report)

    var facts = T.facts(for: decision)
    if common.contains("limits"), let limits = node["limits"] {
      if let negotiated = NegotiatedLimits.shape.read(limits, &report) {
        negotiated.apply(to: &facts, &report)
      } else {
        report.nameLeaves(of: limits)
      }
    }
    let measured = Measured(stream: stream, facts: facts, target: target.id.place, encoded: T.encoded(decision))
    CommonRules.all.run(measured, &report)
    let fit = Fit<T>(measured: measured, options: options, decision: decision)
    T.rules.run(fit, &report)

    evaluated.usualKeyframes = T.usualKeyframes(fit)
    make(fit, node, &report, &evaluated)
    evaluated.leftovers = Accounting.settle(stream, target, reasons, title: T.title, &report)
    if wantsAccount { evaluated.leaves = report.leaves }
    return evaluated
  }
}

extension Evaluation {
  /// What the target takes of the stream, without a word. Nothing is known of one whose options do not read.
  static func taken(_ stream: Stream, _ target: Target, common: [String], _ unheard: inout Report) -> Taken {
    unheard.working(for: T.id) { report in
      let node = target.options ?? Node(.map([]), at: target.id.place)
      guard case .map = node.content, let options = T.options.read(Composition.removing(common, from: node), &report) else { return Taken() }
      return T.facts(for: T.decide(T.adapt(stream, options, &report), options, &report)).taken
    }
  }
}

extension Evaluation where T: Provider {
  static func run(_ stream: Stream, _ target: Target, _ reasons: ReasonTree, wantsPlan: Bool, _ report: inout Report) -> Evaluated {
    var evaluated = run(
      stream, target, reasons, common: CommonOptions.keys, wantsAccount: wantsPlan, &report
    ) { fit, node, report, evaluated in
      evaluated.claims = T.claims(fit)
      let content = T.content(fit, &report)
      content.useWords(&report)
      let extra = node["extra"]
      if extra == nil { content.useBodies(&report) }
      // All that a check leaves out, unless there is something to merge into the bodies.
      guard wantsPlan || extra != nil else { return }
      var made = T.plan(fit, content)
      if let extra {
        ExtraFields(of: T.self).merge(extra, into: &made, &report)
        for step in made.steps { step.content?.use(&report) }
      }
      evaluated.plan = made
    }
    // Options that did not read make no requests.
    if evaluated.plan == nil, evaluated.leaves == nil, wantsPlan { evaluated.plan = RequestPlan(provider: T.id, steps: []) }
    return evaluated
  }
}

extension Evaluation where T: Encoder {
  static func run(_ stream: Stream, _ target: Target, _ reasons: ReasonTree, wantsPlan: Bool, _ report: inout Report) -> Evaluated {
    run(stream, target, reasons, common: CommonOptions.encoderKeys, wantsAccount: wantsPlan, &report) { fit, _, report, evaluated in
      evaluated.setup = T.setup(fit, &report)
    }
  }
}
