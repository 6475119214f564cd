internal import RungSource
internal import RungSpec

/// Rules about what is sent to a destination: each is asked about one feed after another. One file each; the list is generated.
package enum DestinationRules {
  static let family = "destination"
}
