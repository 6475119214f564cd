internal import RungOutput
internal import RungPlatform
internal import RungSource

enum Environment {
  /// Nil when it is not set, or no UTF-8.
  static func value(_ name: String) -> String? { getenv(name).flatMap { String(validatingCString: $0) } }

  static func isSet(_ name: String) -> Bool { getenv(name) != nil }
}
