/// Rules about two streams that claim the same: each is asked about one meeting after another. One file each; the list is generated.
package enum FleetRules {}
