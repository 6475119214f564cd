import Foundation
import RungTestSupport
import Testing

/// Contrast as WCAG 2.1 has it (1.4.3 and 1.4.11), worked out from the colours that stand on the page.
@Suite struct ContrastTests {
  private static func palettes() throws -> [[String: (Double, Double, Double)]] {
    let page = Pages.page(Pages.audio)
    let style = try #require(page.firstRange(of: "<style>").map { page[$0.upperBound...] })
    let blocks = style.matches(of: /:root \{([^}]*)\}/).map { $0.1 }
    return blocks.map { block in
      var colours: [String: (Double, Double, Double)] = [:]
      for match in block.matches(of: /--([a-z]+): #([0-9a-f]{6})/) {
        let value = Int(match.2, radix: 16) ?? 0
        colours[String(match.1)] = (Double(value >> 16) / 255, Double(value >> 8 & 255) / 255, Double(value & 255) / 255)
      }
      return colours
    }
  }

  private static func luminance(_ colour: (Double, Double, Double)) -> Double {
    func linear(_ value: Double) -> Double { value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4) }
    return 0.2126 * linear(colour.0) + 0.7152 * linear(colour.1) + 0.0722 * linear(colour.2)
  }

  private static func contrast(_ a: (Double, Double, Double), _ b: (Double, Double, Double)) -> Double {
    let (x, y) = (luminance(a), luminance(b))
    return (max(x, y) + 0.05) / (min(x, y) + 0.05)
  }

  @Test func readable() throws {
    let palettes = try Self.palettes()
    // Light, dark, and light again on paper.
    #expect(palettes.count == 3)
    for palette in palettes {
      func colour(_ name: String) throws -> (Double, Double, Double) { try #require(palette[name], "\(name)") }
      let (paper, accent) = (try colour("paper"), try colour("accent"))
      // Four levels lie over one another where the smallest renditions stand.
      var shade = paper
      for _ in 0..<4 { shade = (shade.0 * 0.95 + accent.0 * 0.05, shade.1 * 0.95 + accent.1 * 0.05, shade.2 * 0.95 + accent.2 * 0.05) }
      let text = [
        ("ink", "paper"), ("quiet", "paper"), ("accent", "paper"), ("error", "paper"), ("warning", "paper"), ("note", "paper"), ("ink", "panel"),
        ("quiet", "panel"), ("ink", "marked"), ("ink", "bar"), ("ink", "tint"), ("quiet", "tint"), ("accent", "tint"),
      ]
      for (front, back) in text { #expect(Self.contrast(try colour(front), try colour(back)) >= 4.5, "\(front) on \(back)") }
      for front in ["ink", "quiet"] { #expect(Self.contrast(try colour(front), shade) >= 4.5, "\(front) on the shade") }
      for front in ["accent", "model"] {
        #expect(Self.contrast(try colour(front), paper) >= 3, "\(front)")
        #expect(Self.contrast(try colour(front), shade) >= 3, "\(front) on the shade")
      }
    }
  }
}
