/// Which of the values that general rules suggest one target accepts.
package struct Taken: Sendable {
  /// The accepted frame rates; nil for any.
  package var frameRates: [FrameRate]?
  /// The most frames per second.
  package var frameRateMaximum: FrameRate?
  /// The accepted heights, in pixels; nil for any.
  package var heights: [Int]?
  /// The video keeps its aspect ratio, whatever the ladder has.
  package var keepsShape = false

  package init() {}
}
