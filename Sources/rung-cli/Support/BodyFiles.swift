internal import Glibc
internal import RungOutput
internal import RungProviders
internal import RungReading

/// One file for each body; for an encoder its script, or the folder of a profile.
enum BodyFiles {
  /// - Parameters:
  ///   - format: json for encoders' setups as JSON.
  ///   - private: the files hold secrets, and are for their owner's eyes only.
  /// - Returns: the paths written.
  static func write(_ all: [Bodies], to directory: String, as format: OutputFormat?, private isPrivate: Bool) throws -> [String] {
    let directory = PathName.tidy(directory)
    var files: [(path: String, text: String)] = []
    var folders: [String] = []
    var slugs: [String: Int] = [:]
    for bodies in all {
      var slug = slug(bodies.stream ?? "")
      slugs[slug, default: 0] += 1
      if let count = slugs[slug], count > 1 { slug += "-\(count)" }
      for provider in bodies.providers {
        for (index, body) in provider.bodies.enumerated() {
          let number = provider.bodies.count > 1 ? (index < 9 ? "0\(index + 1)-" : "\(index + 1)-") : ""
          let name = "\(slug).\(provider.provider).\(number)\(body.key).json"
          files.append((PathName.join(directory, name), try JSONWriter.text(body.node) + "\n"))
        }
      }
      for encoder in bodies.encoders {
        let path = PathName.join(directory, "\(slug).\(encoder.setup.encoder)")
        if format == .json {
          files.append((path + ".json", try JSONWriter.text(EncoderJSON.node(encoder.setup)) + "\n"))
        } else if encoder.setup.command != nil {
          files.append((path + ".sh", encoder.text(style: .plain)))
        } else if !encoder.setup.files.isEmpty {
          folders.append(path)
          for file in encoder.setup.files { files.append((PathName.join(path, file.name), file.text)) }
        }
      }
    }
    for folder in [directory] + folders { try DiskWriter.makeDirectory(folder) }
    for file in files { try DiskWriter.replace(file.path, with: file.text, mode: isPrivate ? 0o600 : 0o666) }
    return files.map(\.path)
  }

  /// `Live TV Channel` → `live-tv-channel`: letters and digits of any script, everything else a dash.
  static func slug(_ name: String) -> String {
    var result = ""
    for character in name.lowercased() {
      guard result.utf8.count < 100 else { break }
      if character.isLetter || character.isNumber {
        result.append(character)
      } else if !result.isEmpty, !result.hasSuffix("-") {
        result += "-"
      }
    }
    while result.hasSuffix("-") { result.removeLast() }
    return result.isEmpty ? "stream" : result
  }
}

/// Files that are either the old one or the new one, and never half of it.
enum DiskWriter {
  static func makeDirectory(_ path: String) throws {
    if PathName.kind(path) == .directory { return }
    let parent = PathName.directory(of: path)
    if parent != path, PathName.kind(parent) == .missing { try makeDirectory(parent) }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST && PathName.kind(path) == .directory else {
      let reason = errno == EEXIST ? "is a file, not a directory" : "cannot be made: \(writeReason(errno))"
      throw Failure.notRun("\(path) \(reason)")
    }
  }

  static func replace(_ path: String, with text: String, mode: mode_t) throws {
    let directory = PathName.directory(of: path)
    let temporary = PathName.join(directory, ".\(PathName.name(of: path)).\(getpid()).tmp")
    unlink(temporary)
    try create(temporary, with: text, mode: mode, shownAs: path)
    guard rename(temporary, path) == 0 else {
      let reason = errno
      unlink(temporary)
      throw Failure.notRun("\(path) cannot be written: \(writeReason(reason))")
    }
  }

  /// - Parameter name: the path to speak of.
  /// - Throws: when the file exists already.
  static func create(_ path: String, with text: String, mode: mode_t, shownAs name: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard file >= 0 else { throw Failure.notRun("\(name) \(errno == EEXIST ? "exists already" : "cannot be written: \(writeReason(errno))")") }
    var bytes = Array(text.utf8)[...]
    var problem: Int32 = 0
    while !bytes.isEmpty, problem == 0 {
      let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count >= 0 { bytes = bytes.dropFirst(count) } else if errno != EINTR { problem = errno }
    }
    if close(file) != 0, problem == 0 { problem = errno }
    guard problem == 0 else {
      unlink(path)
      throw Failure.notRun("\(name) cannot be written: \(writeReason(problem))")
    }
  }

  private static func writeReason(_ code: Int32) -> String {
    switch code {
    case EACCES, EPERM: "permission denied"
    case ENOENT: "its directory does not exist"
    case ENOTDIR: "a part of the path is a file"
    case EISDIR: "it is a directory"
    case EROFS: "the file system is read-only"
    case ENOSPC: "the disk is full"
    default: SystemError.text(code)
    }
  }
}
