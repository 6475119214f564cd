internal import RungSource
internal import RungSpec

/// The output groups of a channel → where its ladder goes, simulcast and recording.
struct MediaLiveGroupReading {
  /// Those that the groups refer to.
  let destinations: [BodyPart]

  func read(_ groups: [BodyPart], _ draft: inout SpecDraft) {
    var simulcast: [Node] = []
    var recorded: [Node] = []
    for group in groups {
      guard let kind = group["OutputGroupSettings"], kind.isMapping else { continue }
      if let settings = kind["MediaPackageGroupSettings"], settings.isMapping {
        output("mediapackage", settings, &draft)
        if let v2 = settings["MediapackageV2GroupSettings"], v2.isMapping { segment(v2, &draft) }
        if let package = destination(settings)?["MediaPackageSettings"]?.items.first, package.isMapping {
          draft.options.copy(package, "ChannelGroup", as: "channel_group")
          draft.options.copy(package, "ChannelName", as: "package_channel")
        }
      } else if let settings = kind["CmafIngestGroupSettings"], settings.isMapping {
        output("cmaf-ingest", settings, &draft)
        segment(settings, &draft)
      } else if let settings = kind["HlsGroupSettings"], settings.isMapping {
        output("hls", settings, &draft)
        hls(settings, group, &draft)
      } else if kind["RtmpGroupSettings"] != nil {
        simulcast += (group["Outputs"]?.items ?? []).compactMap { $0["OutputSettings"]?["RtmpOutputSettings"] }.compactMap(restream)
      } else if let settings = kind["ArchiveGroupSettings"], settings.isMapping {
        recorded += archive(settings, &draft)
      }
    }
    if !draft.options.has("output"), !groups.isEmpty { draft.options.set("output", .string("none", at: groups[0].place)) }
    if let first = simulcast.first { draft.spec.set("simulcast", Node(.list(simulcast), at: first.place)) }
    if let first = recorded.first {
      var recording = MapDraft(at: first.place)
      for entry in draft.document["recording"]?.entries ?? [] { recording.set(entry.key.value, entry.value, at: entry.key.place) }
      recording.set("destinations", Node(.list(recorded), at: first.place))
      draft.spec.set("recording", recording.node)
    }
  }

  private func destination(_ settings: BodyPart) -> BodyPart? {
    guard let id = settings["Destination"]?["DestinationRefId"]?.text else { return nil }
    return destinations.first { $0["Id"]?.text == id }
  }

  private func output(_ word: String, _ settings: BodyPart, _ draft: inout SpecDraft) {
    guard !draft.options.has("output") else { return }
    draft.options.set("output", .string(word, at: settings.place))
    let urls = destination(settings)?["Settings"]?.items.compactMap { $0["Url"]?.readable } ?? []
    if let first = urls.first { draft.options.set("destinations", Node(.list(urls), at: first.place)) }
  }

  private func packaging(_ draft: inout SpecDraft, at place: SourcePlace, _ fill: (inout MapDraft) -> Void) {
    var packaging = MapDraft(at: place)
    for entry in draft.document["packaging"]?.entries ?? [] { packaging.set(entry.key.value, entry.value, at: entry.key.place) }
    var hls = MapDraft(at: place)
    for entry in packaging.node["hls"]?.entries ?? [] { hls.set(entry.key.value, entry.value, at: entry.key.place) }
    fill(&hls)
    packaging.set("hls", hls.node)
    draft.spec.set("packaging", packaging.node)
  }

  private func segment(_ settings: BodyPart, _ draft: inout SpecDraft) {
    guard let length = settings["SegmentLength"], let units = settings["SegmentLengthUnits"] else { return }
    packaging(&draft, at: length.place) { hls in
      let unit = units.text == "MILLISECONDS" ? "ms" : units.text == "SECONDS" ? "s" : nil
      let text = unit.flatMap { unit in length.integer.map { "\($0)\(unit)" } }
      let unread = unit == nil ? Node.null(at: units.place) : length.readable
      hls.set("segment_duration", text.map { Node(.scalar(Scalar($0, .plain)), at: length.place) } ?? unread, at: settings.key("SegmentLength"))
    }
  }

  private func hls(_ settings: BodyPart, _ group: BodyPart, _ draft: inout SpecDraft) {
    let kinds = (group["Outputs"]?.items ?? []).compactMap { $0["OutputSettings"]?["HlsOutputSettings"]?["HlsSettings"] }
    packaging(&draft, at: settings.place) { hls in
      hls.take(settings, MediaLiveGroup.hls, under: .hls)
      if let count = settings["IndexNSegments"]?.integer, let kept = settings["KeepSegments"], let all = kept.integer, (0...1_000_000).contains(count),
        (count...count + 100_000).contains(all), all != 2 * count + 1 {
        hls.set("preserved_segments", .integer(all - count, at: kept.place), at: settings.key("KeepSegments"))
      }
      if let part = kinds.lazy.compactMap({ $0["StandardHlsSettings"] }).first {
        hls.set("segment_format", .string("mpegts", at: part.place))
      } else if let part = kinds.lazy.compactMap({ $0["Fmp4HlsSettings"] }).first {
        hls.set("segment_format", .string("fmp4", at: part.place))
      }
    }
  }

  private func restream(_ settings: BodyPart) -> Node? {
    guard settings.isMapping, let target = destination(settings)?["Settings"]?.items.first, target["Url"] != nil else { return nil }
    return MapDraft.object(target) { made, part in
      made.copy(part, "Url", as: "url")
      made.copy(part, "StreamName", as: "key")
    }
  }

  private func archive(_ settings: BodyPart, _ draft: inout SpecDraft) -> [Node] {
    guard let target = destination(settings)?["Settings"]?.items.first, let url = target["Url"] else { return [] }
    if settings["RolloverInterval"] != nil {
      var recording = MapDraft(at: settings.place)
      for entry in draft.document["recording"]?.entries ?? [] { recording.set(entry.key.value, entry.value, at: entry.key.place) }
      recording.copy(settings, "RolloverInterval", as: "max_file_duration", .seconds)
      draft.spec.set("recording", recording.node)
    }
    return [
      MapDraft.object(target) { made, _ in
        let folder = url.text.map { text in
          let folder = text.lastIndex(of: "/").map { String(text[..<$0]) } ?? text
          return folder.hasPrefix("s3ssl://") ? "s3://\(folder.dropFirst(8))" : folder
        }
        made.set("url", folder.map { .string($0, at: url.place) } ?? url.readable, at: target.key("Url"))
      }
    ]
  }
}
