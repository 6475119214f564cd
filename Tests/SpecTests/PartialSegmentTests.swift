import RungSpec
import Testing

/// What becomes of LL-HLS part targets, beside counting frames one by one.
@Suite struct PartialSegmentTests {
  static let rates = [FrameRate(24), FrameRate(25), FrameRate(30), FrameRate(50), FrameRate(60)]
    + [24000, 30000, 60000].compactMap { Rational($0, 1001).map { FrameRate($0) } }

  @Test("a part holds the frames that end within the target", arguments: rates)
  func counted(_ fps: FrameRate) throws {
    for milliseconds in stride(from: 0, through: 3000, by: 7) {
      let target = try #require(Rational(Int64(milliseconds), 1000).map { Seconds($0) })
      let part = try #require(PartialSegment(target: target, fps: fps))
      var frames = 0
      var end = try #require(Rational(1).divided(by: fps.value))
      let frame = end
      while end <= target.value {
        frames += 1
        end = try #require(end.plus(frame))
      }
      #expect(part.frames == frames, "\(target.text) at \(fps.text)")
      let share = try #require(part.length).value.approximation / max(target.value.approximation, 0.001)
      #expect(part.isLongEnough == (frames > 0 && share >= 0.85 - 1e-12), "\(target.text) at \(fps.text)")
    }
  }

  @Test("the targets that are offered please, can be written, and are the nearest on either side", arguments: rates)
  func offered(_ fps: FrameRate) throws {
    for milliseconds in [20, 33, 34, 60, 100, 299, 333, 500, 999, 1100] {
      let target = try #require(Rational(Int64(milliseconds), 1000).map { Seconds($0) })
      let part = try #require(PartialSegment(target: target, fps: fps))
      let offers = part.neighbours { PartialSegment(target: $0, fps: fps)?.isLongEnough == true }
      #expect((1...2).contains(offers.count) && offers == offers.sorted())
      for offer in offers {
        #expect(PartialSegment(target: offer, fps: fps)?.isLongEnough == true)
        guard case .value(let read) = Seconds.parse(offer.text) else {
          Issue.record("\(offer.text) does not read")
          continue
        }
        #expect(read == offer)
      }
      let longest = try #require(offers.last)
      #expect(PartialSegment(target: longest, fps: fps)?.frames == part.frames + 1)
    }
  }

  @Test("targets beyond all measure end in nothing, and in no trap")
  func large() throws {
    let hours = Seconds(.max / 4)
    if let part = PartialSegment(target: hours, fps: FrameRate(2)) { #expect(part.neighbours { _ in true }.isEmpty) }
    #expect(PartialSegment(target: Seconds(.max), fps: FrameRate(60)) == nil)
    #expect(PartialSegment(target: Seconds(1), fps: FrameRate(0)) == nil)
  }
}
