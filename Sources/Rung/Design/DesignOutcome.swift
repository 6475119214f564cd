internal import RungOutput
public import RungProviders
internal import RungSource

/// What came of a request for a ladder: a design, or what keeps it from being one.
public struct DesignOutcome: Sendable {
  /// Nil where no ladder keeps every rule.
  public let design: LadderDesign?
  /// Why there is none; empty where there is one.
  public let obstacles: [LadderObstacle]

  /// Designs a ladder as ``design(_:)`` does.
  ///
  /// - Parameter request: what is asked for.
  public init(_ request: LadderRequest) {
    do throws(RungError) {
      design = try Rung.design(request)
      obstacles = []
    } catch {
      design = nil
      obstacles = error.obstacles
    }
  }

  /// A document of the schema `design.v1`, its last line ended.
  public var json: String {
    DesignJSON.text(
      DesignJSON.Content(
        spec: design?.spec, ladder: design.flatMap { $0.ladder.isEmpty ? nil : $0.ladder }, targets: design?.targets.map(\.rawValue) ?? [],
        renditions: (design?.rungs ?? []).map { rung in
          DesignJSON.Rendition(
            rung.name, rung.resolution, rung.fps, (target: rung.bitrate, max: rung.maxBitrate, buffer: rung.buffer, audio: rung.audioBitrate), level: rung.level, reason: rung.reason)
        }, remarks: design?.remarks ?? [], obstacles: obstacles))
  }
}
