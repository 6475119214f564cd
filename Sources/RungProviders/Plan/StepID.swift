public import RungSource

/// The id of a step of a plan: `live-event`, `start`. Unique in the plan, the teardown included. Each provider declares its own
/// once, and code that looks up a step uses the same constant.
public struct StepID: NamedID {
  /// As plans in JSON and the names of requests in `.http` files have it.
  public let rawValue: String

  /// - Parameter rawValue: lower case, with dashes.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// One of several steps of a kind: the kind alone where there is one, `playback-id-2` otherwise.
  ///
  /// - Parameter index: from 0.
  package func numbered(_ index: Int, of count: Int) -> StepID { count == 1 ? self : StepID(rawValue: "\(rawValue)-\(index + 1)") }

  /// The step of the way back of an older version, beside those of the new one.
  package var ofOldVersion: StepID { StepID(rawValue: Self.oldMark + rawValue) }
  package var isOfOldVersion: Bool { rawValue.hasPrefix(Self.oldMark) }
  private static let oldMark = "old-"
}
