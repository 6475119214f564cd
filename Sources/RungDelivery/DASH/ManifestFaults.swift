package import RungSource

/// What can be wrong with an XML document that has to be a DASH manifest.
package enum ManifestFaults {
  package static let all: [RuleInfo] = [notAManifest, missingAttribute, unreadableValue]

  private static let good = """
    <?xml version="1.0" encoding="UTF-8"?>
    <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" profiles="urn:mpeg:dash:profile:isoff-live:2011" type="static" minBufferTime="PT4S" mediaPresentationDuration="PT8S">
      <Period>
        <AdaptationSet mimeType="video/mp4" codecs="avc1.64001f" frameRate="30000/1001">
          <SegmentTemplate timescale="1000" duration="4000" media="$RepresentationID$/$Number$.m4s" initialization="$RepresentationID$/init.mp4"/>
          <Representation id="720p" bandwidth="3000000" width="1280" height="720"/>
        </AdaptationSet>
      </Period>
    </MPD>

    """

  package static let notAManifest = RuleInfo(
    "not-a-manifest", family: "manifest", severity: .error,
    summary: "an XML document that is not a DASH manifest",
    why: "The root of a manifest is `MPD` (ISO/IEC 23009-1, section 5.3.1). Another root is another file, such as an error page of a CDN that was saved as a manifest.",
    bad: [Example(delivered: "<⟦Error⟧><Code>AccessDenied</Code></Error>\n")],
    good: [Example(delivered: good)])

  package static let missingAttribute = RuleInfo(
    "missing-attribute", family: "manifest", severity: .error,
    summary: "a required attribute of a manifest is missing",
    why: "Players choose representations by `id` and `bandwidth`, and reject or misread manifests without what ISO/IEC 23009-1 requires.",
    bad: [
      Example(
        delivered: """
          <MPD profiles="urn:mpeg:dash:profile:isoff-live:2011" minBufferTime="PT4S">
            <Period>
              <AdaptationSet mimeType="video/mp4">
                <⟦Representation⟧ id="720p"/>
              </AdaptationSet>
            </Period>
          </MPD>

          """),
      Example(delivered: "<⟦MPD⟧ profiles=\"urn:mpeg:dash:profile:isoff-live:2011\"/>\n"),
    ],
    good: [Example(delivered: good)])

  package static let unreadableValue = RuleInfo(
    "unreadable-value", family: "manifest", severity: .error,
    summary: "a value of a manifest that does not have the form of its type",
    why: "Players differ in what they do with it: some ignore the attribute, some reject the manifest. Rung takes the value as not known, and judges nothing by it.",
    bad: [
      Example(delivered: "<MPD profiles=\"urn:mpeg:dash:profile:isoff-live:2011\" minBufferTime=\"⟦4s⟧\"/>\n"),
      Example(
        delivered: """
          <MPD profiles="urn:mpeg:dash:profile:isoff-live:2011" minBufferTime="PT4S">
            <Period>
              <AdaptationSet mimeType="video/mp4" frameRate="⟦29.97⟧">
                <Representation id="720p" bandwidth="3000000"/>
              </AdaptationSet>
            </Period>
          </MPD>

          """),
    ],
    good: [Example(delivered: good)])
}
