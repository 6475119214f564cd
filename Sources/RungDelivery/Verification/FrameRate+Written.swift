internal import RungSpec

extension FrameRate {
  /// Whether a rate is this one as players, packagers and probes write it: in three decimals, or as a fraction that a file of some seconds
  /// shows.
  func isWritten(_ other: FrameRate, isRounded: Bool) -> Bool {
    let difference = abs(value.approximation - other.value.approximation)
    // 30 and 30000/1001 differ by one in a thousand.
    return difference <= (isRounded ? 0.0011 : value.approximation * 0.0003)
  }
}
