internal import RungOutput
internal import RungPlatform
internal import RungSource

enum SystemError {
  /// The end of a sentence.
  static func text(_ code: Int32) -> String {
    switch code {
    case ENOENT, ENOTDIR: "does not exist"
    case EACCES, EPERM: "may not be read (permission denied)"
    case EISDIR: "is a directory"
    case ELOOP: "is a symbolic link that leads back to itself"
    case ENAMETOOLONG: "is a name longer than the system allows"
    default: strerror(code).map { String(cString: $0).lowercased() } ?? "failed with error \(code)"
    }
  }
}
