public import RungSource

/// The command or the settings of an encoder.
public struct EncoderSetup: Sendable {
  /// Its id.
  public var encoder: TargetID
  /// The stream's name, when it has one.
  public var stream: String?
  /// Nil for a program that no command starts.
  public var command: EncoderCommand?
  /// Settings for a person to enter, by their names in the program.
  public var settings: [EncoderSetting]
  /// Files that the program loads; beside a command, files to write before it starts.
  public var files: [EncoderFile]
  /// Whatever else is worth knowing.
  public var remarks: [String]

  package init(
    encoder: String, stream: String?, command: EncoderCommand? = nil, settings: [EncoderSetting] = [], files: [EncoderFile] = [], remarks: [String] = []
  ) {
    self.encoder = TargetID(rawValue: encoder)
    self.stream = stream
    self.command = command
    self.settings = settings
    self.files = files
    self.remarks = remarks
  }
}
