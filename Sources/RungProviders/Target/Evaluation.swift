internal import RungSource
internal import RungSpec

/// One stream judged by one target, from its options to its requests or settings.
enum Evaluation<T: CompilationTarget> {
  /// - Parameters:
  ///   - common: the keys beside the target's own that its options may have.
  ///   - make: creates the result.
  static func run(
    _ stream: Stream, _ target: Target, common: [String], _ report: inout Report,
    make: (Fit<T>, _ options: Node, inout Report, inout Judgment) -> Void
  ) -> Judgment {
    var node = target.options ?? Node(.map([]), at: target.id.place)
    report.use(target.id.place)
    if report.takesRemovals {
      for key in common {
        guard let value = node[key], value.isRemoval else { continue }
        report.use(value.place)
        node = node.without([key])
      }
    }
    // Anything but a mapping is passed to the reader unchanged, which reports it.
    let isMapping = node.isMapping
    let own = isMapping ? node.without(common) : node
    var judgment = Judgment(of: stream, for: target)
    guard let options = T.options.read(own, beside: isMapping ? common : [], &report) else {
      // Nothing reads the common keys of options that could not be read.
      report.hideSecrets(in: node)
      judgment.coverage = report.coverage
      return judgment
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
    report.acceptance = node[AcceptsOption.key].flatMap { AcceptsOption.read($0, in: stream.document, &report) }
    let measured = Measured(stream: stream, facts: facts, target: target.id.place, encoded: T.encoded(decision))
    CommonRules.all.run(measured, &report)
    let fit = Fit<T>(measured: measured, options: options, decision: decision)
    T.rules.run(fit, &report)
    for feed in T.feeds(fit, &report) { DestinationRules.all.run(feed, &report) }

    judgment.measured = measured
    judgment.usualKeyframes = T.usualKeyframes(fit)
    judgment.delivered = T.delivered(fit, &report)
    judgment.packager = T.packager(fit)
    make(fit, node, &report, &judgment)
    judgment.isRead = true
    judgment.acceptance = report.acceptance
    report.acceptance = nil
    judgment.coverage = report.coverage
    return judgment
  }
}

extension Evaluation {
  /// What the target takes of the stream, without findings. Unknown where its options could not be read.
  static func taken(_ stream: Stream, _ target: Target, common: [String], _ unheard: inout Report) -> Taken {
    unheard.working(for: T.id) { report in
      let node = target.options ?? Node(.map([]), at: target.id.place)
      guard case .map = node.content, let options = T.options.read(node.without(common), &report) else { return Taken() }
      return T.facts(for: T.decide(T.adapt(stream, options, &report), options, &report)).taken
    }
  }
}

extension Evaluation where T: Provider {
  static func run(_ stream: Stream, _ target: Target, _ report: inout Report) -> Judgment {
    var judgment = run(stream, target, common: CommonOptions.keys, &report) { fit, node, report, judgment in
      judgment.claims = T.claims(fit)
      let content = T.content(fit, &report)
      content.useWords(&report)
      guard let extra = node["extra"] else {
        content.useBodies(&report)
        judgment.plan = { T.plan(fit, content) }
        return
      }
      // What is merged into the bodies is known when they are made.
      var plan = T.plan(fit, content)
      ExtraFields(of: T.self).merge(extra, into: &plan, &report)
      for step in plan.steps { step.content?.use(&report) }
      judgment.plan = { [plan] in plan }
    }
    // Options that could not be read create no requests.
    if !judgment.isRead { judgment.plan = { RequestPlan(provider: T.id, steps: []) } }
    return judgment
  }
}

extension Evaluation where T: Encoder {
  static func run(_ stream: Stream, _ target: Target, _ report: inout Report) -> Judgment {
    run(stream, target, common: CommonOptions.encoderKeys, &report) { fit, _, report, judgment in
      judgment.setup = T.setup(fit, &report)
    }
  }
}
