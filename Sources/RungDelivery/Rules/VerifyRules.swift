/// What was delivered against what was asked for: one file each.
package enum VerifyRules {
  static let family = "verify"
}
