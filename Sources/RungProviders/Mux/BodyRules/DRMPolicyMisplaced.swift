internal import RungSource
internal import RungSpec

extension Mux {
  static let drmPolicyMisplaced = Rule<ParsedBody>(
    "drm-policy-misplaced", family: id, severity: .error,
    summary: "DRM is asked for where Mux does not take it",
    why: "The policy `drm` needs a DRM configuration, which only `advanced_playback_policies` can name, and other policies take none.",
    citation: Source.create("advanced_playback_policies must be used instead of playback_policies when creating a DRM playback ID"),
    bad: [
      Example(body: "mux.create", """
        {"playback_policies": [⟦"drm"⟧]}
        """),
      Example(body: "mux.create", """
        {"playback_policies": ["public"], "new_asset_settings": {"playback_policies": [⟦"drm"⟧]}}
        """),
      Example(body: "mux.create", """
        {"advanced_playback_policies": [{"policy": "public", "drm_configuration_id": ⟦"drm1"⟧}]}
        """)
    ],
    good: [
      Example(body: "mux.create", """
        {"advanced_playback_policies": [{"policy": "drm", "drm_configuration_id": "drm1"}]}
        """),
      Example(body: "mux.create", """
        {"playback_policies": ["signed"]}
        """)
    ]
  ) { body, report in
    for settings in [body.root, body.root["new_asset_settings"]].compactMap({ $0 }) {
      for key in ["playback_policies", "playback_policy"] {
        for item in settings[key]?.items ?? [] where item.text == MuxPolicy.drm.rawValue {
          report.flag(item.place, "`\(key)` does not take `drm`, which needs a DRM configuration", help: "move it into `advanced_playback_policies`, with `drm_configuration_id`")
        }
      }
      for item in settings["advanced_playback_policies"]?.items ?? [] {
        guard let drm = item["drm_configuration_id"], drm.text != nil, drm.text != "", let policy = item["policy"]?.text, policy != MuxPolicy.drm.rawValue else { continue }
        report.flag(
          drm.place, "`drm_configuration_id` is set with the policy `\(policy)`; Mux takes it with `drm` only", help: ["set `\"policy\": \"drm\"`", "remove `drm_configuration_id`"],
          citation: Source.sdk("CreatePlaybackIDRequest.drm_configuration_id: must only be set when policy is set to drm"))
      }
    }
  }
}
