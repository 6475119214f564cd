import RungSpec
import Testing

@Suite struct RequestedResolutionTests {
  @Test("one side may be open, and other forms of that are recognized")
  func forms() {
    for (text, size) in [("1280x720", RequestedResolution.exact(Resolution(width: 1280, height: 720))), ("?x720", .height(720)), ("1280x?", .width(1280))] {
      #expect(RequestedResolution.plain(text) == size)
      #expect(size.text == text)
    }
    for (text, meant) in [("x720", "\"?x720\""), ("-2:720", "\"?x720\""), ("?x720p", "\"?x720\""), ("1280x-1", "1280x?"), ("1280:auto", "1280x?"), ("1280×720", "1280x720")] {
      guard case .fault(let fault) = RequestedResolution.parse(text) else {
        Issue.record("\(text) reads")
        continue
      }
      #expect(fault.replacements == [meant], "\(text)")
    }
    for text in ["?x?", "?x0", "0x?", "?x100000", "?", "x", ""] {
      guard case .fault(let fault) = RequestedResolution.parse(text) else {
        Issue.record("\(text) reads")
        continue
      }
      #expect(fault.replacements.isEmpty, "\(text)")
    }
  }

  @Test("the open side follows the source, even and of its display aspect ratio")
  func resolved() {
    func size(_ text: String, _ source: Resolution, _ samples: String = "1:1") -> String? {
      RequestedResolution.plain(text)?.resolved(for: source.displayAspect(SampleAspectRatio.plain(samples)))?.text
    }
    let full = Resolution(width: 1920, height: 1080)
    #expect(size("?x480", full) == "854x480")
    #expect(size("?x234", full) == "416x234")
    #expect(size("854x?", full) == "854x480")
    #expect(size("?x720", Resolution(width: 1080, height: 1920)) == "406x720")
    #expect(size("?x576", Resolution(width: 720, height: 576), "64:45") == "1024x576")
    #expect(size("?x480", Resolution(width: 720, height: 480), "8:9") == "640x480")
    #expect(size("?x1080", Resolution(width: 1440, height: 1080), "4:3") == "1920x1080")
    #expect(size("1x?", Resolution(width: 10_000, height: 1)) == "1x2")
    #expect(size("?x99999", Resolution(width: 99_999, height: 1)) == nil)
    #expect(Resolution(width: 720, height: 576).shown(SampleAspectRatio.plain("64:45")).text == "1024x576")
    #expect(Resolution(width: 720, height: 480).shown(SampleAspectRatio.plain("8:9")).text == "720x540")
  }
}
