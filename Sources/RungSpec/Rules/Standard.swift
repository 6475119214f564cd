package import RungSource

/// The documents that the rules of spec and ladder cite, each under one name.
package enum Standard {
  /// - Parameter requirement: the specification's own number and strength. The numbers have moved between editions; these
  ///   are those of the edition named here.
  package static func apple(_ requirement: String, strength: Citation.Strength = .stated) -> Citation {
    Citation(
      "Apple HLS Authoring Specification (2025-05)", requirement,
      url: "https://developer.apple.com/documentation/http-live-streaming/hls-authoring-specification-for-apple-devices",
      checked: "2026-11-20", strength: strength)
  }

  package static func hls(_ section: String) -> Citation {
    Citation("RFC 8216 (HTTP Live Streaming)", section, url: "https://www.rfc-editor.org/rfc/rfc8216")
  }

  /// HLS with parts, which RFC 8216 does not have.
  package static func lowLatencyHLS(_ section: String, strength: Citation.Strength = .stated) -> Citation {
    Citation(
      "draft-pantos-hls-rfc8216bis (HTTP Live Streaming, 2nd edition)", section,
      url: "https://datatracker.ietf.org/doc/draft-pantos-hls-rfc8216bis/", checked: "2026-11-21", strength: strength)
  }

  package static func h264(_ clause: String, strength: Citation.Strength = .stated) -> Citation {
    Citation("Rec. ITU-T H.264", clause, url: "https://www.itu.int/rec/T-REC-H.264", strength: strength)
  }

  /// The document with the limits of a codec's levels.
  package static func levels(of codec: VideoCodec) -> Citation {
    switch codec {
    case .h265:
      Citation("Rec. ITU-T H.265", "Tables A.8 and A.9, level limits (shall)", url: "https://www.itu.int/rec/T-REC-H.265")
    case .av1:
      Citation("AV1 Bitstream & Decoding Process Specification", "A.3, levels", url: "https://aomediacodec.github.io/av1-spec/#levels")
    case .vp9: Citation("WebM Project, VP9 levels and decoder testing", "VP9 levels", url: "https://www.webmproject.org/vp9/levels/")
    case .h264, .vp8: h264("Table A-1, level limits (shall)")
    }
  }

  /// What the encoder itself prints, word for word. Most are warnings, after which the encoder continues with
  /// other numbers than it was given.
  package static func x264(_ message: String) -> Citation {
    Citation("x264 (build 164)", "\"\(message)\"", checked: "2026-11-20")
  }

  package static func dash(_ clause: String) -> Citation {
    Citation("DASH-IF Interoperability Points, timing model", clause, url: "https://dashif.org/guidelines/")
  }

  /// Not a requirement of any document: what operators of streams have found out.
  package static func practice(_ what: String) -> Citation {
    Citation("encoding practice", what, strength: .inferred)
  }
}
