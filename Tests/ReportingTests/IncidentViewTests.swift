import Foundation
import Model
import Testing

@testable import Reporting

struct IncidentViewTests {
    private static let noTone = ToneCounts(
        positive: .zero, neutral: .zero, negative: .zero, mixed: .zero, undecided: .zero)

    private static func view(_ cause: Trends.Cause, terms: [String]) -> IncidentView {
        let (start, end) = (Date.at("2026-11-15T23:00:00Z"), Date.at("2026-11-17T23:00:00Z"))
        return IncidentView(
            Trends.Incident(
                id: "kawka-2026-11-16", brand: "kawka", cause: cause, sentence: "",
                firstDay: "2026-11-16", lastDay: "2026-11-16", isOpen: false, beganAt: start,
                endedAt: end, beganIn: "Fala", counts: .zero, usual: 0, sources: [],
                sourcesInAll: 0, authorsInAll: 0, terms: terms, mentions: [],
                tone: Trends.ToneCourse(before: noTone, during: noTone, after: noTone),
                answer: nil, returnOf: nil),
            mentions: [:],
            days: TrendDays(
                from: start, to: end, calendar: LocalCalendar(timeZone: "Europe/Warsaw")),
            words: PageWords(.english))
    }

    @Test(
        arguments: [
            (.talk, ["awaria", "sieć"], "people say: “awaria”, “sieć”"), (.talk, [], nil),
            (.oneStory, [], "one text, printed often"),
        ] as [(Trends.Cause, [String], String?)])
    func `why people write is told where words or a cause say it`(
        cause: Trends.Cause, terms: [String], answer: String?
    ) {
        let facts = Self.view(cause, terms: terms).facts
        #expect(facts.first { $0.question == "Why" }?.factAnswer == answer)
        #expect(facts.map(\.question).contains("Since when"))
    }
}
