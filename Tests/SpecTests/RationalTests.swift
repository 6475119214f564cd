import RungSpec
import Testing

@Suite struct RationalTests {
  @Test("is kept in lowest terms with a positive denominator")
  func lowestTerms() throws {
    let value = try #require(Rational(6, -8))
    #expect(value.numerator == -3)
    #expect(value.denominator == 4)
    #expect(Rational(0, 5) == Rational.zero)
    #expect(Rational(1, 0) == nil)
    #expect(Rational(.min, 1) == nil)
    #expect(Rational(1, .min) == nil)
  }

  @Test("is ordered without overflow", arguments: [
    (Rational(1, 3), Rational(1, 2)), (Rational(-1, 2), Rational(1, 3)), (Rational(30000, 1001), Rational(30)),
    (Rational(.max - 1, .max), Rational(1)), (Rational(-.max, 1), Rational(-.max, 2)),
  ])
  func order(_ low: Rational?, _ high: Rational?) throws {
    let (low, high) = (try #require(low), try #require(high))
    #expect(low < high)
    #expect(!(high < low))
    #expect(!(low < low))
  }

  @Test("gives nil where a result does not fit")
  func overflow() throws {
    let most = try #require(Rational(.max, 1))
    let least = try #require(Rational(1, .max))
    #expect(most.times(Rational(2)) == nil)
    #expect(most.plus(Rational(1)) == nil)
    #expect(most.times(least) == Rational(1))
    #expect(least.divided(by: Rational(2)) == nil)
    #expect(Rational(1).divided(by: .zero) == nil)
    #expect(least.plus(try #require(Rational(1, .max - 1))) == nil)
    #expect(Rational(decimal: "9223372036854775807")?.whole == .max)
    #expect(Rational(decimal: "9223372036854775808") == nil)
    #expect(Rational(decimal: "0.00000000000000000001") == nil)
  }

  @Test("computes exactly")
  func arithmetic() throws {
    let ntsc = try #require(Rational(30000, 1001))
    #expect(ntsc.times(try #require(Rational(1001, 500))) == Rational(60))
    #expect(Rational(5).minus(Rational(7)) == Rational(-2))
    #expect(Rational(60).divided(by: ntsc)?.text == "2.002")
  }

  @Test("rounds only where asked", arguments: [
    ("2.5", 3, 3), ("2.4", 2, 3), ("2", 2, 2), ("0.1", 0, 1), ("0", 0, 0),
  ])
  func rounding(_ text: String, _ nearest: Int, _ up: Int) throws {
    let value = try #require(Rational(decimal: text))
    #expect(value.rounded == nearest)
    #expect(value.roundedUp == up)
    #expect(Rational(-1).rounded == nil)
    #expect(Rational(-1).roundedUp == nil)
  }

  @Test("says itself exactly, as a short decimal or as a fraction", arguments: [
    (Rational(25), "25"), (Rational(1, 2), "0.5"), (Rational(-1, 8), "-0.125"), (Rational(1001, 500), "2.002"),
    (Rational(30000, 1001), "30000/1001"), (Rational(1, 1_000_000), "0.000001"), (Rational(1, 10_000_000), "1/10000000"),
  ])
  func text(_ value: Rational?, _ text: String) throws {
    #expect(try #require(value).text == text)
  }

  @Test("reads digits with one point and nothing else", arguments: ["", ".", "1.2.3", "-1", "+1", "1e3", " 1", "1/2", "٣"])
  func malformed(_ text: String) {
    #expect(Rational(decimal: text) == nil)
  }
}
