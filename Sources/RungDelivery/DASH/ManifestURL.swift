internal import RungSource

/// References in manifests (RFC 3986, section 5), which stay relative where no base is absolute.
enum ManifestURL {
  static func resolved(_ reference: String, _ bases: [Located<String>]) -> String {
    var url = ""
    for base in bases { url = resolved(base.value, against: url) }
    return resolved(reference, against: url)
  }

  private static func resolved(_ reference: String, against base: String) -> String {
    if base.isEmpty || scheme(reference) != nil { return reference }
    let scheme = scheme(base)
    let afterScheme = base[(scheme?.endIndex ?? base.startIndex)...]
    if reference.hasPrefix("//") { return "\(scheme ?? "")\(reference)" }
    // The authority, if there is one, and the path.
    let authority = afterScheme.hasPrefix("//") ? afterScheme.prefix(2 + afterScheme.dropFirst(2).prefix { !"/?#".contains($0) }.count) : ""
    let prefix = "\(scheme ?? "")\(authority)"
    let path = afterScheme.dropFirst(authority.count).prefix { $0 != "?" && $0 != "#" }
    if reference.isEmpty { return String(base.prefix { $0 != "#" }) }
    if reference.hasPrefix("/") { return prefix + withoutDots(reference) }
    if reference.hasPrefix("?") { return prefix + path + reference }
    if reference.hasPrefix("#") { return base.prefix { $0 != "#" } + reference }
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? (authority.isEmpty ? "" : "/")
    return prefix + withoutDots(folder + reference)
  }

  /// `https:`; nil without one.
  private static func scheme(_ url: String) -> Substring? {
    guard let colon = url.firstIndex(of: ":"), url.first?.isASCII == true, url.first?.isLetter == true,
      url[..<colon].utf8.allSatisfy({ $0 | 0x20 &- 0x61 < 26 || $0 &- 0x2B < 4 && $0 != 0x2C || $0 &- 0x30 < 10 })
    else { return nil }
    return url[...colon]
  }

  /// Without `.` and `..` in the path; those above a relative start stay.
  private static func withoutDots(_ reference: some StringProtocol) -> String {
    guard reference.utf8.contains(UInt8(ascii: ".")) else { return String(reference) }
    let path = reference.prefix { $0 != "?" && $0 != "#" }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    var kept: [Substring] = []
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      switch part {
      case ".": if isLast { kept.append("") }
      case ".." where kept.last.map { !$0.isEmpty && $0 != ".." } ?? false:
        kept.removeLast()
        if isLast { kept.append("") }
      case ".." where kept.last?.isEmpty == true && kept.count == 1: if isLast { kept.append("") }
      default: kept.append(Substring(part))
      }
    }
    return kept.joined(separator: "/") + reference.dropFirst(path.count)
  }
}
