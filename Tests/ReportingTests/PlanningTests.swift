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
}
