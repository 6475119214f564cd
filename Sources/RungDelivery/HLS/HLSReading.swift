internal import RungReading
package import RungSource
internal import RungSpec

extension HLSPlaylist {
  /// Reads a playlist. Nil where the text is none, which is reported; what does not read is reported and absent.
  package init?(reading bytes: [UInt8], file: FileID, into report: inout Report) {
    let reader = PlaylistReader(bytes, file: file)
    let lines = reader.lines(within: Bounds(), into: &report)
    guard !lines.isEmpty else {
      if bytes.dropFirst(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0).starts(with: "#EXTM3U".utf8) {
        report.flag(DeliveryFaults.nothingShown, reader.opening, "the playlist holds nothing but `#EXTM3U`", help: "look at what writes it")
      }
      return nil
    }
    var reading = HLSReading(reader, from: reader.opening)
    for line in lines { reading.take(line, &report) }
    self = reading.end(&report)
  }
}

/// Line by line.
private struct HLSReading {
  private let reader: PlaylistReader
  private var playlist: HLSPlaylist
  private var media = HLSMedia()
  /// The first tag of either kind.
  private var ofMedia: SourcePlace?
  private var ofVariants: SourcePlace?
  private var once: Set<String> = []
  private var variant: HLSVariant?
  // Of the next segment.
  private var duration: Located<Seconds>?
  private var hasDuration: SourcePlace?
  private var next: HLSSegment
  /// Bytes of addresses with variables that are taken at most.
  private var room = 16 << 20
  /// The highest version that something in it needs (RFC 8216, section 7), and the first that does.
  private var needed: (version: Int, what: String, place: SourcePlace)?
  /// EXT-X-BITRATE, in kbps.
  private var kilobits: Int?

  init(_ reader: PlaylistReader, from place: SourcePlace) {
    self.reader = reader
    playlist = HLSPlaylist(place: place)
    next = HLSSegment(duration: Seconds(0), place: place, uri: 0..<0)
  }

  private mutating func need(_ version: Int, for what: String, _ line: PlaylistLine) {
    if version > (needed?.version ?? 1) { needed = (version, what, line.place) }
  }

  mutating func take(_ line: PlaylistLine, _ report: inout Report) {
    guard let tag = line.tag else { return takeAddress(line, &report) }
    if Self.mediaTags.contains(tag), ofMedia == nil {
      ofMedia = line.place
      if let ofVariants { flagMixed(line, ofVariants, &report) }
    }
    if Self.variantTags.contains(tag), ofVariants == nil {
      ofVariants = line.place
      if let ofMedia { flagMixed(line, ofMedia, &report) }
    }
    if Self.singleTags.contains(tag), !once.insert(tag).inserted {
      report.flag(PlaylistFaults.repeatedTag, line.place, "#\(tag) appears again; it may appear once", help: "remove one of the two")
      return
    }
    switch tag {
    case "EXT-X-VERSION": playlist.version = integer(line, &report)
    case "EXT-X-INDEPENDENT-SEGMENTS": playlist.independentSegments = line.place
    case "EXT-X-STREAM-INF":
      if let variant { flagLost(variant, &report) }
      variant = readVariant(line, &report)
    case "EXT-X-I-FRAME-STREAM-INF": playlist.keyframeVariants.append(readVariant(line, &report))
    case "EXT-X-MEDIA": playlist.renditions.append(rendition(line, &report))
    case "EXT-X-TARGETDURATION": media.targetDuration = integer(line, &report)
    case "EXT-X-MEDIA-SEQUENCE": media.sequence = integer(line, &report)
    case "EXT-X-DISCONTINUITY-SEQUENCE": media.discontinuitySequence = integer(line, &report)
    case "EXT-X-PLAYLIST-TYPE": media.type = reader.value(of: line)
    case "EXT-X-ENDLIST": media.endList = line.place
    case "EXT-X-I-FRAMES-ONLY":
      media.iFramesOnly = line.place
      need(4, for: "EXT-X-I-FRAMES-ONLY", line)
    case "EXT-X-CUE-OUT", "EXT-X-CUE-IN", "EXT-X-CUE-OUT-CONT", "EXT-OATCLS-SCTE35", "EXT-X-SCTE35": media.hasCues = true
    case "EXT-X-DATERANGE": if reader.value(of: line).value.contains("SCTE35") { media.hasCues = true }
    case "EXT-X-MAP":
      if media.map == nil { media.map = line.place }
      // In a list of keyframes alone it came a version earlier.
      need(media.iFramesOnly == nil ? 6 : 5, for: "EXT-X-MAP", line)
    case "EXT-X-PART-INF":
      let attributes = reader.attributes(of: line, into: &report)
      media.partTarget = seconds(of: "PART-TARGET", in: attributes, &report)
      if !attributes.contains(where: { $0.name.value == "PART-TARGET" }) { flagMissing("PART-TARGET", line, &report) }
    case "EXT-X-SERVER-CONTROL": media.partHoldBack = seconds(of: "PART-HOLD-BACK", in: reader.attributes(of: line, into: &report), &report)
    case "EXT-X-SKIP":
      let attributes = reader.attributes(of: line, into: &report)
      need(9, for: "EXT-X-SKIP", line)
      guard let count = attributes.first(where: { $0.name.value == "SKIPPED-SEGMENTS" })?.value else { return flagMissing("SKIPPED-SEGMENTS", line, &report) }
      if let number = Self.decimal(count.value) { media.skipped = number } else { flag(count, "a whole number", &report) }
    case "EXT-X-DEFINE":
      need(8, for: "EXT-X-DEFINE", line)
      let attributes = reader.attributes(of: line, into: &report)
      func text(_ name: String) -> String? { attributes.first { $0.name.value == name }?.value.value }
      if let name = text("NAME"), let value = text("VALUE") { media.variables.define(name, value) }
    case "EXT-X-PART": takePart(line, &report)
    case "EXTINF": takeDuration(line, &report)
    case "EXT-X-DISCONTINUITY": next.hasDiscontinuity = true
    case "EXT-X-GAP": next.isGap = true
    case "EXT-X-BYTERANGE":
      next.bytes = byteRange(line, &report)
      need(4, for: "EXT-X-BYTERANGE", line)
    case "EXT-X-BITRATE": kilobits = integer(line, &report)?.value
    case "EXT-X-PROGRAM-DATE-TIME":
      let written = reader.value(of: line)
      if let time = DateTime.milliseconds(written.value) {
        next.programDateTime = Located(time, at: written.place)
      } else {
        flag(written, "a date and a time of ISO 8601, as `2026-11-27T10:00:00.000Z`", &report)
      }
    default: break
    }
  }

