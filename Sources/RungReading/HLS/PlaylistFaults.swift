package import RungSource

/// What can be wrong with the text of an HLS playlist.
package enum PlaylistFaults {
  package static let all: [RuleInfo] = [
    notAPlaylist, malformedAttributes, unreadableValue, missingTag, missingAttribute, mixedPlaylist, repeatedTag, versionTooLow,
  ]

  package static func standard(_ section: String, strength: Citation.Strength = .stated) -> Citation {
    Citation("RFC 8216 (HTTP Live Streaming)", section, url: "https://www.rfc-editor.org/rfc/rfc8216", strength: strength)
  }

  package static let notAPlaylist = RuleInfo(
    "not-a-playlist", family: "playlist", severity: .error,
    summary: "the text is no HLS playlist",
    why: "A playlist begins with `#EXTM3U`. A page that a server sent in its place, or a file that was cut off, would look like a stream without segments.",
    citation: standard("4.3.1.1: EXTM3U must be the first line"),
    bad: [Example(delivered: "⟦#EXT-X-VERSION:3⟧\n#EXT-X-TARGETDURATION:6\n")],
    good: [Example(delivered: "#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\n1.ts\n")])

  package static let malformedAttributes = RuleInfo(
    "malformed-attributes", family: "playlist", severity: .error,
    summary: "the attributes of a tag are malformed",
    why: "Players drop the tag, or what is behind the fault.",
    citation: standard("4.2: AttributeName=AttributeValue, separated by commas"),
    bad: [
      Example(delivered: "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=900000,CODECS=⟦\"avc1.64001f⟧\n720p.m3u8\n"),
      Example(delivered: "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=900000,⟦720p⟧\n720p.m3u8\n"),
    ],
    good: [Example(delivered: "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=900000,CODECS=\"avc1.64001f,mp4a.40.2\"\n720p.m3u8\n")])

  package static let unreadableValue = RuleInfo(
    "unreadable-value", family: "playlist", severity: .error,
    summary: "a value of a tag does not read",
    why: "A player that cannot read a duration or a size does not know when to load the next segment, or refuses the playlist.",
    citation: standard("4.2 and 4.3: the types of values"),
    bad: [
      Example(delivered: "#EXTM3U\n#EXT-X-TARGETDURATION:⟦6.006⟧\n#EXTINF:6,\n1.ts\n"),
      Example(delivered: "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=900000,RESOLUTION=⟦720p⟧\n720p.m3u8\n"),
    ],
    good: [Example(delivered: "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=900000,RESOLUTION=1280x720\n720p.m3u8\n")])

  package static let missingTag = RuleInfo(
    "missing-tag", family: "playlist", severity: .error,
    summary: "the playlist lacks a tag or an address that it must have",
    why: "Players refuse a media playlist without a target duration, and a tag that has lost its address describes nothing.",
    citation: standard("4.3.3.1 and 4.3.4.2: what is required"),
    bad: [
      Example(delivered: "#EXTM3U\n⟦#EXTINF:6,⟧\n1.ts\n"),
      Example(delivered: "#EXTM3U\n⟦#EXT-X-STREAM-INF:BANDWIDTH=900000⟧\n"),
    ],
    good: [Example(delivered: "#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\n1.ts\n")])

  package static let missingAttribute = RuleInfo(
    "missing-attribute", family: "playlist", severity: .error,
    summary: "a tag lacks an attribute that it must have",
    why: "Without BANDWIDTH a player cannot choose a variant, and without a group a rendition belongs to none.",
    citation: standard("4.3.4: what is required"),
    bad: [Example(delivered: "#EXTM3U\n⟦#EXT-X-STREAM-INF:RESOLUTION=1280x720⟧\n720p.m3u8\n")],
    good: [Example(delivered: "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=900000\n720p.m3u8\n")])

  package static let mixedPlaylist = RuleInfo(
    "mixed-playlist", family: "playlist", severity: .error,
    summary: "tags of multivariant and of media playlists in one",
    why: "Clients must refuse such a playlist.",
    citation: standard("4.1: clients must fail to parse a playlist with both kinds of tags"),
    bad: [Example(delivered: "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=900000\n720p.m3u8\n⟦#EXTINF:6,⟧\n1.ts\n")],
    good: [Example(delivered: "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=900000\n720p.m3u8\n")])

  package static let versionTooLow = RuleInfo(
    "version-too-low", family: "playlist", severity: .warning,
    summary: "a playlist uses what its version does not have",
    why: "A client of the version that is stated may drop the tag: it would load a whole file for each byte range, or play segments without their initialization.",
    citation: standard("7: protocol version compatibility"),
    bad: [
      Example(delivered: "#EXTM3U\n#EXT-X-VERSION:⟦3⟧\n#EXT-X-TARGETDURATION:6\n#EXT-X-MAP:URI=\"init.mp4\"\n#EXTINF:6,\n1.m4s\n"),
      Example(delivered: "⟦#EXTM3U⟧\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\n#EXT-X-BYTERANGE:1000@0\n1.ts\n"),
    ],
    good: [
      Example(delivered: "#EXTM3U\n#EXT-X-VERSION:6\n#EXT-X-TARGETDURATION:6\n#EXT-X-MAP:URI=\"init.mp4\"\n#EXTINF:6,\n1.m4s\n"),
      Example(delivered: "#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\n1.ts\n"),
    ])

  package static let repeatedTag = RuleInfo(
    "repeated-tag", family: "playlist", severity: .error,
    summary: "a tag that may appear once appears again",
    why: "Players take the first or the last of two, and do not agree which.",
    citation: standard("4.3: tags that must not appear more than once"),
    bad: [Example(delivered: "#EXTM3U\n#EXT-X-TARGETDURATION:6\n⟦#EXT-X-TARGETDURATION:8⟧\n#EXTINF:6,\n1.ts\n")],
    good: [Example(delivered: "#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\n1.ts\n")])
}
