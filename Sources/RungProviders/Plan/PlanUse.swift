/// Where a bound value is used.
public struct PlanUse: Sendable, Hashable {
  /// The part of a step that uses a value.
  public enum Part: String, Sendable, CaseIterable {
    /// The URL of the request.
    case url
    /// A header of the request.
    case header
    /// The body of the request.
    case body
    /// What is asked for until the step is done.
    case wait
    /// What the encoder is set to.
    case encoder
    /// What the player opens.
    case player
  }

  /// The step.
  public var step: StepID
  /// Where in the step.
  public var part: Part
}

extension RequestPlan {
  /// Every use of a bound value, in the order of sending.
  public func uses(of binding: String) -> [PlanUse] {
    var uses: [PlanUse] = []
    for step in steps + teardown {
      for use in step.bound where use.name == binding {
        let use = PlanUse(step: step.id, part: use.part)
        if !uses.contains(use) { uses.append(use) }
      }
    }
    return uses
  }

  /// Names that steps and teardown use before one of them binds them.
  package var unknown: [String] {
    var bound: Set<String> = []
    var names: [String] = []
    for moment in (steps + teardown).flatMap(\.moments) {
      for use in moment.uses where !bound.contains(use.name) && !names.contains(use.name) { names.append(use.name) }
      bound.formUnion(moment.binds.map(\.name))
    }
    return names
  }

  /// Names that the teardown needs: bound by the steps and used by the teardown before it binds them again.
  package var lasting: [String] {
    var bound: Set<String> = []
    var names: [String] = []
    for step in teardown {
      for moment in step.moments {
        for use in moment.uses where !bound.contains(use.name) && !names.contains(use.name) { names.append(use.name) }
        bound.formUnion(moment.binds.map(\.name))
      }
    }
    return names
  }
}

extension RequestStep {
  /// One point of a step: what it needs, then what it binds.
  struct Moment {
    var uses: [(name: String, part: PlanUse.Part)] = []
    var binds: [PlanBinding] = []
  }

  var bound: [(name: String, part: PlanUse.Part)] { moments.flatMap(\.uses) }

  /// The names that it uses.
  package var needs: Set<String> { Set(bound.map(\.name)) }

  /// Request, answer, encoder, wait, player.
  var moments: [Moment] {
    var moments = [
      Moment(uses: request.bound, binds: reads),
      Moment(uses: handovers(to: .encoder)),
    ]
    if let wait { moments.append(Moment(uses: wait.request.bound.map { ($0.name, .wait) }, binds: wait.reads)) }
    moments.append(Moment(uses: handovers(to: .player)))
    return moments
  }

  private func handovers(to receiver: Handover.Receiver) -> [(name: String, part: PlanUse.Part)] {
    let part: PlanUse.Part = receiver == .encoder ? .encoder : .player
    return handovers.filter { $0.receiver == receiver }.flatMap { $0.value.pieces.bound.map { ($0, part) } }
  }
}

extension PlannedRequest {
  /// Every placeholder in the URL and the headers.
  package var places: [PlanParameter] { url.places + headers.flatMap(\.template.places) }

  var bound: [(name: String, part: PlanUse.Part)] {
    url.pieces.bound.map { ($0, .url) } + headers.flatMap { $0.template.pieces.bound.map { ($0, .header) } }
      + fills.map { ($0.name, .body) }
  }
}

extension [TextTemplate.Piece] {
  /// The names of bindings in it.
  package var bound: [String] {
    compactMap { piece in
      if case .place(let parameter) = piece, case .bound(let name) = parameter.filling { name } else { nil }
    }
  }

  package var places: [PlanParameter] {
    compactMap { piece in
      if case .place(let parameter) = piece { parameter } else { nil }
    }
  }
}

extension URLTemplate {
  package var places: [PlanParameter] { pieces.places }
}

extension TextTemplate {
  package var places: [PlanParameter] { pieces.places }
}
