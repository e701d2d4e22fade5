import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

struct PlanningTests {
    private static let week = (1...7).map { "2026-11-0\($0)" }

    @Test func `nothing is foretold from less than five weeks`() {
        #expect(ArrivalForecast(Array(repeating: 3, count: 34)).forecast(for: Self.week) == nil)
        #expect(ArrivalForecast(Array(repeating: 3, count: 35)).forecast(for: Self.week) != nil)
    }

    @Test func `a course that repeats each week is foretold without error`() throws {
        let course = (0..<10).flatMap { _ in [9, 8, 7, 6, 5, 2, 1] }
        let forecast = try #require(ArrivalForecast(course).forecast(for: Self.week))
        #expect(forecast.method == .seasonalNaive)
        #expect(forecast.days.map(\.expected) == [9, 8, 7, 6, 5, 2, 1])
        #expect(forecast.days.allSatisfy { $0.low == $0.expected && $0.high == $0.expected })
        #expect(forecast.backtest.origins == 36)
        #expect(forecast.backtest.relativeError == 0)
    }

    @Test func `of a single week foretold, the interval is wider than what came`() throws {
        let course = [Int](repeating: 10, count: 28) + [10, 12, 8, 14, 6, 10, 10]
        let forecast = try #require(ArrivalForecast(course).forecast(for: Self.week))
        #expect(forecast.days.map(\.expected) == [10, 12, 8, 14, 6, 10, 10])
        // The deciles of 0, 2, −2, 4, −4, 0 and 0 are ±2.8; by 1 + 4/7 wider, ±4.4.
        #expect(forecast.days.map(\.low) == [5.6, 7.6, 3.6, 9.6, 1.6, 5.6, 5.6])
        #expect(forecast.days.map(\.high) == [14.4, 16.4, 12.4, 18.4, 10.4, 14.4, 14.4])
    }

    @Test func `what is expected lies within its interval, however steadily a course has grown`()
        throws
    {
        // Each day has brought seven more than the one a week before.
        let forecast = try #require(ArrivalForecast(Array(0..<63)).forecast(for: Self.week))
        #expect(forecast.method == .seasonalNaive)
        #expect(forecast.days.map(\.expected) == [56, 57, 58, 59, 60, 61, 62])
        #expect(forecast.days.map(\.low) == forecast.days.map(\.expected))
        #expect(forecast.days.map(\.high) == [63, 64, 65, 66, 67, 68, 69])
    }

    @Test func `a burst does not come again by itself`() throws {
        let noon = Date.at("2026-10-05T10:00:00Z")
        var heard: [HeardEntry] = []
        for day in 0..<49 {
            for number in 0..<(day == 43 ? 26 : 6) {
                let seconds = Double(day * 86_400 + number)
                heard.append(
                    .sample(
                        Int64(day * 100 + number + 1), "Zefirnet",
                        saying: [.init(of: "zefirnet", as: "Zefirnet")],
                        at: noon.addingTimeInterval(seconds)))
            }
        }
        let trends = SampleReports.trends(
            of: heard, from: "2026-10-04T22:00:00Z", to: "2026-11-22T23:00:00Z")
        let forecast = try #require(trends.forecast)
        #expect(forecast.days.allSatisfy { $0.expected < 8 })
        #expect(trends.staffing.monthlyPosts < 200)
    }

    @Test func `the method is the one that would have been nearest, and its error is stated`()
        throws
    {
        var random = SeededGenerator(seed: 5)
        let course = (0..<112).map { day in
            (day % 7 > 4 ? 10 : 30) + Int.random(in: -6...6, using: &random)
        }
        let forecast = try #require(ArrivalForecast(course).forecast(for: Self.week))
        let errors = Dictionary(
            uniqueKeysWithValues: forecast.backtest.errors.map { ($0.method, $0.meanAbsoluteError) }
        )
        #expect(errors.count == 3)
        #expect(errors[forecast.method] == errors.values.min())
        #expect(forecast.method != .seasonalNaive)
        let coverage = try #require(forecast.backtest.coverage)
        #expect((0.7...0.9).contains(coverage))
        #expect(forecast.days.allSatisfy { $0.low < $0.expected && $0.expected < $0.high })
    }

    @Test(arguments: [
        (0, 0, 0), (1, 5, 10), (5_000, 5, 10), (5_001, 10, 10), (20_000, 10, 10),
        (50_000, 10, 20), (100_000, 50, 50), (900_000, 50, 50),
    ])
    func `without a handling time operators are those of the published table`(
        monthly: Int, from: Int, to: Int
    ) {
        #expect(StaffingPlan.table(monthly) == Trends.Staffing.Operators(from: from, to: to))
    }

