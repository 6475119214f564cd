internal import RungPlatform

/// Why something was not written.
enum OutputFault {
  static func unwritable(_ name: String, _ code: Int32) -> Failure { Failure.notRun("\(name) cannot be written: \(reason(code))") }

  static func reason(_ code: Int32) -> String {
    switch code {
    case EACCES, EPERM: "permission denied"
    case ENOENT: "its directory does not exist"
    case ENOTDIR: "a part of the path is a file"
    case EISDIR: "it is a directory"
    case ELOOP: "it is a symbolic link that leads back to itself"
    case EROFS: "the file system is read-only"
    case ENOSPC: "the disk is full"
    case EDQUOT: "the disk quota is used up"
    case EFBIG: "it would be larger than the system allows"
    case EBADF: "it is not open to write"
    case EPIPE: "its reader has gone"
    case ETXTBSY: "it is a program that is running"
    case EEXIST: "a file was made in its place meanwhile"
    default: SystemError.text(code)
    }
  }
}
