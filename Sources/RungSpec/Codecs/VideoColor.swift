internal import RungSource

/// The color of HDR video and of wide gamuts, in the code points of Rec. ITU-T H.273.
package struct VideoColor: Sendable, Hashable {
  package let primaries: ColorPrimaries
  package let transfer: VideoTransfer

  package init(_ primaries: ColorPrimaries, _ transfer: VideoTransfer) { (self.primaries, self.transfer) = (primaries, transfer) }

  /// Color primaries, transfer characteristics, matrix coefficients (tables 2 to 4). BT.2020's non-constant luminance with HDR and
  /// with its own primaries, BT.709's matrix otherwise.
  package var codes: [Int] {
    let primaries =
      switch self.primaries {
      case .bt709: 1
      case .bt2020: 9
      case .p3: 12
      }
    let transfer =
      switch self.transfer {
      // Ten bits of BT.2020 have a code of their own for the same curve.
      case .sdr: self.primaries == .bt2020 ? 14 : 1
      case .pq: 16
      case .hlg: 18
      }
    return [primaries, transfer, self.primaries == .bt2020 || self.transfer.isHDR ? 9 : 1]
  }
}

extension Rendition {
  /// Bits per sample as the encoder makes them: as stated, or as profile and transfer imply.
  package var encodedBitDepth: Int {
    if let bitDepth { return bitDepth.value }
    if profile?.value == .main10 || profile?.value == .high10 { return 10 }
    guard transfer?.value.isHDR == true else { return 8 }
    return switch codec?.value {
    // Nearly no device plays High 10: it is HDR only where that profile is asked for.
    case .h264, .vp8: 8
    case .h265: profile == nil ? 10 : 8
    case .av1, .vp9, nil: 10
    }
  }

  /// Nil for BT.709, and where nothing of it is stated.
  package var color: VideoColor? {
    let transfer = transfer?.value ?? .sdr
    let primaries = primaries?.value ?? (transfer.isHDR ? .bt2020 : .bt709)
    return transfer == .sdr && primaries == .bt709 ? nil : VideoColor(primaries, transfer)
  }
}

extension Rendition {
  /// With the transfer characteristics and the primaries of the source where it states none.
  package func colored(as source: IngestVideo?) -> Rendition {
    var rendition = self
    if rendition.transfer == nil { rendition.transfer = source?.transfer }
    if rendition.primaries == nil, rendition.transfer?.value == source?.transfer?.value { rendition.primaries = source?.primaries }
    return rendition
  }
}
