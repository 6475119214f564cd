package import RungReading
package import RungSource
internal import RungSpec

/// XML → ``Manifest``. What the reader does not know is not reported: manifests are extended by everybody.
package struct ManifestReader {
  /// Of the root: elements of other namespaces are none of the manifest's.
  private let namespace: String?
  private var report: Report

  /// Nil where the root is not an `MPD`, which is reported.
  package static func read(_ root: XMLElement, into report: inout Report) -> Manifest? {
    guard root.localName == "MPD" else {
      report.flag(
        ManifestFaults.notAManifest, root.name.place, "the root element is `\(root.name.value)`; the root of a DASH manifest is `MPD`",
        help: "use the manifest itself")
      return nil
    }
    var reader = ManifestReader(namespace: root.namespace, report: Report())
    swap(&reader.report, &report)
    defer { swap(&reader.report, &report) }
    return reader.manifest(root)
  }

  private mutating func manifest(_ root: XMLElement) -> Manifest {
    require("profiles", of: root, "urn:mpeg:dash:profile:isoff-live:2011")
    require("minBufferTime", of: root, "PT4S")
    let kind = value(root, "type", "`static` or `dynamic`", or: .static) { Manifest.Kind(rawValue: $0) }
    let length = duration(root, "mediaPresentationDuration")
    return Manifest(
      place: root.place, kind: kind, profiles: Self.list(root["profiles"]), availabilityStartTime: root["availabilityStartTime"],
      publishTime: root["publishTime"], minimumUpdatePeriod: duration(root, "minimumUpdatePeriod"), minBufferTime: duration(root, "minBufferTime"),
      timeShiftBufferDepth: duration(root, "timeShiftBufferDepth"), mediaPresentationDuration: length, maxSegmentDuration: duration(root, "maxSegmentDuration"),
      suggestedPresentationDelay: duration(root, "suggestedPresentationDelay"), periods: periods(of: root, isStatic: kind?.value == .static, length))
  }

  // MARK: Periods

  private mutating func periods(of root: XMLElement, isStatic: Bool, _ length: Located<Seconds>?) -> [ManifestPeriod] {
    let elements = children(of: root, "Period")
    let durations = elements.map { duration($0, "duration") }
    var starts: [Located<Seconds>?] = []
    for (index, element) in elements.enumerated() {
      if element["start"] != nil {
        starts.append(duration(element, "start"))
      } else if index == 0 {
        starts.append(isStatic ? Located(Seconds(0), at: element.place) : nil)
      } else {
        let end = starts[index - 1].flatMap { start in durations[index - 1].flatMap { start.value.value.plus($0.value.value) } }
        starts.append(end.map { Located(Seconds($0), at: element.place) })
      }
    }
    let bases = bases(of: root)
    return elements.indices.map { index in
      let element = elements[index]
      var duration = durations[index]
      if element["duration"] == nil, let start = starts[index], let end = index + 1 < elements.count ? starts[index + 1] : length {
        duration = end.value.value.minus(start.value.value).flatMap { $0 < .zero ? nil : Located(Seconds($0), at: end.place) }
      }
      let segments = segments(of: element, in: SegmentSource())
      let period = (bases: bases + self.bases(of: element), duration: duration?.value)
      return ManifestPeriod(
        place: element.place, id: element["id"], start: starts[index], duration: duration,
        sets: children(of: element, "AdaptationSet").map { set($0, segments, period) })
    }
  }

  private mutating func set(_ element: XMLElement, _ segments: SegmentSource, _ period: (bases: [Located<String>], duration: Seconds?)) -> ManifestSet {
    let common = common(element, CommonAttributes())
    let segments = self.segments(of: element, in: segments)
    let period = (bases: period.bases + bases(of: element), duration: period.duration)
    let representations = children(of: element, "Representation").map { representation($0, common, segments, period) }
    return ManifestSet(
      place: element.place, id: element["id"], content: Self.content(element["contentType"], common, representations.first), mimeType: common.mimeType,
      lang: element["lang"], segmentAlignment: alignment(element, "segmentAlignment"), startWithSAP: integer(element, "startWithSAP"),
      subsegmentAlignment: alignment(element, "subsegmentAlignment"), subsegmentStartsWithSAP: integer(element, "subsegmentStartsWithSAP"),
      roles: children(of: element, "Role").compactMap { $0["value"] }, protections: protections(of: element),
      representations: representations)
  }

  private mutating func alignment(_ element: XMLElement, _ name: String) -> Located<Bool>? {
    value(element, name, "`true`, `false` or an unsigned integer", or: false, ManifestValue.conditional)
  }

  private static func content(_ stated: Located<String>?, _ common: CommonAttributes, _ first: ManifestRepresentation?) -> Located<ManifestSet.Content>? {
    if let stated { return stated.compactMap { ManifestSet.Content(rawValue: $0) } }
    guard let type = common.mimeType ?? first?.mimeType, let kind = type.value.split(separator: "/", maxSplits: 1).first.map(String.init) else { return nil }
    let codec = (common.codecs ?? first?.codecs)?.value.first ?? ""
    let isText = kind == "application" && (type.value.hasSuffix("ttml+xml") || codec.hasPrefix("stpp") || codec.hasPrefix("wvtt"))
    return type.compactMap { _ in isText ? .text : ManifestSet.Content(rawValue: kind) }
  }

  // MARK: Representations

  private mutating func representation(
    _ element: XMLElement, _ set: CommonAttributes, _ segments: SegmentSource, _ period: (bases: [Located<String>], duration: Seconds?)
  ) -> ManifestRepresentation {
    require("id", of: element, "720p")
    require("bandwidth", of: element, "3000000")
    let common = common(element, set)
    let bandwidth = ticks(element, "bandwidth")?.map { Bitrate(bitsPerSecond: $0) }
    let own = self.segments(of: element, in: segments)
    return ManifestRepresentation(
      place: element.place, id: element["id"], bandwidth: bandwidth, mimeType: common.mimeType, codecs: common.codecs, width: common.width,
      height: common.height, frameRate: common.frameRate, scanType: common.scanType, sar: common.sar, audioSamplingRate: common.audioSamplingRate,
      channels: common.channels, protections: protections(of: element), trickPlay: common.trickPlay,
      segments: own.segments(in: period.duration, bases: period.bases + bases(of: element), id: element["id"]?.value, bandwidth: bandwidth?.value))
  }

  /// What the element says, and for what it does not say, what is said around it.
  private mutating func common(_ element: XMLElement, _ outer: CommonAttributes) -> CommonAttributes {
    var common = outer
    if let type = element["mimeType"] { common.mimeType = type }
    if let codecs = Self.list(element["codecs"]) { common.codecs = codecs }
    if element["width"] != nil { common.width = integer(element, "width") }
    if element["height"] != nil { common.height = integer(element, "height") }
    if let written = element["frameRate"]?.value {
      common.frameRate = value(element, "frameRate", "an integer or a fraction", help: Self.fraction(written), ManifestValue.frameRate)
    }
    if let type = element["scanType"] { common.scanType = type }
    if element["sar"] != nil { common.sar = value(element, "sar", "a ratio, such as `1:1`", ManifestValue.ratio) }
    if element["audioSamplingRate"] != nil {
      let rates = value(element, "audioSamplingRate", "one integer or two", Self.rates)
      common.audioSamplingRate = rates?.compactMap { $0.count == 1 ? SampleRate(hertz: $0[0]) : nil }
    }
    let configurations = children(of: element, "AudioChannelConfiguration")
    if !configurations.isEmpty { common.channels = configurations.compactMap { channels($0) }.first }
    for name in ["EssentialProperty", "SupplementalProperty"] {
      for property in children(of: element, name) where property["schemeIdUri"]?.value == "http://dashif.org/guidelines/trickmode" {
        common.trickPlay = property["value"] ?? Located("", at: property.place)
      }
    }
    return common
  }

  /// Those of a set are kept once, however many representations it has.
  private func protections(of element: XMLElement) -> [Located<String>] {
    children(of: element, "ContentProtection").map { $0["schemeIdUri"] ?? Located("", at: $0.place) }
  }

  private mutating func channels(_ element: XMLElement) -> Located<Int>? {
    guard let scheme = element["schemeIdUri"]?.value, let value = element["value"], let channels = ChannelConfiguration.channels(value.value, scheme: scheme) else {
      return nil
    }
    guard let channels else {
      flag(element, "value", value, "a value of its scheme")
      return nil
    }
    return Located(channels, at: value.place)
  }

  /// What to write for a decimal, which the schema does not have.
  private static func fraction(_ rate: String) -> Help? {
    switch FrameRate.parse(rate) {
    case .value(let rate), .remarked(let rate, _): "write `\(rate.value.numerator)/\(rate.value.denominator)`"
    default: nil
    }
  }

  /// In hertz: one, or the lowest and the highest.
  private static func rates(_ text: String) -> [Int]? {
    let parts = text.split(separator: " ")
    let rates = parts.compactMap { ManifestValue.positive(String($0)).flatMap { Int(exactly: $0) } }
    return (1...2).contains(parts.count) && rates.count == parts.count ? rates : nil
  }

  // MARK: Segments

  private mutating func segments(of element: XMLElement, in outer: SegmentSource) -> SegmentSource {
    var source = outer
    for (name, kind) in [("SegmentBase", ManifestSegments.Kind.base), ("SegmentList", .list), ("SegmentTemplate", .template)] {
      if let own = children(of: element, name).first { source.set(kind, part(own, outer[kind])) }
    }
    return source
  }

  private mutating func part(_ element: XMLElement, _ outer: SegmentSource.Part?) -> SegmentSource.Part {
    // What was stated around it and failed to read is no default.
    func number(_ name: String, _ reach: KeyPath<SegmentSource.Part, Located<Int64>?>, or value: Int64) -> Located<Int64>? {
      if element[name] != nil { return ticks(element, name, isPositive: name == "timescale") }
      return outer == nil ? Located(value, at: element.place) : outer?[keyPath: reach]
    }
    var part = SegmentSource.Part(
      place: element.place, timescale: number("timescale", \.timescale, or: 1),
      startNumber: number("startNumber", \.startNumber, or: 1),
      presentationTimeOffset: number("presentationTimeOffset", \.presentationTimeOffset, or: 0),
      endNumber: element["endNumber"] == nil ? outer?.endNumber : ticks(element, "endNumber"),
      duration: ticks(element, "duration"), timeline: children(of: element, "SegmentTimeline").first.flatMap { timeline($0) },
      media: element["media"] ?? outer?.media, initialization: element["initialization"] ?? outer?.initialization,
      indexRange: element["indexRange"] ?? outer?.indexRange,
      urls: children(of: element, "SegmentURL").map { url in Located(url["media"]?.value, at: url.place) })
    if let file = children(of: element, "Initialization").first { part.initialization = file["sourceURL"] ?? Located("", at: file.place) }
    if part.urls.isEmpty { part.urls = outer?.urls ?? [] }
    // Of the two ways to tell the lengths, an inner one replaces both outer ones; a timeline that failed to read replaces them too.
    if !children(of: element, "SegmentTimeline").isEmpty {
      part.duration = nil
    } else if element["duration"] == nil {
      (part.duration, part.timeline) = (outer?.duration, outer?.timeline)
    }
    return part
  }

  /// Nil where one of its values failed to read: those after it would be at other times.
  private mutating func timeline(_ element: XMLElement) -> Located<[ManifestSegments.Run]>? {
    var runs: [ManifestSegments.Run] = []
    var isRead = true
    for run in children(of: element, "S") {
      require("d", of: run, "96000")
      let (time, length) = (ticks(run, "t"), ticks(run, "d"))
      let repeats = value(run, "r", "an integer", or: 0, ManifestValue.signed)
      guard let length, let repeats, run["t"] == nil || time != nil else {
        isRead = false
        continue
      }
      runs.append(ManifestSegments.Run(place: run.place, time: time?.value, duration: length.value, repeats: repeats.value))
    }
    return isRead ? Located(runs, at: element.place) : nil
  }

  // MARK: Values

  private func children(of element: XMLElement, _ name: String) -> [XMLElement] {
    element.children.filter { $0.localName == name && $0.namespace == namespace }
  }

  /// The first of its `BaseURL`s: the others are the same files elsewhere.
  private func bases(of element: XMLElement) -> [Located<String>] {
    let text = element.children.first { $0.localName == "BaseURL" && $0.namespace == namespace }?.text
    return text.map { [$0.map(Self.collapsed)] } ?? []
  }

  private static func list(_ value: Located<String>?) -> Located<[String]>? {
    value.map { $0.map { $0.split(separator: ",").map { collapsed(String($0)) } } }
  }

  /// Without white space at the ends, as the types of a schema are read.
  private static func collapsed(_ text: String) -> String {
    let bytes = text.utf8
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 }) else { return "" }
    return String(text[first...last])
  }

  private mutating func duration(_ element: XMLElement, _ name: String) -> Located<Seconds>? {
    value(element, name, "a duration, such as `PT4S`", help: "write it in days, hours, minutes and seconds", ManifestValue.duration)
  }

  private mutating func ticks(_ element: XMLElement, _ name: String, isPositive: Bool = false) -> Located<Int64>? {
    value(element, name, isPositive ? "an integer above 0" : "an unsigned integer", isPositive ? ManifestValue.positive : ManifestValue.integer)
  }

  private mutating func integer(_ element: XMLElement, _ name: String) -> Located<Int>? { ticks(element, name)?.compactMap { Int(exactly: $0) } }

  /// Nil without the attribute and without a default, and where it does not parse, which is reported.
  private mutating func value<Value>(
    _ element: XMLElement, _ name: String, _ form: String, or standard: Value? = nil, help: @autoclosure () -> Help? = nil, _ parse: (String) -> Value?
  ) -> Located<Value>? {
    guard let written = element[name] else { return standard.map { Located($0, at: element.place) } }
    if let value = parse(Self.collapsed(written.value)) { return Located(value, at: written.place) }
    flag(element, name, written, form, help())
    return nil
  }

  private mutating func flag(_ element: XMLElement, _ name: String, _ value: Located<String>, _ form: String, _ help: Help? = nil) {
    report.flag(
      ManifestFaults.unreadableValue, value.place, "`\(name)` of `\(element.localName)` is `\(value.value)`; DASH requires \(form)", help: help)
  }

  private mutating func require(_ name: String, of element: XMLElement, _ example: String) {
    guard element[name] == nil else { return }
    report.flag(
      ManifestFaults.missingAttribute, element.name.place, "`\(element.localName)` has no `\(name)`; DASH requires it",
      help: "add `\(name)`, such as `\(name)=\"\(example)\"`")
  }
}