  mutating func end(_ report: inout Report) -> HLSPlaylist {
    if let variant { flagLost(variant, &report) }
    if let needed, needed.version > playlist.version?.value ?? 1 {
      report.flag(
        PlaylistFaults.versionTooLow, playlist.version?.place ?? playlist.place,
        "the playlist \(playlist.version.map { "is of version \($0.value)" } ?? "states no version, which is version 1"); \(needed.what) needs version \(needed.version)",
        notes: [MessageNote("what needs it", at: needed.place.span)], help: "write `#EXT-X-VERSION:\(needed.version)`")
    }
    if let hasDuration { report.flag(PlaylistFaults.missingTag, hasDuration, "no address is behind this #EXTINF", help: "the playlist may have been cut off: load it again") }
    media.openParts = next.parts
    // A playlist of both kinds is read as that in which it says more.
    guard ofVariants == nil || playlist.variants.count < media.segments.count else { return playlist }
    if let ofMedia, !once.contains("EXT-X-TARGETDURATION") {
      report.flag(
        PlaylistFaults.missingTag, ofMedia, "the media playlist has no #EXT-X-TARGETDURATION", help: "set it to the longest segment, rounded to whole seconds",
        citation: PlaylistFaults.standard("4.3.3.1: the tag is required"))
    }
    playlist.media = media
    return playlist
  }

  // MARK: Kinds of tags

  private static let mediaTags: Set<String> = [
    "EXTINF", "EXT-X-TARGETDURATION", "EXT-X-MEDIA-SEQUENCE", "EXT-X-DISCONTINUITY-SEQUENCE", "EXT-X-PLAYLIST-TYPE", "EXT-X-ENDLIST", "EXT-X-I-FRAMES-ONLY",
    "EXT-X-BYTERANGE", "EXT-X-DISCONTINUITY", "EXT-X-KEY", "EXT-X-MAP", "EXT-X-PROGRAM-DATE-TIME", "EXT-X-PART-INF", "EXT-X-PART", "EXT-X-SERVER-CONTROL",
    "EXT-X-SKIP", "EXT-X-PRELOAD-HINT", "EXT-X-GAP", "EXT-X-BITRATE",
  ]
  private static let variantTags: Set<String> = [
    "EXT-X-STREAM-INF", "EXT-X-I-FRAME-STREAM-INF", "EXT-X-MEDIA", "EXT-X-SESSION-DATA", "EXT-X-SESSION-KEY", "EXT-X-CONTENT-STEERING",
  ]
  private static let singleTags: Set<String> = [
    "EXT-X-VERSION", "EXT-X-TARGETDURATION", "EXT-X-MEDIA-SEQUENCE", "EXT-X-DISCONTINUITY-SEQUENCE", "EXT-X-PLAYLIST-TYPE", "EXT-X-PART-INF", "EXT-X-SERVER-CONTROL",
  ]

