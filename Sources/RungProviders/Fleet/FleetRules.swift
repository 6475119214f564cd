/// Rules about several streams together. One file each; the list is generated.
package enum FleetRules {}
