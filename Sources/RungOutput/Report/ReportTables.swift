internal import RungSpec

/// What `rung ladder inspect` says, as a table; a card for each rendition where the page is narrow.
enum ReportTables {
  private struct Column: Sendable {
    let title: String
    let isNumber: Bool
    let text: @Sendable (InspectedRendition) -> String?

    init(_ title: String, isNumber: Bool = true, _ text: @escaping @Sendable (InspectedRendition) -> String?) {
      (self.title, self.isNumber, self.text) = (title, isNumber, text)
    }
  }

  private static let video = [
    Column("codec", isNumber: false) { InspectionText.video($0) },
    Column("size") { $0.resolution?.text },
    Column("fps") { $0.fps?.text },
    Column("bitrate") { $0.bitrate?.prose },
    Column("at most") { $0.maxBitrate?.prose },
    Column("level required") { InspectionText.level($0.minimumLevel) },
    Column("level set") { InspectionText.stated($0) },
    Column("GOP") { InspectionText.gop($0) },
    Column("DPB") { $0.dpbFrames.map { String($0) } },
    Column("bits/px") { $0.bitsPerPixel?.roundedText },
    Column("VBV") { $0.vbvSeconds.map { "\($0.roundedText) s" } },
  ]

  private static let audio = [
    Column("codec", isNumber: false) { $0.codec },
    Column("bitrate") { $0.bitrate?.prose },
  ]

  static func ladder(_ stream: InspectedStream, id: String, _ words: HTMLText) -> String {
    let all = stream.isAudio ? audio : video
    // An empty column is omitted.
    let columns = all.filter { column in stream.renditions.contains { column.text($0) != nil } }
    var text = "<div class=\"scroll\" role=\"region\" aria-labelledby=\"\(id)-caption\" tabindex=\"0\">\n"
    text += "<table class=\"ladder\" role=\"table\">\n<caption id=\"\(id)-caption\">Computed values of each rendition</caption>\n"
    text += "<thead role=\"rowgroup\">\n<tr role=\"row\"><th role=\"columnheader\" scope=\"col\">rendition</th>"
    for column in columns {
      text += "<th role=\"columnheader\" scope=\"col\"\(column.isNumber ? " class=\"number\"" : "")>\(column.title)</th>"
    }
    text += "</tr>\n</thead>\n<tbody role=\"rowgroup\">\n"
    for rendition in stream.renditions {
      text += "<tr role=\"row\"><th role=\"rowheader\" scope=\"row\">\(words.plain(InspectionText.label(rendition)))</th>"
      for column in columns {
        let value = column.text(rendition)
        let style = [column.isNumber ? "number" : nil, value == nil ? "none" : nil].compactMap { $0 }.joined(separator: " ")
        text += "<td role=\"cell\" data-title=\"\(column.title)\"\(style.isEmpty ? "" : " class=\"\(style)\"")>"
        text += "\(value.map { words.plain($0) } ?? "–")</td>"
      }
      text += "</tr>\n"
    }
    text += "</tbody>\n</table>\n</div>\n"
    let remarks = stream.isAudio ? [] : InspectionText.levels(stream.renditions) + InspectionText.openings(stream.renditions)
    if !remarks.isEmpty {
      text += "<ul class=\"remarks\">\n" + remarks.map { "<li>\(words.prose($0))</li>\n" }.joined() + "</ul>\n"
    }
    return text
  }
}