    @Test func `with a handling time operators of each hour are Erlang's`() throws {
        // Everything comes at ten, 400 a day, of which every other post needs an answer.
        let hours = (1...7).map { weekday in
            let counts = (0..<24).map { $0 == 10 ? 700 : 0 }
            return Trends.WeekdayHours(weekday: weekday, mentions: counts, stories: counts)
        }
        let plan = StaffingPlan(
            hours: hours, perDay: Array(repeating: 400, count: 7), monthly: 12_000,
            rules: StaffingRules(
                handlingTime: .seconds(180), answerWithin: .seconds(20), shareWithin: 0.8),
            measuredShare: 0.5)
        let roster = try #require(plan.staffing.roster)
        #expect(roster.peak == 14)
        #expect(roster.hours.map { $0[10] } == Array(repeating: 14, count: 7))
        #expect(roster.hoursInAll == 7 * 14)
        #expect(ReportWords(.latvian).staffing(plan.staffing).contains(": 10 operatoru pēc"))
    }

    private static func plan(_ share: Double?, measured: Double = 0.2) -> Trends.Staffing {
        StaffingPlan(
            hours: [], perDay: [], monthly: 30_000,
            rules: share.map {
                StaffingRules(
                    handlingTime: .seconds(60), answerWithin: .seconds(60), shareWithin: 0.8,
                    answerShare: $0)
            }, measuredShare: measured
        ).staffing
    }

    @Test func `only posts that need an answer make work, by the rules' share or the measured one`()
    {
        let measured = Self.plan(nil)
        #expect((measured.monthlyPosts, measured.monthlyAnswers) == (30_000, 6_000))
        #expect(measured.byTable == StaffingPlan.table(6_000))
        #expect(
            ReportWords(.english).staffing(measured)
                == "30,000 posts a month, of which 6,000 need an answer (20%, as in this period): "
                + "10 operators by the published table (for up to 20,000).")
        #expect(
            ReportWords(.polish).staffing(measured)
                .contains("miesięcznie, z czego odpowiedzi wymaga"))
        #expect(
            ReportWords(.latvian).staffing(measured)
                .contains("mēnesī, no tiem atbilde vajadzīga uz"))
        let ruled = Self.plan(0.1)
        #expect((ruled.monthlyAnswers, ruled.isShareOfRules) == (3_000, true))
        #expect(ReportWords(.english).staffing(ruled).contains("3,000 need an answer (10%, as the"))
        #expect(!Self.plan(nil, measured: 0).isNeeded)
    }

    @Test func `the measured share is that of posts about own brands which ask for an answer`() {
        func entry(_ number: Int64, _ name: String, _ categories: [CategoryTag] = []) -> HeardEntry
        {
            .sample(
                number, name, saying: [.init(of: Brand.ID(name.lowercased()), as: name)],
                at: .at("2026-11-16T10:00:00Z"), categories: categories)
        }
        let trends = SampleReports.trends(
            of: [
                entry(1, "Zefirnet", [.sample("complaint")]), entry(2, "Zefirnet"),
                entry(3, "Zefirnet", [.sample("praise")]), entry(4, "Kawka"),
                entry(5, "Baltfon", [.sample("complaint")]),
            ], from: "2026-11-15T23:00:00Z", to: "2026-11-17T23:00:00Z")
        #expect(trends.staffing.answerShare == 0.25)
        #expect(trends.staffing.isShareOfRules == false)
    }

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

    /// The clocks are put back on 25 October 2026 and forward on 28 March 2027, in Warsaw.
    @Test(arguments: [
        ("2026-10-18T22:00:00Z", "2026-10-25T23:00:00Z", 7),
        ("2027-03-21T23:00:00Z", "2027-03-28T22:00:00Z", 7),
        ("2026-11-15T23:00:00Z", "2026-11-17T23:00:00Z", 2),
        ("2026-11-15T23:00:00Z", "2026-11-16T05:00:00Z", 0.25),
        ("2026-10-18T04:00:00Z", "2026-10-25T05:00:00Z", 7),
    ])
    func `a week in which the clocks change has seven days`(
        from: String, to: String, length: Double
    ) {
        let calendar = LocalCalendar(timeZone: "Europe/Warsaw")
        #expect(calendar.days(from: .at(from), to: .at(to)) == length)
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
