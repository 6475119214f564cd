internal import RungPlatform

/// Paths as ``PathText`` writes them, without asking the disk; and what the disk says of them. All of it is about bytes:
/// characters that Unicode holds to be the same are different names.
enum PathName {
  private static let slash = UInt8(ascii: "/")

  /// Without `.` and empty parts: `./a//b` → `a/b`. `..` stays, because a link may stand before it.
  static func tidy(_ path: String) -> String {
    // `joined` looks through all conformances of the program at its first call, which takes a twentieth of the start.
    var parts = ""
    for part in path.utf8.split(separator: slash).compactMap({ String($0) }) where part != "." { parts += parts.isEmpty ? part : "/\(part)" }
    if isAbsolute(path) { return "/" + parts }
    // `-` alone is standard input and output, and `./-` the file of that name.
    return parts.isEmpty ? "." : parts == "-" && path.utf8.count > 1 ? "./-" : parts
  }

  static func isAbsolute(_ path: String) -> Bool { path.utf8.first == slash }

  /// Whether the path says itself that it is a directory's.
  static func endsInSlash(_ path: String) -> Bool { path.utf8.last == slash }

  static func join(_ directory: String, _ name: String) -> String {
    if isAbsolute(name) || directory.isEmpty || directory == "." { return name }
    return endsInSlash(directory) ? directory + name : "\(directory)/\(name)"
  }

  static func directory(of path: String) -> String {
    guard let last = path.utf8.lastIndex(of: slash) else { return "." }
    return last == path.startIndex ? "/" : String(path[..<last])
  }

  static func name(of path: String) -> String {
    path.utf8.lastIndex(of: slash).flatMap { String(path.utf8[path.utf8.index(after: $0)...]) } ?? path
  }

