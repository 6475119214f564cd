internal import RungSource
internal import RungSpec

extension Mux {
  static let staticRenditionsWithMP4 = Rule<ParsedBody>(
    "static-renditions-with-mp4", family: id, severity: .error,
    summary: "a body asks for MP4 files in two ways",
    why: "`static_renditions` replaces the deprecated `mp4_support`, and Mux does not take both.",
    citation: Source.create("static_renditions: you may not enable both static_renditions and mp4_support"),
    bad: [
      Example(body: "mux.create", """
        {"playback_policies": ["public"], "new_asset_settings": {"mp4_support": ⟦"capped-1080p"⟧, "static_renditions": [{"resolution": "540p"}]}}
        """)
    ],
    good: [
      Example(body: "mux.create", """
        {"playback_policies": ["public"], "new_asset_settings": {"mp4_support": "none", "static_renditions": [{"resolution": "540p"}]}}
        """),
      Example(body: "mux.create", """
        {"playback_policies": ["public"], "new_asset_settings": {"mp4_support": "capped-1080p", "static_renditions": []}}
        """)
    ]
  ) { body, report in
    guard let assets = body.root["new_asset_settings"], let support = assets["mp4_support"], let text = support.text, text != MuxMP4Support.none.rawValue,
      let files = assets["static_renditions"], !files.items.isEmpty
    else { return }
    report.flag(support.place, "`mp4_support` and `static_renditions` exclude each other", help: "remove `mp4_support`")
  }
}
