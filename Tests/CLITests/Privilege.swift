import Foundation

/// What this run may do, for tests that need more than an ordinary user has.
enum Privilege {
  static let isRoot = geteuid() == 0
  static let canMount = isRoot && works("mkdir d && unshare -m mount -t tmpfs tmpfs d")
  static let canChangeRoot = isRoot && works(
    "mknod n c 1 3 && mknod b b 7 200 && echo x > n && mkdir p && unshare -m sh -c 'mount -t proc proc p && chroot / true'")
  static let asAnother = "setpriv --reuid 65534 --regid 65534 --clear-groups"
  static let canBecomeAnother = isRoot && works("cp \(Tool.binary.path) . && chmod 755 . rung && \(asAnother) ./rung --version")

  private static func works(_ line: String) -> Bool {
    guard let tool = try? Tool(), let result = try? tool.shell("PATH=$PATH:/usr/sbin:/sbin; { \(line); } > /dev/null 2>&1") else { return false }
    return result.code == 0
  }
}
