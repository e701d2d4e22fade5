import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

/// What was aimed at, what was measured, and whether that is met.
struct TargetTests {
    private func trends(_ targets: [Target], tickets: TicketStanding? = nil) -> Trends {
        let sample = ReportingContext.sample
        let context = ReportingContext(
            brands: sample.brands, categories: sample.categories,
            routing: Routing(
                timeZone: "Europe/Warsaw", teams: [.support], routes: [], defaultTeam: "support",
                severityRules: [], targets: targets),
            rulesHash: sample.rulesHash, programVersion: sample.programVersion)
        func entry(_ number: Int64, _ name: String, _ label: Sentiment.Label) -> HeardEntry {
            .sample(
                number, name, saying: [.init(of: Brand.ID(name.lowercased()), as: name, label)],
                at: .at("2026-11-16T10:00:00Z"))
        }
        return TrendsMaker(context: context).trends(
            from: .at("2026-11-15T23:00:00Z"), to: .at("2026-11-17T23:00:00Z"),
            heard: HeardEntries([
                entry(1, "Zefirnet", .positive), entry(2, "Zefirnet", .positive),
                entry(3, "Zefirnet", .negative), entry(4, "Zefirnet", .neutral),
                entry(5, "Zefirnet", .undecided), entry(6, "Baltfon", .negative),
            ]), health: [], tickets: tickets)
    }

    @Test(arguments: [
        (Target.Measure.positiveShare, Target.Bound.atLeast(0.5), 0.5, true),
        (.negativeShare, .atMost(0.2), 0.25, false), (.netTone, .atLeast(0.2), 0.25, true),
        (.shareOfVoice, .atLeast(0.9), 0.8333, false), (.mentionsPerDay, .atMost(3), 2.5, true),
    ])
    func `a target is measured and judged`(
        measure: Target.Measure, bound: Target.Bound, value: Double, isMet: Bool
    ) throws {
        let target = Target(measure: measure, bound: bound, place: .sample)
        let result = try #require(trends([target]).targets.first)
        #expect(result.value == value)
        #expect(result.isMet == isMet)
    }

    @Test func `a target says in a sentence what was measured`() {
        let results = trends([
            Target(
                measure: .positiveShare, brand: "zefirnet", bound: .atLeast(0.6), place: .sample),
            Target(measure: .positiveShare, brand: "kawka", bound: .atLeast(0.6), place: .sample),
            Target(measure: .answeredInTime, bound: .atLeast(0.9), place: .sample),
            Target(measure: .shareOfVoice, brand: "zefirnet", bound: .atLeast(0.9), place: .sample),
        ]).targets
        #expect(
            results.map(\.sentence) == [
                "Positive share, Zefirnet: 50%; target at least 60%, missed.",
                "Positive share, Kawka: nothing to measure; target at least 60%.",
                "Answered in time, all teams: nothing to measure; target at least 90%.",
                "Share of voice, Zefirnet: 83.3%; target at least 90.0%, missed.",
            ])
        #expect(results.map(\.isMet) == [false, nil, nil, false])
    }

    @Test(arguments: [
        (Target.Measure.positiveShare, Target.Bound.atLeast(0.3), 0.2951, "29,5%"),
        (.positiveShare, .atLeast(0.3), 0.2, "20%"),
        (.shareOfVoice, .atLeast(0.9), 0.8996, "89,96%"),
        (.netTone, .atLeast(0.2), 0.1962, "+0,196"),
        (.mentionsPerDay, .atMost(3), 3.0417, "3,04"), (.nps, .atLeast(40), 39.7, "+39,7"),
        (.csat, .atLeast(0.8), 0.7996, "79,96%"),
    ])
    func `what missed its target by little does not read as if it met it`(
        measure: Target.Measure, bound: Target.Bound, value: Double, told: String
    ) {
        let target = Target(measure: measure, bound: bound, place: .sample)
        let words = ReportWords(.latvian)
        let sentence = words.target(target, of: "Zefirnet", value: value, isMet: false)
        #expect(sentence.hasPrefix("\(words.measure(measure)), Zefirnet: \(told); mērķis "))
    }

    /// 602 of 2007 is 0.29995017…, which four decimals make 0.3.
    @Test func `what misses its target by less than is told of it has missed it`() throws {
        let inTime = (602, 2007)
        func result(_ bound: Target.Bound) throws -> Trends.TargetResult {
            let target = Target(measure: .answeredInTime, bound: bound, place: .sample)
            return try #require(trends([target], tickets: standing(inTime)).targets.first)
        }
        let least = try result(.atLeast(0.3))
        #expect(least.isMet == false)
        #expect(least.value.map { $0 < 0.3 } == true)
        #expect(
            least.sentence
                == "Answered in time, all teams: 29.995%; target at least 30%, missed.")
        let most = try result(.atMost(0.3))
        #expect(most.isMet == true)
        #expect(most.value == 0.3)
    }

    /// 55 of 193 is 0.284974…: to four decimals 0.285, and from there to a whole percent 29%.
    @Test func `a measured share is rounded once`() throws {
        let target = Target(measure: .answeredInTime, bound: .atLeast(0.2), place: .sample)
        let result = try #require(
            trends([target], tickets: standing((55, 193))).targets.first)
        #expect(result.value == 0.285)
        #expect(result.sentence == "Answered in time, all teams: 28%; target at least 20%, met.")
    }

    /// - Parameter inTime: how many were answered in time, and of how many that is known.
    private func standing(_ inTime: (answered: Int, all: Int)) -> TicketStanding {
        TicketStanding(
            open: 0, waiting: 0, overdue: [], dueSoon: [],
            teams: [
                TicketStanding.TeamAnswers(
                    team: "support", tickets: inTime.all, answered: inTime.answered,
                    late: inTime.all - inTime.answered, unknown: 0, reopened: 0,
                    medianMinutes: nil, ninthDecileMinutes: nil, inTime: inTime.answered)
            ])
    }

    @Test func `answers in time are those of tickets whose systems told`() throws {
        let tickets = TicketStanding(
            open: 0, waiting: 0, overdue: [], dueSoon: [],
            teams: [
                TicketStanding.TeamAnswers(
                    team: "support", tickets: 12, answered: 9, late: 1, unknown: 2, reopened: 0,
                    medianMinutes: 30, ninthDecileMinutes: 90, inTime: 9)
            ])
        let target = Target(
            measure: .answeredInTime, team: "support", bound: .atLeast(0.9), place: .sample)
        let result = try #require(trends([target], tickets: tickets).targets.first)
        #expect(result.value == 0.9)
        #expect(result.isMet == true)
    }
}
