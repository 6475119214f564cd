/// One rule for each kind of limit, shared by all providers. One file each; the list is generated.
package enum CommonRules {}