  private func flagMixed(_ line: PlaylistLine, _ other: SourcePlace, _ report: inout Report) {
    report.flag(
      PlaylistFaults.mixedPlaylist, line.place, "#\(line.tag ?? "") and the tags before it are of two kinds of playlist: multivariant and media",
      notes: [MessageNote("the first tag of the other kind", at: other.span)], help: "write two playlists")
  }

  // MARK: Variants

  private func flagLost(_ variant: HLSVariant, _ report: inout Report) {
    report.flag(
      PlaylistFaults.missingTag, variant.place, "no address is behind this #EXT-X-STREAM-INF", help: "put the address of its media playlist on the next line",
      citation: PlaylistFaults.standard("4.3.4.2: the URI line is required"))
  }

  private func flagMissing(_ name: String, _ line: PlaylistLine, _ report: inout Report) {
    report.flag(PlaylistFaults.missingAttribute, line.place, "#\(line.tag ?? "") has no \(name), which is required", help: "add \(name)")
  }

  private mutating func readVariant(_ line: PlaylistLine, _ report: inout Report) -> HLSVariant {
    var variant = HLSVariant(place: line.place)
    let before = report.errorsRaised
    for attribute in reader.attributes(of: line, into: &report) {
      let value = attribute.value
      switch attribute.name.value {
      case "BANDWIDTH": variant.bandwidth = bitrate(value, &report)
      case "AVERAGE-BANDWIDTH": variant.averageBandwidth = bitrate(value, &report)
      case "CODECS": variant.codecs = value
      case "RESOLUTION":
        let sides = value.value.split(separator: "x", omittingEmptySubsequences: false)
        if sides.count == 2, let width = Self.decimal(sides[0]), let height = Self.decimal(sides[1]), width > 0, height > 0 {
          variant.resolution = Located(Resolution(width: width, height: height), at: value.place)
        } else {
          flag(value, "WIDTHxHEIGHT, as `1280x720`", &report)
        }
      case "FRAME-RATE":
        if let rate = Rational(decimal: value.value), rate.isPositive { variant.frameRate = Located(FrameRate(rate), at: value.place) } else { flag(value, "a decimal number, as `29.970`", &report) }
      case "VIDEO-RANGE": variant.videoRange = value
      case "AUDIO": variant.audio = value
      case "SUBTITLES": variant.subtitles = value
      case "URI": variant.uri = expanded(value)
      default: break
      }
    }
    if variant.bandwidth == nil, report.errorsRaised == before { flagMissing("BANDWIDTH", line, &report) }
    return variant
  }

  private mutating func rendition(_ line: PlaylistLine, _ report: inout Report) -> HLSRendition {
    var rendition = HLSRendition(place: line.place)
    let before = report.errorsRaised
    for attribute in reader.attributes(of: line, into: &report) {
      switch attribute.name.value {
      case "TYPE": rendition.type = attribute.value
      case "GROUP-ID": rendition.group = attribute.value
      case "NAME": rendition.name = attribute.value
      case "LANGUAGE": rendition.language = attribute.value
      case "URI": rendition.uri = expanded(attribute.value)
      case "CHANNELS":
        rendition.channels = attribute.value.compactMap { Self.decimal($0.prefix { $0 != "/" }) }
      default: break
      }
    }
    guard report.errorsRaised == before else { return rendition }
    if rendition.type == nil { flagMissing("TYPE", line, &report) }
    if rendition.group == nil { flagMissing("GROUP-ID", line, &report) }
    if rendition.name == nil { flagMissing("NAME", line, &report) }
    return rendition
  }

  // MARK: Segments

  private mutating func takeAddress(_ line: PlaylistLine, _ report: inout Report) {
    if var variant {
      variant.uri = expanded(reader.value(of: line))
      playlist.variants.append(variant)
      self.variant = nil
      return
    }
    defer {
      (duration, hasDuration) = (nil, nil)
      next = HLSSegment(duration: Seconds(0), place: line.place, uri: 0..<0)
    }
    guard let duration else {
      if hasDuration == nil, ofVariants == nil {
        report.flag(PlaylistFaults.missingTag, line.place, "no #EXTINF is before this address", help: "every segment has its duration on a line before it")
      }
      return
    }
    next.duration = duration.value
    next.place = duration.place
    next.uri = line.value
    if next.bytes == nil, let kilobits, let bits = duration.value.value.times(Rational(kilobits)), let bytes = bits.times(Rational(125)) { next.bytes = bytes.rounded }
    media.segments.append(next)
  }

