internal import ArgumentParser
internal import Rung

/// `--as`, the same everywhere.
struct RequestOption: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("The files hold bodies of PROVIDER or PROVIDER.REQUEST.", valueName: "request"),
    completion: .list(RequestName.all))
  var text: String?

  /// Nil when none was named.
  func name() throws -> RequestName? {
    guard let text else { return nil }
    return try Self.name(text)
  }

  static func name(_ text: String) throws -> RequestName {
    let name = try RequestName(text)
    guard name.isRead else { throw Failure.usage("bodies of \(name.provider) cannot be read by this build of rung") }
    return name
  }
}
