package import RungSpec

/// The highest video bitrate up to a size and a frame rate.
package struct BitrateCap: Sendable {
  /// Of the shorter side: 1080 for 1920x1080, lying or standing.
  package let lines: Int
  package let fps: FrameRate
  package let most: Bitrate

  init(_ lines: Int, _ fps: Int, megabits: Double) {
    (self.lines, self.fps) = (lines, FrameRate(fps))
    most = Bitrate(kilobits: Int64(megabits * 1000))
  }

  /// For any size and rate.
  init(_ most: Bitrate) { (lines, fps, self.most) = (.max, FrameRate(.max), most) }

  /// "6 Mbps", "9 Mbps up to 1080p60".
  package var prose: String { lines == .max ? most.prose : "\(most.prose) up to \(lines)p\(fps.text)" }
}

extension [BitrateCap] {
  /// The cap of a rendition: that of the smallest size and rate which hold it, of the largest where none does. What is not set
  /// may be anything.
  package func cap(_ resolution: Resolution?, _ fps: FrameRate?) -> BitrateCap? {
    var fitting = self
    if let resolution {
      let size = map(\.lines).filter { $0 >= resolution.shortSide }.min() ?? map(\.lines).max()
      fitting = filter { $0.lines == size }
    }
    if let fps, let rate = fitting.map(\.fps).filter({ $0 >= fps }).min() { fitting = fitting.filter { $0.fps == rate } }
    return fitting.max { $0.most < $1.most }
  }
}
