internal import RungSource
internal import RungSpec

extension Mux {
  static let drmConfigurationMissing = Rule<ParsedBody>(
    "drm-configuration-missing", family: id, severity: .warning,
    summary: "a playback id with DRM has no DRM configuration",
    why: "The policy `drm` protects playback with the keys of a DRM configuration, which `drm_configuration_id` names.",
    citation: Source.sdk("CreatePlaybackIDRequest.drm_configuration_id: the DRM configuration used by this playback ID", strength: .inferred),
    bad: [
      Example(body: "mux.create", """
        {"advanced_playback_policies": [{"policy": ⟦"drm"⟧}]}
        """),
      Example(body: "mux.create", """
        {"playback_policies": ["public"], "new_asset_settings": {"advanced_playback_policies": [{"policy": ⟦"drm"⟧}]}}
        """)
    ],
    good: [
      Example(body: "mux.create", """
        {"advanced_playback_policies": [{"policy": "drm", "drm_configuration_id": "drm1"}]}
        """),
      Example(body: "mux.create", """
        {"advanced_playback_policies": [{"policy": "signed"}]}
        """)
    ]
  ) { body, report in
    for settings in [body.root, body.root["new_asset_settings"]].compactMap({ $0 }) {
      for item in settings["advanced_playback_policies"]?.items ?? [] where item["policy"]?.text == MuxPolicy.drm.rawValue {
        guard let policy = item["policy"], item["drm_configuration_id"] == nil || item["drm_configuration_id"]?.text == "" else { continue }
        report.flag(policy.place, "the policy `drm` has no `drm_configuration_id`; expected the id of a DRM configuration", help: "add `drm_configuration_id`")
      }
    }
  }
}
