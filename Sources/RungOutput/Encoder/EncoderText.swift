package import RungProviders
internal import RungSource

/// Settings for a person to enter, page by page.
package enum EncoderText {
  package static func text(_ setup: EncoderSetup, style: TextStyle) -> String {
    var text = style.paint("\(VisibleText.of(setup.stream ?? "A stream without a name")) for \(setup.encoder)", .strong) + "\n"
    let width = setup.settings.map { DisplayWidth.of($0.name) }.max() ?? 0
    var page = ""
    for setting in setup.settings {
      if setting.page != page {
        page = setting.page
        text += "\n\(style.paint(page, .strong))\n"
      }
      let value = VisibleText.of(setting.value)
      text += "  \(setting.name.padded(to: width))  \(value)\n"
    }
    for remark in setup.remarks { text += "\n- \(VisibleText.of(remark))\n" }
    if !setup.files.isEmpty {
      text += "\nThe same as a profile to import (\(setup.files.map(\.name).joined(separator: ", "))): --out DIR\n"
    }
    return text
  }
}
