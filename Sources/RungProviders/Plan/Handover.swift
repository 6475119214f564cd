/// A value that an encoder or a player needs.
public struct Handover: Sendable {
  /// Who needs it, and when.
  public enum Receiver: String, Sendable, CaseIterable {
    /// Needs it before the wait of the step can end: the wait is for the encoder.
    case encoder
    /// Can play only after the wait of the step.
    case player
  }

  /// Who needs it.
  public var receiver: Receiver
  /// Its name there: "RTMP server", "stream key", "HLS".
  public var title: String
  /// With placeholders for what is known only later.
  public var value: TextTemplate

  package init(to receiver: Receiver, _ title: String, _ value: String, _ parameters: [PlanParameter] = []) {
    (self.receiver, self.title, self.value) = (receiver, title, TextTemplate(value, parameters))
  }

  /// A value that is handed over as it was read.
  package init(to receiver: Receiver, _ title: String, bound name: String) {
    self.init(to: receiver, title, "{\(name)}", [PlanParameter(bound: name)])
  }
}
