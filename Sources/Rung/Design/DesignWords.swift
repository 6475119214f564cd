internal import RungSource
internal import RungSpec

/// A request for a ladder as it is typed: quantities are texts.
package struct DesignWords {
  /// Why a text is no quantity: found, expected, what to write.
  package struct Fault: Error {
    /// One sentence.
    package let message: String
  }

  private let source: String
  private let maxBitrate: String?
  private let fps: String?

  /// - Parameters:
  ///   - source: `1920x1080@30`.
  ///   - maxBitrate: `5M`; nil for no cap.
  ///   - fps: `25`; nil for the source's.
  package init(source: String, maxBitrate: String?, fps: String?) { (self.source, self.maxBitrate, self.fps) = (source, maxBitrate, fps) }

  /// - Parameters:
  ///   - targets: what the ladder is for.
  ///   - names: what the reader calls the source, the cap and the frame rate: `--source`.
  package func request(for targets: [TargetID], _ names: (source: String, maxBitrate: String, fps: String)) throws(Fault) -> LadderRequest {
    let parts = source.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { throw Fault(message: "\(names.source) `\(source)` must be size and frame rate, as 1920x1080@30") }
    var request = LadderRequest(source: try Self.unit(parts[0], names.source), at: try Self.unit(parts[1], names.source), for: targets)
    if let maxBitrate { request.maxBitrate = try Self.unit(maxBitrate, names.maxBitrate) }
    if let fps { request.fps = try Self.unit(fps, names.fps) }
    return request
  }

  private static func unit<Value: UnitValue>(_ text: String, _ name: String) throws(Fault) -> Value {
    switch Value.parse(text) {
    case .value(let value), .remarked(let value, _): return value
    // There is no file to warn in.
    case .doubtful(_, let fault), .fault(let fault): throw Fault(message: "\(name): `\(text)` \(fault.message); \(fault.help)")
    }
  }
}
