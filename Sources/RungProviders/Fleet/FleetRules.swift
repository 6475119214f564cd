internal import RungSource
internal import RungSpec

/// Rules about streams beside one another. One file each; the list is generated.
package enum FleetRules {}
