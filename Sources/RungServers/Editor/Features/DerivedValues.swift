internal import Rung
internal import RungSource
internal import RungSpec

/// What follows from the values of a spec: GOPs in frames and in time, sums of bitrates, levels, lengths of segments.
struct DerivedValues {
  private let document: Study.Document
  private let tree: LooseTree

  init(_ document: Study.Document, _ tree: LooseTree) { (self.document, self.tree) = (document, tree) }

  /// The rendition whose item holds an entry, by its number in the ladder.
  func rendition(of index: Int) -> Int? {
    var next: Int? = index
    while let entry = next {
      let own = tree.entries[entry]
      if own.isItem, let parent = own.parent, tree.entries[parent].key == "renditions" {
        let whole = own.start..<max(own.end, own.start + 1)
        return document.stream.ladder?.renditions.firstIndex { rendition in
          rendition.place.span.file.index == 0 && whole.contains(Int(rendition.place.span.lower))
        }
      }
      next = own.parent
    }
    return nil
  }

  /// What follows, for a person, about one key.
  func lines(about index: Int) -> [String] {
    let path = tree.path(of: index)
    let keys = path.compactMap { $0 }
    guard let key = keys.last ?? (path.isEmpty ? nil : "") else { return [] }
    switch keys.first {
    case "ladder":
      if let number = rendition(of: index) { return lines(key, path.last == .some(nil) || key == "name", of: number) }
      if keys.count == 1 || key == "renditions" { return ladder }
      // What every rendition has of the defaults.
      return document.figures.renditions.indices.flatMap { number in lines(key, false, of: number).map { "\(title(number)): \($0)" } }
    case "packaging":
      return document.figures.renditions.indices.flatMap { number in segments(of: number, keys.count > 1 ? keys[1] : nil).map { "\(title(number)): \($0)" } }
    case "ingest" where ["fps", "gop", "keyframe_interval", "video"].contains(key):
      guard document.figures.isIngest, !document.figures.renditions.isEmpty else { return [] }
      return gop(of: 0)
    default: return []
    }
  }

  private func title(_ number: Int) -> String { "`\(document.figures.renditions[number].name ?? "\(number + 1)")`" }

  private func lines(_ key: String, _ isAll: Bool, of number: Int) -> [String] {
    guard document.figures.renditions.indices.contains(number) else { return [] }
    let figures = document.figures.renditions[number]
    var lines: [String] = []
    if isAll || ["fps", "gop", "keyframe_interval"].contains(key) { lines += gop(of: number) }
    if isAll || ["resolution", "fps", "bitrate", "max_bitrate", "buffer", "codec", "profile", "level", "tier"].contains(key) { lines += level(of: number) }
    if isAll || ["bitrate", "max_bitrate", "resolution", "fps"].contains(key), let bits = figures.bitsPerPixel {
      lines.append("bits per pixel: \(bits.roundedText)")
    }
    if isAll || ["max_bitrate", "buffer"].contains(key), let seconds = figures.vbvSeconds { lines.append("VBV buffer: \(seconds.roundedText) s of video") }
    if isAll || key == "bitrate" { lines += ladder }
    if isAll || ["gop", "keyframe_interval", "fps"].contains(key) { lines += segments(of: number, nil) }
    return lines
  }

  /// GOP = fps × interval, in frames and in time.
  func gop(of number: Int) -> [String] {
    let figures = document.figures.renditions[number]
    guard let frames = figures.gopFrames, let seconds = figures.gopSeconds, let fps = figures.fps else { return [] }
    return ["GOP: \(fps.text) fps × \(seconds.text) = \(frames) frames\(figures.hasUsualGOP ? " (no keyframe interval is set: the one that an encoder is given)" : "")"]
  }

  /// The level that is needed, and why.
  private func level(of number: Int) -> [String] {
    let figures = document.figures.renditions[number]
    guard let level = figures.minimumLevel else { return [] }
    guard let name = level.name else { return ["level: none of the codec suffices"] }
    let tier = level.tier.map { " (\($0) tier)" } ?? ""
    let open = level.open.isEmpty ? "" : "; more may be needed while \(level.open.map { "`\($0)`" }.joined(separator: ", ")) \(level.open.count == 1 ? "is" : "are") not set"
    let reason = level.decidedBy.first.map { " \($0.text)" } ?? ""
    return ["needed level: \(name)\(tier)\(level.below.map { "; at \($0)\(reason)" } ?? "")\(open)"]
  }

  /// Sums over the ladder.
  var ladder: [String] {
    guard let total = document.stream.ladder?.totalBitrate else { return [] }
    return ["all renditions together: \(total.prose), video and audio"]
  }

  /// How long segments become.
  private func segments(of number: Int, _ output: String?) -> [String] {
    document.figures.renditions[number].segments.filter { output == nil || $0.output == output }.map { segments in
      let length = segments.isEven ? segments.longest.text : "\(segments.shortest.text) to \(segments.longest.text)"
      return "segments of \(segments.output == "hls" ? "HLS" : "DASH"): \(segments.asked.text) asked, \(length) long\(segments.output == "hls" ? ", EXT-X-TARGETDURATION \(segments.targetDuration)" : "")"
    } + parts(of: number, output)
  }

  private func parts(of number: Int, _ output: String?) -> [String] {
    guard output != "dash", let parts = document.figures.renditions[number].parts else { return [] }
    return ["parts: \(parts.frames) frames, \(parts.length.text)\(parts.perSegment.map { ", \($0) in a segment" } ?? "")"]
  }
}
