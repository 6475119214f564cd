internal import RungSource

/// What one target takes of what general rules suggest.
package struct Taken: Sendable {
  /// The frame rates that are taken; nil where any is.
  package var frameRates: [FrameRate]?
  /// The most frames per second.
  package var frameRateMaximum: FrameRate?
  /// The heights that are taken, in pixels; nil where any is.
  package var heights: [Int]?
  /// The picture keeps its shape, whatever the ladder says.
  package var keepsShape = false

  package init() {}
}
