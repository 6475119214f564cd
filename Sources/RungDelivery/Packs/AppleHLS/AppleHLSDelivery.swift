internal import RungSpec

/// The Apple HLS Authoring Specification, as far as only what is delivered shows it.
package enum AppleHLSDelivery {
  static let family = RulePack.appleHLS.rawValue
}
