internal import RungPlatform

/// While outputs are half done, nothing short of a kill ends the process: what asks it to end waits until all of it is done
/// or undone, and no temporary file is left.
enum SignalHold {
  static func during<Result>(_ work: () throws -> Result) rethrows -> Result {
    var held = sigset_t()
    sigemptyset(&held)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] { sigaddset(&held, signal) }
    var before = sigset_t()
    sigprocmask(SIG_BLOCK, &held, &before)
    defer { sigprocmask(SIG_SETMASK, &before, nil) }
    return try work()
  }
}
