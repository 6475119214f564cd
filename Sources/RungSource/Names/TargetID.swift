/// The id of a provider or an encoder, as under `targets` of a spec: `tenbyte`, `ffmpeg`.
public struct TargetID: NamedID {
  /// As it is written under `targets`.
  public let rawValue: String

  /// - Parameter rawValue: as it is written under `targets`.
  public init(rawValue: String) { self.rawValue = rawValue }
}
