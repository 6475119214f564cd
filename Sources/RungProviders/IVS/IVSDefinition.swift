internal import RungSpec

/// A class of sizes as Amazon IVS names them: by the shorter side, 480 or less, 720 or less, 1080 or less.
package enum IVSDefinition: String, CaseIterable {
  case sd = "SD"
  case hd = "HD"
  case fullHD = "FULL_HD"

  /// Nil for what is larger than Full HD.
  init?(of size: Resolution) {
    let shorter = min(size.width, size.height)
    guard let found = Self.allCases.first(where: { shorter <= $0.lines }), max(size.width, size.height) <= 1920 else { return nil }
    self = found
  }

  var lines: Int {
    switch self {
    case .sd: 480
    case .hd: 720
    case .fullHD: 1080
    }
  }
}