  static func isSource(_ name: String) -> Bool {
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") || name.hasSuffix(".json") { return true }
    // As some systems write names.
    let end = name.utf8.suffix(5).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    return [".yaml", ".yml", ".json"].contains { end.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  /// `news.rung.yaml`: a file that is meant to be a spec, whatever is in it. `.rung.yaml` is no such name.
  static func isSpec(_ path: String) -> Bool {
    let name = name(of: path)
    return [".rung.yaml", ".rung.yml", ".rung.json"].contains { name.hasSuffix($0) && name.utf8.count > $0.utf8.count }
  }

  /// In the order of their bytes, whatever the locale.
  static func sorted(_ paths: [String]) -> [String] {
    // Side by side, so that comparing two goes to no string.
    var bytes: [UInt8] = []
    let places = paths.map { path in
      let start = bytes.count
      bytes += path.utf8
      return start..<bytes.count
    }
    let order = bytes.withUnsafeBytes { bytes in
      paths.indices.sorted { precedes(UnsafeRawBufferPointer(rebasing: bytes[places[$0]]), UnsafeRawBufferPointer(rebasing: bytes[places[$1]])) }
    }
    return order.map { paths[$0] }
  }

  static func precedes(_ left: String, _ right: String) -> Bool {
    var (left, right) = (left, right)
    return left.withUTF8 { left in right.withUTF8 { right in precedes(UnsafeRawBufferPointer(left), UnsafeRawBufferPointer(right)) } }
  }

  private static func precedes(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
    guard let first = left.baseAddress, let second = right.baseAddress else { return left.count < right.count }
    let order = memcmp(first, second, min(left.count, right.count))
    return order != 0 ? order < 0 : left.count < right.count
  }

  static func isSame(_ left: String, _ right: String) -> Bool { left.utf8.elementsEqual(right.utf8) }

  enum Kind {
    case file, directory, missing
  }

  /// Links followed. What is open in an editor is there.
  static func kind(_ path: String) -> Kind {
    kindOnDisk(path) ?? OpenTexts.unsaved(path)?.kind ?? .missing
  }

  static func kindOnDisk(_ path: String) -> Kind? {
    guard case .success(let status) = status(path) else { return nil }
    return status.st_mode & S_IFMT == S_IFDIR ? .directory : .file
  }

  /// Links followed; otherwise the `errno`.
  static func status(_ path: String) -> Swift.Result<stat, SystemFault> {
    var status = stat()
    return PathText.call(path) { stat($0, &status) } == 0 ? .success(status) : .failure(SystemFault(code: errno))
  }

  /// What a symbolic link leads to, as it says; nil when it is none.
  static func link(_ path: String) -> String? {
    var bytes = [UInt8](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = PathText.call(path) { path in
      bytes.withUnsafeMutableBytes { buffer in
        buffer.baseAddress.map { readlink(path, $0.assumingMemoryBound(to: CChar.self), buffer.count) } ?? -1
      }
    }
    return count > 0 ? PathText.of(Array(bytes[..<count])) : nil
  }

  /// The absolute path without links of what is there, on the disk or open in an editor; nil when there is nothing.
  static func real(_ path: String) -> String? {
    onDisk(path) ?? OpenTexts.unsaved(path)?.place
  }

  private static func onDisk(_ path: String) -> String? {
    guard let raw = PathText.call(path, { realpath($0, nil) }) else { return nil }
    defer { free(raw) }
    return PathText.of(raw)
  }

  /// The absolute path without links, as far as they are there: of a file that is not there, where it would be. Nil for a path that leads nowhere:
  /// in a circle, up from what is not there, or from a current directory that is gone.
  ///
  /// - Parameter links: how many links to what is not there are followed.
  static func place(of path: String, links: Int = 16) -> String? {
    if let real = onDisk(path) { return real }
    guard links > 0, path.utf8.count < PATH_MAX, !path.isEmpty else { return nil }
    if let link = link(path) { return place(of: join(directory(of: path), link), links: links - 1) }
    guard let above = above(path), let directory = place(of: above, links: links) else { return nil }
    switch name(of: path) {
    case "", ".": return directory
    case "..": return OpenTexts.hasDirectory(directory) ? self.directory(of: directory) : nil
    case let name: return join(directory, name)
    }
  }

  static func isInside(_ path: String, _ directory: String) -> Bool {
    isSame(path, directory) || path.utf8.starts(with: (endsInSlash(directory) ? directory : directory + "/").utf8)
  }

  /// A path below a directory, from there.
  static func below(_ directory: String, _ path: String) -> String? {
    guard isInside(path, directory), !isSame(path, directory) else { return nil }
    return String(path.utf8.dropFirst(directory.utf8.count + (endsInSlash(directory) ? 0 : 1)))
  }

  /// A file as the current directory has it, with `..` for one above it in the same repository: the same wherever a checkout lies.
  ///
  /// - Parameter real: absolute, without links.
  static func fromHere(_ real: String) -> String {
    guard let current = self.real("."), current != "/" else { return real }
    if let below = below(current, real) { return below }
    guard let top = repository(of: current), isInside(real, top) else { return real }
    var (directory, way) = (current, "")
    while let next = above(directory) {
      directory = next
      way += "../"
      if let below = below(directory, real) { return way + below }
    }
    return real
  }

  /// The way from a directory to a file, with `..` where it leads above; nil where one of the two is not there.
  static func way(from directory: String, to file: String) -> String? {
    let (directory, file) = (tidy(directory), tidy(file))
    // As it is written, where that leads there: a link below the directory is part of the way.
    if directory == ".", !isAbsolute(file), !file.utf8.split(separator: slash).contains(where: { $0.elementsEqual("..".utf8) }) { return file }
    if directory != ".", let below = below(directory, file) { return below }
    guard let from = real(directory), let to = real(self.directory(of: file)) else { return nil }
    let (start, end) = (from.utf8.split(separator: slash), to.utf8.split(separator: slash))
    let common = zip(start, end).prefix { $0.0.elementsEqual($0.1) }.count
    return (start.dropFirst(common).map { _ in ".." } + end.dropFirst(common).compactMap { String($0) } + [name(of: file)]).joined(separator: "/")
  }

  /// The directory that one lies in; nil for `/`, and for `.`: where the current directory is gone, that is all there is to know.
  static func above(_ directory: String) -> String? {
    let above = self.directory(of: directory)
    return isSame(above, directory) ? nil : above
  }

  /// The nearest directory from this one up of which something holds.
  static func nearest(to directory: String, where holds: (String) -> Bool) -> String? {
    holds(directory) ? directory : above(directory).flatMap { nearest(to: $0, where: holds) }
  }

  /// The nearest directory from this one up that holds `.git`.
  static func repository(of directory: String) -> String? { nearest(to: directory) { kind(join($0, ".git")) != .missing } }
}
