internal import RungSource
internal import RungSpec

extension MKIO {
  package static func claims(_ fit: Fit<MKIO>) -> [Claim] {
    var claims: [Claim] = []
    let project = fit.options.project?.value
    let notes = project == nil ? [MessageNote("neither sets `project`, so the same project is assumed for both")] : []
    if let name = fit.options.event ?? fit.spec.name?.compactMap(MKIONameForm.event.slug) {
      claims.append(
        Claim(event, [project, name.value], at: name.place, notes: notes) {
          "the live event `\(name.value)`\(project.map { " of the project `\($0)`" } ?? "")"
        })
    }
    if let locator = fit.options.preview?.value.locator {
      claims.append(
        Claim(previewLocator, [project, locator.value.lowercased()], at: locator.place, notes: notes) {
          "the preview locator `\(locator.value)`"
        })
    }
    return claims
  }

  private static let event = Claim.Kind(
    "event",
    "live event names are unique within a project, and MK.IO rejects the second: it `already exists`",
    mend: ["set \(.mkio("event"), "…") under this target", "set its \(.mkio("project"))"],
    Source.concept("set up a live streaming event: names cannot be reused within a project"))

  private static let previewLocator = Claim.Kind(
    "preview-locator",
    "preview locator ids are unique", mend: "remove \(.mkio("preview.locator")) under \(.mkio("preview")) and MK.IO generates one",
    Source.reference("LiveEventPreview.previewLocator"))
}
