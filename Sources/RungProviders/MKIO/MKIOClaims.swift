internal import RungSource
internal import RungSpec

extension MKIO {
  package static func claims(_ fit: Fit<MKIO>) -> [Claim] {
    var claims: [Claim] = []
    let project = fit.options.project?.value
    let notes = project == nil ? [MessageNote("neither says which `project` it is for, so one is taken for both")] : []
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
    "a project has one live event of a name, and MK.IO refuses the second: it `already exists`",
    mend: "name each under this target: `event: …`, or state its `project`",
    Source.concept("set up a live streaming event: names cannot be reused within a project"))

  private static let previewLocator = Claim.Kind(
    "the id of a preview locator is unique", mend: "leave `preview: {locator: …}` away, and MK.IO makes one up",
    Source.reference("LiveEventPreview.previewLocator"))
}
