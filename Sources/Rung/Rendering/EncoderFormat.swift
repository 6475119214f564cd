public import RungOutput
public import RungProviders
internal import RungReading

/// How the setup of an encoder is written.
public enum EncoderFormat: String, Sendable, CaseIterable {
  /// A shell script where the encoder is started by a command, a list to read where it is set up by hand.
  case text
  /// For programs: the command as a list of words, the profile's files by name.
  case json
}

extension EncoderSetup {
  /// References to secrets are kept; a script reads them from the environment.
  ///
  /// - Parameters:
  ///   - format: how it is written.
  ///   - style: of ``EncoderFormat/text`` where that is a list.
  public func rendered(as format: EncoderFormat, style: TextStyle = .plain) -> String {
    switch format {
    case .text: command.map { EncoderScript.text($0, of: self) } ?? EncoderText.text(self, style: style)
    case .json: JSONWriter.shown(EncoderJSON.node(self)) + "\n"
    }
  }
}
