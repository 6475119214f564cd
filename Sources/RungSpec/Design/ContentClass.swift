/// The content of the video, as far as it decides the bitrate.
public enum ContentClass: String, Sendable, Hashable, CaseIterable {
  /// One or a few people in front of a static camera: talks, lessons, council meetings.
  case talkingHead = "talking-head"
  /// A bit of everything: news, magazines, shows.
  case general
  /// Films and series: cuts, grain, dark scenes.
  case film
  /// Sports, concerts, games: everything moves.
  case sports

  /// In a sentence: "for sports".
  package var text: String {
    switch self {
    case .talkingHead: "talking heads"
    case .general: "general content"
    case .film: "films"
    case .sports: "sports"
    }
  }
}
