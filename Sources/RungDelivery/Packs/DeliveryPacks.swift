package import RungSpec

/// What packs require of what is delivered, which no spec shows: one file each, in a folder for each pack.
package enum DeliveryPacks {
  package static func rules(of pack: RulePack) -> [Rule<Verification>] {
    switch pack {
    case .appleHLS: AppleHLSDelivery.all
    // Most packs are of what a spec shows.
    default: []
    }
  }
}
