public import RungProviders
internal import RungReading
public import RungSource

/// What a function cannot give. What is wrong with a text, or with the ids of the targets that it is checked for, is a finding
/// in every entry point; this is the one type of everything that is thrown.
public enum RungError: Error, Sendable, CustomStringConvertible {
  /// No ladder satisfies every rule. Lists every obstacle: at least one.
  case noLadder([LadderObstacle])
  /// A text names no request of a provider. One line, for people; it says what was meant where that can be guessed.
  case unknownRequest(String)
  /// No stream of the text has the name. Names of those that it has; nil for one without.
  case unknownStream(String, known: [String?])
  /// No body of the text is of the kind. The kinds that there are.
  case unknownBody(RequestKindID, known: [RequestKindID])
  /// A format that is for one stream and one provider was asked of none, or of several: how many plans there are, of how many streams
  /// and providers.
  case notOnePlan(PlanFormat, count: Int, streams: Int, providers: Int)
  /// A format that is for one stream was asked of none, or of several: how many there are.
  case notOneStream(PreviewFormat, count: Int)
  /// A deployment tool has no resources for a target. The formats that it has.
  case noDeployment(DeploymentFormat, for: TargetID, of: [DeploymentFormat])
  /// The resources of a deployment tool cannot hold what a plan needs: what, and the other formats that the target has.
  case undeployable(DeploymentFormat, for: TargetID, lacks: [String], of: [DeploymentFormat])
  /// The stream has no ladder to make a playlist or a manifest of.
  case noVariants
  /// The rates of what was delivered cannot be measured: why, in one line for each rendition.
  case notMeasured([String])
  /// A body holds what JSON cannot carry: a number like `.inf`, or one key twice. The findings have an error at its place.
  case unwritable(String, at: SourcePlace)

  /// Of ``noLadder(_:)``; empty for all others.
  public var obstacles: [LadderObstacle] { if case .noLadder(let obstacles) = self { obstacles } else { [] } }

  /// One line, for people.
  public var description: String {
    switch self {
    case .noLadder(let obstacles): obstacles.map(\.message).joined(separator: "; ")
    case .unknownRequest(let message): message
    case .unknownStream(let name, let known):
      "the text has no stream `\(name)`; it has \(known.map { $0 ?? "one without a name" }.joined(separator: ", "))"
    case .unknownBody(let kind, let known):
      "the plan has no body `\(kind)`\(meant(kind.rawValue, known.map(\.rawValue)))"
    case .notOnePlan(let format, let count, _, _):
      "a file in the format \(format.rawValue) is for one stream and one provider, and here are \(count) plans"
    case .notOneStream(let format, let count):
      "a document in the format \(format.rawValue) is for one stream, and here are \(count)"
    case .noDeployment(let format, let target, let formats): noDeployment(format, target, formats)
    case .undeployable(let format, let target, let lacks, let formats): undeployable(format, target, lacks, formats)
    case .noVariants: "the stream has no ladder to show"
    case .notMeasured(let obstacles): "the rates are not measured: \(obstacles.joined(separator: "; "))"
    case .unwritable(let message, _): message
    }
  }

  private func noDeployment(_ format: DeploymentFormat, _ target: TargetID, _ formats: [DeploymentFormat]) -> String {
    let others = Providers.deploying(format)
    let known = others.isEmpty ? "" : "; \(others.joined(separator: ", ")) \(others.count == 1 ? "has" : "have")"
    return "\(target) has no resources in \(format.rawValue)\(known)\(formats.isEmpty ? "" : ", and it has those of \(formats.map(\.rawValue).joined(separator: ", "))")"
  }

  private func undeployable(_ format: DeploymentFormat, _ target: TargetID, _ lacks: [String], _ formats: [DeploymentFormat]) -> String {
    let others = formats.filter { $0 != format }.map(\.rawValue)
    return "\(target) cannot be written in \(format.rawValue): \(lacks.joined(separator: "; "))\(others.isEmpty ? "" : "; use \(others.joined(separator: " or "))")"
  }

  private func meant(_ word: String, _ known: [String]) -> String {
    Similarity.nearest(to: word, among: known).question.map { "; \($0)" } ?? "; it has \(known.joined(separator: ", "))"
  }

  /// What a writer of JSON throws, as what everybody throws.
  static func writing<Result>(_ work: () throws(UnwritableValue) -> Result) throws(RungError) -> Result {
    do throws(UnwritableValue) { return try work() } catch { throw .unwritable(error.message, at: error.place) }
  }
}
