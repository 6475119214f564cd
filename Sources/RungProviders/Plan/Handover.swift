/// Something that an encoder or a player is set up with.
public struct Handover: Sendable {
  /// Who is set up with it, and when.
  public enum Receiver: String, Sendable, CaseIterable {
    /// Has to have it before the wait of the step can end: it is what the wait is for.
    case encoder
    /// Has nothing to play until the wait of the step is over.
    case player
  }

  /// Who is set up with it.
  public var receiver: Receiver
  /// What it is called there: "RTMP server", "stream key", "HLS".
  public var title: String
  /// With places for what is known only later.
  public var value: TextTemplate

  package init(to receiver: Receiver, _ title: String, _ value: String, _ parameters: [PlanParameter] = []) {
    self.receiver = receiver
    self.title = title
    self.value = TextTemplate(value, parameters)
  }
}
