/// How much a file may ask for before it is refused: no input may exhaust the machine that lints it.
public struct Bounds: Sendable {
  /// Bytes in one file.
  public var fileSize = 16 << 20
  /// Mappings and lists within one another.
  public var depth = 64
  /// Keys and values in one file, aliases expanded.
  public var nodes = 1_000_000
  /// Nodes that the aliases of one file may add ("billion laughs").
  public var aliasNodes = 100_000

  public init() {}
}
