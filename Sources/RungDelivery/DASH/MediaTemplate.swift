internal import RungSpec

/// URLs of segments from templates (ISO/IEC 23009-1, section 5.3.9.4.4).
enum MediaTemplate {
  /// Nil where the text is not a template: an unknown identifier, one that has no value here, or a width that is none.
  static func expanded(_ template: String, id: String?, bandwidth: Bitrate?, number: Int64?, time: Int64?) -> String? {
    var parts = template.split(separator: "$", omittingEmptySubsequences: false)[...]
    var url = String(parts.removeFirst())
    while let name = parts.popFirst() {
      // What is between two `$` is an identifier, so that a text follows it.
      guard let rest = parts.popFirst() else { return nil }
      switch name {
      case "": url += "$"
      case "RepresentationID":
        guard let id else { return nil }
        url += id
      default:
        let tag = name.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false)
        let value: Int64? =
          switch tag[0] {
          case "Number": number
          case "Time": time
          case "Bandwidth": bandwidth?.bitsPerSecond
          default: nil
          }
        guard let value, let width = tag.count == 1 ? 1 : width(tag[1]) else { return nil }
        let digits = String(value)
        url += String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
      }
      url += rest
    }
    return url
  }

  /// `05d`, of three digits at most.
  private static func width(_ format: Substring) -> Int? {
    guard format.first == "0", format.last == "d", (3...5).contains(format.utf8.count) else { return nil }
    let digits = format.dropFirst().dropLast()
    return digits.utf8.allSatisfy { $0 &- 0x30 < 10 } ? Int(digits) : nil
  }
}