  private mutating func takeDuration(_ line: PlaylistLine, _ report: inout Report) {
    if let hasDuration { report.flag(PlaylistFaults.missingTag, hasDuration, "no address is behind this #EXTINF", help: "put the address of the segment on the next line") }
    hasDuration = line.place
    let end = reader.bytes[line.value].firstIndex(of: UInt8(ascii: ",")) ?? line.value.upperBound
    let written = line.value.lowerBound..<end
    if reader.bytes[written].contains(UInt8(ascii: ".")) { need(3, for: "a decimal duration", line) }
    if let value = Self.rational(reader.bytes[written]) {
      duration = Located(Seconds(value), at: written.isEmpty ? line.place : reader.place(written))
    } else {
      flag(Located(reader.text(written), at: written.isEmpty ? line.place : reader.place(written)), "a duration in seconds, as `6.006`", &report)
    }
  }

  private mutating func takePart(_ line: PlaylistLine, _ report: inout Report) {
    let attributes = reader.attributes(of: line, into: &report)
    guard let duration = seconds(of: "DURATION", in: attributes, &report) else { return }
    next.parts.append(HLSPart(duration: duration, isIndependent: attributes.contains { $0.name.value == "INDEPENDENT" && $0.value.value == "YES" }))
  }

  /// `n[@o]`.
  private func byteRange(_ line: PlaylistLine, _ report: inout Report) -> Int? {
    let value = reader.value(of: line)
    let parts = value.value.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count <= 2, let count = parts.first.flatMap(Self.decimal), parts.count == 1 || Self.decimal(parts[1]) != nil else {
      flag(value, "a byte range, as `75232@0`", &report)
      return nil
    }
    return count
  }

  // MARK: Values

  /// With the values of variables, which may be far longer than what refers to them.
  private mutating func expanded(_ address: Located<String>) -> Located<String> {
    let whole = media.variables.expanded(address.value)
    guard whole.utf8.count > address.value.utf8.count else { return Located(whole, at: address.place) }
    room -= whole.utf8.count
    return room > 0 ? Located(whole, at: address.place) : address
  }

  private func flag(_ value: Located<String>, _ expected: String, _ report: inout Report) {
    report.flag(PlaylistFaults.unreadableValue, value.place, "`\(value.value.prefix(40))` does not read; expected \(expected)", help: "mend what writes the playlist")
  }

  private func integer(_ line: PlaylistLine, _ report: inout Report) -> Located<Int>? {
    let value = reader.value(of: line)
    if let number = Self.decimal(value.value) { return Located(number, at: value.place) }
    // Up to 2⁶⁴ - 1 (4.2), which nobody counts to: one that is not read.
    if value.value.utf8.count > 20 || !value.value.utf8.allSatisfy({ $0 &- 0x30 < 10 }) || UInt64(value.value) == nil { flag(value, "a whole number", &report) }
    return nil
  }

  private func bitrate(_ value: Located<String>, _ report: inout Report) -> Located<Bitrate>? {
    if let number = Self.decimal(value.value) { return Located(Bitrate(bitsPerSecond: Int64(number)), at: value.place) }
    flag(value, "bits per second, a whole number", &report)
    return nil
  }

  private func seconds(of name: String, in attributes: [PlaylistAttribute], _ report: inout Report) -> Located<Seconds>? {
    guard let value = attributes.first(where: { $0.name.value == name })?.value else { return nil }
    if let number = Self.rational(Array(value.value.utf8)[...]) { return Located(Seconds(number), at: value.place) }
    flag(value, "a duration in seconds, as `0.5`", &report)
    return nil
  }

  private static func decimal(_ text: some StringProtocol) -> Int? {
    guard text.utf8.count <= 20, text.utf8.allSatisfy({ $0 &- 0x30 < 10 }), let number = Int(text), number < 1 << 61 else { return nil }
    return number
  }

  /// A decimal number; digits behind the ninth decimal are dropped: writers print floats.
  private static func rational(_ digits: ArraySlice<UInt8>) -> Rational? {
    var digits = digits
    if let point = digits.firstIndex(of: UInt8(ascii: ".")) {
      if point + 1 == digits.endIndex { digits = digits.dropLast() }
      guard digits[Swift.min(point + 1, digits.endIndex)...].allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
      digits = digits.prefix(point + 10 - digits.startIndex)
      if point == digits.startIndex, digits.count > 1 { return Rational(decimal: "0" + String(decoding: digits, as: UTF8.self)) }
    }
    return Rational(decimal: String(decoding: digits, as: UTF8.self))
  }
}
