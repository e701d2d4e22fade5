import Foundation
import Model
import Reporting
import TestSupport

extension ReportingContext {
    /// Two own brands and two competitors, all invented; a support team with business hours.
    static let sample = sample(in: .english)

    /// Only the complaints have a name in other languages.
    static func sample(in language: ReportLanguage) -> ReportingContext {
        ReportingContext(
            brands: [
                brand("zefirnet", "Zefirnet", .own), brand("kawka", "Kawka", .own),
                brand("baltfon", "Baltfon", .competitor),
                brand("ziarenko", "Ziarenko", .competitor),
            ],
            categories: [
                ("sales_lead", "About to buy"), ("feature_request", "Wish"),
                ("incident", "Incident"),
                ("technical_issue", "Technical issue"), ("user_content", "Made by customers"),
                ("complaint", "Complaint"), ("praise", "Praise"), ("question", "Question"),
                ("churn_risk", "About to leave"), ("spam", "Spam"),
            ].map { id, name in
                Model.Category(
                    id: Model.Category.ID(id), name: name,
                    translations: id == "complaint"
                        ? [
                            .polish: Translation(name: "Skarga"),
                            .latvian: Translation(name: "Sūdzība"),
                        ]
                        : [:], place: .sample)
            },
            routing: Routing(
                timeZone: "Europe/Warsaw", teams: [.support, .marketing], routes: [],
                defaultTeam: "marketing", severityRules: []), language: language,
            rulesHash: "9b74c9897bac770ffc029102a200c5de", programVersion: "0.1.0")
    }

    private static func brand(_ id: String, _ name: String, _ kind: Brand.Kind) -> Brand {
        Brand(id: Brand.ID(id), name: name, kind: kind, names: [name], place: .sample)
    }
}

extension Team {
    /// Monday to Friday 08:00–20:00, Saturday 09:00–14:00.
    static let support = Team(
        id: "support", name: "Customer support",
        hours: [
            Shift(weekdays: [1, 2, 3, 4, 5], minutes: 480..<1200),
            Shift(weekdays: [6], minutes: 540..<840),
        ],
        answerWithin: [
            .critical: .seconds(3_600), .high: .seconds(4 * 3_600), .normal: .seconds(24 * 3_600),
        ])

    static let marketing = Team(
        id: "marketing", name: "Marketing", hours: [], answerWithin: [.normal: .seconds(86_400)])
}

extension FeedHealth {
    static let sample: [FeedHealth] = [
        FeedHealth(feed: "kurier", sourceName: "Kurier Nadwiślański", status: .ok, entries: 812),
        FeedHealth(feed: "balss", sourceName: "Rīta Balss", status: .ok, entries: 401),
        FeedHealth(feed: "forum", sourceName: "Forum Światłowód", status: .ok, entries: 2_310),
        FeedHealth(feed: "kafejnica", sourceName: "Kafijas blogs", status: .ok, entries: 96),
        FeedHealth(feed: "herald", sourceName: "The Harbour Herald", status: .ok, entries: 530),
        FeedHealth(
            feed: "echo", sourceName: "Echo Mazowsza", status: .failing,
            lastSuccessAt: .sample.addingTimeInterval(-100_000), failuresInARow: 3,
            message: "the server answered 503 three times; nothing to do until it is back"),
        FeedHealth(
            feed: "jurmala", sourceName: "Jūrmalas forums", status: .silent,
            lastSuccessAt: .sample, lastNewEntryAt: .sample.addingTimeInterval(-900_000),
            message: "nothing new for 10 days where 6 hours are usual; check the address"),
    ]
}

extension Date {
    /// A moment as RFC 3339 tells it.
    static func at(_ text: String) -> Date {
        guard let date = ContractJSON.date(text) else { preconditionFailure("\(text) is no time") }
        return date
    }
}
