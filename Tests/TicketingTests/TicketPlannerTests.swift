import Foundation
import Model
import TestSupport
import Testing

@testable import Ticketing

struct TicketPlannerTests {
    /// Support's complaints go to the desk where they are sure, and all else to the mailbox.
    private static let rules: Rules = {
        let destinations = ["desk", "mailbox"].map { id in
            TicketDestination(
                id: .init(id), system: .freshdesk, address: "https://\(id).example",
                fields: .init(),
                terms: .init(), place: .sample)
        }
        let tickets = TicketRules(
            installation: "test", maximumAge: .seconds(86_400), allowedNetworks: [],
            destinations: destinations,
            routes: [
                TicketRoute(
                    condition: TagCondition(categories: ["complaint"]), teams: ["support"],
                    minimumConfidence: 0.7, destination: "desk", place: .sample),
                TicketRoute(condition: TagCondition(), destination: "mailbox", place: .sample),
            ], templates: [])
        return Rules(
            brands: [], categories: [],
            routing: Routing(
                timeZone: "Europe/Riga", teams: [], routes: [], defaultTeam: "support",
                severityRules: [], tickets: tickets), lexicons: [])
    }()

    private func destination(
        _ categories: [(Model.Category.ID, Double)] = [], team: Team.ID = "support",
        naming brands: [Brand.ID] = ["zefirnet"], saidBefore age: TimeInterval = 0
    ) throws -> TicketDestination.ID? {
        let planner = try #require(TicketPlanner(rules: Self.rules, now: Date.sample + age))
        let entry = HeardEntry.sample(
            1, "Zefirnet", saying: brands.map { .init(of: $0, as: "Zefirnet") },
            categories: categories.map { CategoryTag(id: $0.0, confidence: $0.1, evidence: []) },
            team: team)
        return planner.destination(of: entry)?.id
    }

    @Test func `the first route that holds names the destination`() throws {
        #expect(try destination([("complaint", 0.9)]) == "desk")
        #expect(try destination([("complaint", 0.9)], team: "press") == "mailbox")
        #expect(try destination([("praise", 0.9)]) == "mailbox")
        #expect(try destination() == "mailbox")
    }

    @Test(arguments: [(0.69, "mailbox"), (0.7, "desk")])
    func `a category must be as sure as the route asks`(confidence: Double, expected: String) throws
    {
        #expect(try destination([("complaint", confidence)])?.value == expected)
    }

    @Test(arguments: [(86_400.0, "mailbox"), (86_401, nil), (-3_600, "mailbox")])
    func `what was said longer ago than the rules allow becomes no ticket`(
        age: TimeInterval, expected: String?
    ) throws {
        #expect(try destination(saidBefore: age)?.value == expected)
    }

    @Test func `neither spam nor what names nobody becomes a ticket`() throws {
        #expect(try destination([(.spam, 0.9)]) == nil)
        #expect(try destination(naming: []) == nil)
    }
}

struct TicketKeyTests {
    private func key(_ text: String, link: String? = nil, installation: String = "a") -> String {
        TicketKey.key(
            of: .sample(1, text, saying: [], link: link), destination: "desk",
            installation: installation)
    }

    @Test func `a key is that of the words, however they are spaced`() {
        #expect(key("Zefirnet nie\n działa ") == key("Zefirnet nie działa"))
        #expect(key("Zefirnet działa") != key("Zefirnet nie działa"))
        #expect(key("a") != key("a", link: "https://a.example/"))
        #expect(key("a") != key("a", installation: "b"))
    }

    @Test func `a key is of 34 small letters, digits and hyphens`() {
        #expect(key("Zażółć").wholeMatch(of: /earshot-[0-9a-z]{26}/) != nil)
    }
}
