/// Rules about the spec as a whole. One file each, in the folder Spec; the list is generated.
package enum SpecRules {}

/// Rules about the resolved ladder. One file each, in the folder Ladder; the list is generated.
package enum LadderRules {}
