import Rung

/// What a service that carries streams answers to a request, by the numbers of HTTP.
struct Answer: Sendable, Equatable {
  let status: Int
  /// JSON, with a line break at its end.
  let body: String

  /// The findings of a request that is not taken, each with its place in the text, and help.
  private static func refused(_ analysis: Analysis) -> Answer { Answer(status: 422, body: analysis.rendered(as: .json)) }

  /// To a spec that somebody may send later: whether it would be taken.
  static func toCheck(of spec: SourceInput) -> Answer {
    let analysis = check(spec)
    return analysis.hasErrors ? refused(analysis) : Answer(status: 200, body: analysis.rendered(as: .json))
  }

  /// To a new stream: the requests that the providers get. A real service would send them now.
  static func toCreation(of spec: SourceInput) -> Answer {
    // One step: a compiled text has been checked.
    let analysis = compile(spec)
    guard !analysis.hasErrors else { return refused(analysis) }
    do {
      return Answer(status: 201, body: try analysis.bodies.rendered())
    } catch {
      // A number that JSON cannot carry.
      return Answer(status: 422, body: "{\"error\": \"\(error)\"}\n")
    }
  }

  /// To a new version of a stream: what differs at the providers, and which requests change it.
  static func toChange(of old: SourceInput, to new: SourceInput) -> Answer {
    let change = diff(DiffInput(old), DiffInput(new))
    guard !change.new.hasErrors else { return refused(change.new) }
    return Answer(status: 200, body: change.rendered(as: .json))
  }
}
