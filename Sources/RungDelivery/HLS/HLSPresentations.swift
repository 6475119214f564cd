internal import RungSource
internal import RungSpec

/// Playlists → what they show.
package struct HLSPresentations {
  private let playlists: [(file: DeliveredFile, playlist: HLSPlaylist)]

  private let index: Index

  package init(_ playlists: [(file: DeliveredFile, playlist: HLSPlaylist)]) { (self.playlists, index) = (playlists, Index(playlists)) }

  /// One for each multivariant playlist, with the media playlists of its variants; one for all media playlists that belong to none.
  package func all() -> [Presentation] {
    var taken: Set<Int> = []
    var presentations: [Presentation] = []
    for (file, playlist) in playlists where playlist.isMultivariant {
      let variants = Self.distinct(playlist.variants)
      let groups = HLSAudioGroup.all(of: playlist) { media(at: $0, from: file).flatMap(segments) }
      // Addresses that differ in their queries lead to one file: it is shown once.
      var shown: Set<Int> = []
      let renditions = variants.map { rendition($0, beside: groups, in: file, &shown) }
      taken.formUnion(shown)
      for other in playlist.renditions { if let index = other.uri.flatMap({ media(at: $0.value, from: file) }) { taken.insert(index) } }
      for variant in playlist.variants + playlist.keyframeVariants { if let index = variant.uri.flatMap({ media(at: $0.value, from: file) }) { taken.insert(index) } }
      presentations.append(Presentation(.hls, at: playlist.place, renditions, isWhole: true))
    }
    let alone = playlists.indices.filter { !taken.contains($0) && playlists[$0].playlist.media.map { $0.iFramesOnly == nil } == true }
    let series = series(of: alone)
    if let first = alone.first {
      // Of several that were taken one after another the last shows the rendition.
      let renditions = series.compactMap(\.last).map { index in
        let (file, playlist) = playlists[index]
        var rendition = DeliveredRendition(at: playlist.place, label: file.name)
        rendition.names = AddressWords.of(file.name)
        rendition.given = file.given
        take(index, into: &rendition)
        return rendition
      }
      var presentation = Presentation(.hls, at: playlists[first].playlist.place, renditions, isWhole: false)
      presentation.snapshots = series.filter { $0.count > 1 }.map { $0.compactMap(snapshot) }
      presentations.append(presentation)
    }
    return presentations
  }

  /// Playlists of one rendition at several times, in their order: they lie in one folder, and list a segment at the same address, or segments
  /// whose addresses differ in their number alone.
  private func series(of indices: [Int]) -> [[Int]] {
    struct Address: Hashable {
      var folder: [Substring]
      var given: String?
      var address: String
    }
    var series: [[Int]] = []
    var known: [Address: Int] = [:]
    for index in indices {
      let (file, playlist) = playlists[index]
      guard let media = playlist.media else { continue }
      let folder = file.folder
      var addresses = media.segments.map { Address(folder: folder, given: file.given, address: file.text($0.uri)) }
      // Byte ranges of one file have one address.
      let isOfRanges = media.segments.count > 1 && Set(addresses).count == 1
      if !isOfRanges, let first = addresses.first { addresses.append(Address(folder: first.folder, given: first.given, address: "#" + AddressWords.withoutNumber(first.address))) }
      let own = isOfRanges ? nil : addresses.lazy.compactMap { known[$0] }.first
      if let own { series[own].append(index) } else { series.append([index]) }
      for address in addresses where known[address] == nil { known[address] = own ?? series.count - 1 }
    }
    return series
  }

  private func snapshot(_ index: Int) -> Snapshot? {
    let (file, playlist) = playlists[index]
    guard let media = playlist.media else { return nil }
    return Snapshot(
      label: file.name, place: playlist.place, taken: file.taken, targetDuration: media.targetDuration, sequence: media.sequence, skipped: media.skipped,
      discontinuitySequence: media.discontinuitySequence, hasEnded: media.endList != nil,
      segments: media.segments.map { segment in
        Snapshot.Segment(
          address: file.text(segment.uri), duration: segment.duration, place: segment.place,
          addressPlace: SourcePlace(SourceSpan(file: file.id, lower: segment.uri.lowerBound, upper: segment.uri.upperBound)), startsDiscontinuity: segment.hasDiscontinuity, time: segment.programDateTime)
      })
  }

  /// Variants that differ in their video: those that have the same with other audio, and those at another address that are the same for
  /// redundancy (RFC 8216, 6.2.4), are one rendition.
  private static func distinct(_ variants: [HLSVariant]) -> [HLSVariant] {
    struct Sameness: Hashable {
      var bandwidth: Bitrate?
      var average: Bitrate?
      var codecs: String?
      var size: Resolution?
      var rate: FrameRate?
      var range: String?
      var words: String
    }
    var addresses: Set<String> = []
    var seen: Set<Sameness> = []
    return variants.filter { variant in
      let address = variant.uri?.value ?? ""
      guard addresses.insert(address).inserted else { return false }
      // The last part of the address differs in ladders of which only the sizes are not stated.
      let same = Sameness(
        bandwidth: variant.bandwidth?.value, average: variant.averageBandwidth?.value, codecs: variant.codecs?.value, size: variant.resolution?.value,
        rate: variant.frameRate?.value, range: variant.videoRange?.value, words: variant.resolution == nil ? address : "")
      return seen.insert(same).inserted
    }
  }

  private func rendition(_ variant: HLSVariant, beside groups: [String: HLSAudioGroup], in file: DeliveredFile, _ taken: inout Set<Int>) -> DeliveredRendition {
    var rendition = DeliveredRendition(at: variant.place, label: variant.uri.map { AddressWords.shown($0.value) } ?? "a variant")
    rendition.names = variant.uri.map { AddressWords.of($0.value) } ?? []
    rendition.namePlace = variant.uri?.place
    rendition.size = variant.resolution
    rendition.fps = variant.frameRate
    rendition.isRateRounded = true
    rendition.transfer = variant.videoRange?.compactMap { VideoTransfer(rawValue: $0.lowercased()) }
    rendition.isSDRUnlessStated = variant.videoRange == nil
    rendition.bandwidth = variant.bandwidth
    rendition.averageBandwidth = variant.averageBandwidth
    takeCodecs(variant, beside: groups, into: &rendition)
    if let index = variant.uri.flatMap({ media(at: $0.value, from: file) }), taken.insert(index).inserted {
      rendition.given = playlists[index].file.given
      take(index, into: &rendition)
    }
    return rendition
  }

  private func takeCodecs(_ variant: HLSVariant, beside groups: [String: HLSAudioGroup], into rendition: inout DeliveredRendition) {
    if variant.audio != nil { rendition.hasAudio = true }
    if let group = variant.audio.flatMap({ groups[$0.value] }) {
      let track = group.first
      (rendition.hasAudioApart, rendition.audioSegments) = (group.isApart, group.segments)
      rendition.audio = DeliveredAudio(at: track.place)
      rendition.audio?.channels = track.channels
    }
    guard let codecs = variant.codecs else { return }
    rendition.codecNames = codecs
    let entries = codecs.value.split(separator: ",").map { $0.trimmed }
    for entry in entries {
      if let codec = DeliveredVideoCodec(entry) {
        rendition.codec = Located(codec, at: codecs.place)
      } else if DeliveredAudioCodec.isAudio(entry) {
        if rendition.audio == nil { rendition.audio = DeliveredAudio(at: codecs.place) }
        guard rendition.audio?.codec == nil else { continue }
        if let codec = DeliveredAudioCodec.named(entry) { rendition.audio?.codec = Located(codec, at: codecs.place) } else { rendition.audio?.otherCodec = Located(entry, at: codecs.place) }
      }
    }
    // Audio is listed wherever it is (4.3.4.2); FFmpeg leaves the whole attribute out where it has no name for a codec.
    rendition.hasAudio = rendition.audio != nil
  }

  /// The index of the media playlist at an address.
  private func media(at address: String, from file: DeliveredFile) -> Int? {
    if !AddressWords.isElsewhere(address), let path = AddressWords.resolved(address, below: file.folder) { return index.byPath[path] }
    // Of a playlist that was saved from a server the names agree from the end on.
    let path = AddressWords.path(of: address).split(separator: "/")
    let near = path.count > 1 ? (index.byEnd[Array(path.suffix(2))] ?? []) + (index.byEnd[Array(path.suffix(1))] ?? []) : path.last.flatMap { index.byName[$0] } ?? []
    return near.count == 1 ? near[0] : nil
  }

  /// The media playlists, by what addresses say of them.
  private struct Index {
    var byPath: [[Substring]: Int] = [:]
    /// By the last two parts of their paths, or by the only one. Two at most: more say no more.
    var byEnd: [[Substring]: [Int]] = [:]
    /// By the last part.
    var byName: [Substring: [Int]] = [:]

    init(_ playlists: [(file: DeliveredFile, playlist: HLSPlaylist)]) {
      for (index, (file, playlist)) in playlists.enumerated() where playlist.media != nil {
        let path = file.path
        if byPath[path] == nil { byPath[path] = index }
        if byEnd[Array(path.suffix(2)), default: []].count < 2 { byEnd[Array(path.suffix(2)), default: []].append(index) }
        if let name = path.last, byName[name, default: []].count < 2 { byName[name, default: []].append(index) }
      }
    }
  }

  private func take(_ index: Int, into rendition: inout DeliveredRendition) {
    guard let media = playlists[index].playlist.media else { return }
    rendition.playlist = playlists[index].file.name
    rendition.segments = segments(of: index)
    rendition.parts = (media.segments.flatMap(\.parts) + media.openParts).map(\.duration)
    rendition.partTarget = media.partTarget
    rendition.partHoldBack = media.partHoldBack
  }

  private func segments(of index: Int) -> DeliveredSegments? {
    let (file, playlist) = playlists[index]
    guard let media = playlist.media else { return nil }
    let isLive = media.endList == nil && media.type?.value != "VOD"
    // One file of byte ranges has a size for each; the size of the file is no segment's.
    let areRanges = media.segments.contains { $0.bytes != nil }
    let items = media.segments.map { segment in
      DeliveredSegments.Segment(
        duration: segment.duration, place: segment.place, bytes: segment.bytes ?? (areRanges ? nil : size(media.variables.expanded(file.text(segment.uri)), in: file)),
        startsDiscontinuity: segment.hasDiscontinuity, isGap: segment.isGap, time: segment.programDateTime)
    }
    var segments = DeliveredSegments(
      at: playlist.place, items: items, first: (media.sequence?.value ?? 0) + media.skipped, isLive: isLive, hasSlid: media.type == nil && (media.sequence?.value ?? 0) > 0)
    segments.targetDuration = media.targetDuration
    segments.hasCues = media.hasCues
    if let map = media.map {
      segments.format = Located(.fmp4, at: map)
    } else if let first = media.segments.first {
      let path = AddressWords.path(of: media.variables.expanded(file.text(first.uri))).lowercased()
      if path.hasSuffix(".ts") || path.hasSuffix(".m2ts") { segments.format = Located(.mpegts, at: SourcePlace(SourceSpan(file: file.id, lower: first.uri.lowerBound, upper: first.uri.upperBound))) }
    }
    return segments
  }

  private func size(_ address: String, in file: DeliveredFile) -> Int? {
    guard !AddressWords.isElsewhere(address), let path = AddressWords.resolved(address, below: []) else { return nil }
    return file.size(path.joined(separator: "/"))
  }
}

extension Substring {
  fileprivate var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
