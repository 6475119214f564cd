/// What to do when it is unknown whether a request took effect: the connection was dropped, the server failed, or the program
/// that sent it was killed.
public enum Resending: Sendable {
  /// Send it again: a second one has no further effect.
  case harmless
  /// Ask, and send it again only if it did not take effect.
  case asked(Lookup)
  /// No request tells. A person must look; the text says what to look for, and where.
  case byHand(String)
}
