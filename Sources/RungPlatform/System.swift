internal import CSystem

/// What systems do in ways of their own.
public enum System {
  /// Memory is handed out in larger pieces and kept until the end: by default each file's buffers go back to the system and
  /// are asked for again with the next one, which costs a check of a fleet one part in twenty. Nothing where only glibc's
  /// allocator is asked for that.
  public static func keepMemory() {
    #if canImport(Glibc)
      mallopt(M_TRIM_THRESHOLD, 1 << 28)
      mallopt(M_TOP_PAD, 1 << 22)
    #endif
  }

  /// Whether a file lies on a disk. One of the kernel's looks like any other and may hold anything, as /proc/self/environ the
  /// environment. True where a system has no such files.
  ///
  /// - Parameter path: of a file that is there.
  public static func isOnDisk(_ path: UnsafePointer<CChar>) -> Bool {
    #if os(Linux)
      var system = statfs()
      return statfs(path, &system) == 0 && !isOfTheKernel(system)
    #else
      return true
    #endif
  }

  /// The same of a file that is open.
  public static func isOnDisk(_ file: Int32) -> Bool {
    #if os(Linux)
      var system = statfs()
      return fstatfs(file, &system) == 0 && !isOfTheKernel(system)
    #else
      return true
    #endif
  }

  /// Whether a file has an access list, or something that a user keeps beside it. Labels of the system are set for a new file by
  /// the system.
  public static func hasAttributes(_ path: UnsafePointer<CChar>) -> Bool { !attributes(path).isEmpty }

  /// Gives a file that is open the access list and the attributes of another one.
  ///
  /// - Returns: whether it has all of them.
  public static func copyAttributes(_ path: UnsafePointer<CChar>, to file: Int32) -> Bool {
    var value = [UInt8](repeating: 0, count: 1 << 16)
    return attributes(path).allSatisfy { name in
      #if os(Linux)
        let count = getxattr(path, name, &value, value.count)
        return count >= 0 && fsetxattr(file, name, value, count, 0) == 0
      #else
        let count = getxattr(path, name, &value, value.count, 0, 0)
        return count >= 0 && fsetxattr(file, name, value, count, 0, 0) == 0
      #endif
    }
  }

  private static func attributes(_ path: UnsafePointer<CChar>) -> [String] {
    var names = [CChar](repeating: 0, count: 1 << 16)
    #if os(Linux)
      let count = listxattr(path, &names, names.count)
    #else
      let count = listxattr(path, &names, names.count, 0)
    #endif
    guard count > 0 else { return [] }
    return names[..<count].split(separator: 0).map { String(decoding: $0.map { UInt8(bitPattern: $0) }, as: UTF8.self) }.filter { name in
      #if os(Linux)
        return name.hasPrefix("user.") || name == "system.posix_acl_access"
      #else
        return !name.hasPrefix("com.apple.")
      #endif
    }
  }

  #if os(Linux)
    private static func isOfTheKernel(_ system: statfs) -> Bool {
      kernelFileSystems.contains(UInt32(truncatingIfNeeded: system.f_type))
    }

    /// proc, sysfs, debugfs, tracefs, securityfs, configfs, cgroup and cgroup2, bpf, pstore, efivarfs, selinuxfs, smackfs,
    /// binfmt_misc, mqueue, devpts, nsfs (linux/magic.h).
    private static let kernelFileSystems: Set<UInt32> = [
      0x9FA0, 0x6265_6572, 0x6462_6720, 0x7472_6163, 0x7363_6673, 0x6265_6570, 0x27_E0EB, 0x6367_7270, 0xCAFE_4A11, 0x6165_676C,
      0xDE5E_81E4, 0xF97C_FF8C, 0x4341_5D53, 0x4249_4E4D, 0x1980_0202, 0x1CD1, 0x6E73_6673,
    ]
  #endif
}
