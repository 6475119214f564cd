package import RungSource
package import RungSpec

/// A partial segment (EXT-X-PART).
package struct HLSPart: Sendable {
  package var duration: Located<Seconds>
  package var isIndependent: Bool
}
