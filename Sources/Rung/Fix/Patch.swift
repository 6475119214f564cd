internal import RungOutput
internal import RungSource

/// A change of a text, to be read or to be applied by `patch -p1` or `git apply`.
public struct Patch: Sendable {
  /// A unified diff; empty where nothing changes.
  public let text: String
  /// Whether it can be applied. Not where a line of it holds a secret, which is masked.
  public let isExact: Bool

  /// - Parameters:
  ///   - path: the name in the header, as its bytes.
  ///   - old: what was before.
  ///   - new: what comes after it.
  public init(_ path: [UInt8], from old: SourceInput, to new: SourceInput) {
    func side(_ input: SourceInput) -> UnifiedDiff.Side {
      let analysis = check(input)
      let hidden = analysis.secrets.filter { $0.file.index == 0 }.map { Int($0.lower)..<Int($0.upper) }
      return UnifiedDiff.Side(input.bytes, hiding: hidden + SourceFile(name: input.name, bytes: input.bytes).secretRanges)
    }
    (text, isExact) = UnifiedDiff(path, from: side(old), to: side(new)).text()
  }
}
