import Foundation

/// What this run may do, for tests that need more than an ordinary user has.
enum Privilege {
  static let isRoot = geteuid() == 0
  static let canMount = isRoot && works("d=$(mktemp -d) && mount -t tmpfs tmpfs $d && umount $d && rmdir $d")
  static let canChangeRoot = isRoot && works("chroot / true && d=$(mktemp -d) && mknod $d/n c 1 3 && mknod $d/b b 7 200 && echo x > $d/n && rm -r $d")
  static let hasCompiler = works("command -v cc || command -v clang")

  private static func works(_ line: String) -> Bool {
    guard let tool = try? Tool(), let result = try? tool.shell("PATH=$PATH:/usr/sbin:/sbin; { \(line); } > /dev/null 2>&1") else { return false }
    return result.code == 0
  }
}
