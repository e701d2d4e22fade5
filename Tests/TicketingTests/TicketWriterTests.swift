import Foundation
import Model
import TestSupport
import Testing

@testable import Ticketing

struct TicketWriterTests {
    private static let address = "https://news.example/1"

    private func draft(
        _ template: String, _ text: String, for system: TicketSystemName = .freshdesk
    ) throws -> TicketDraft {
        try writer(template, system).draft(
            .create,
            TicketContext(
                entry: .sample(
                    1, text, title: "Title", saying: [.init(of: "zefirnet", as: "Zefirnet")],
                    link: Self.address),
                key: "earshot-0123", sourceName: "News", related: [], history: ([], 0),
                answerBy: nil, previous: nil))
    }

    private func writer(_ template: String, _ system: TicketSystemName) throws -> TicketWriter {
        let destination = TicketDestination(
            id: "desk", system: system, address: "https://desk.example", place: .sample)
        let tickets = TicketRules(
            installation: "test", maximumAge: .seconds(86_400), allowedNetworks: [],
            destinations: [destination], routes: [],
            templates: [TicketTemplates(body: try TicketTemplate(template))])
        let rules = Rules(
            brands: [], categories: [],
            routing: Routing(
                timeZone: "Europe/Warsaw", teams: [], routes: [], defaultTeam: "support",
                severityRules: [], tickets: tickets), lexicons: [])
        return TicketWriter(rules: rules, destination: destination)
    }

    @Test(arguments: [TicketSystemName.freshdesk, .redmine, .github, .jiraDataCenter, .zendesk])
    func `a long text is cut so that what stands behind it is whole`(
        system: TicketSystemName
    ) throws {
        let text = "Zefirnet " + String(repeating: "a <b> & *c* ", count: 12_000)
        let limits = system.limits
        let draft = try draft("{{text}}\nLink: {{url}}\nNo. {{number}}", text, for: system)
        let (link, number) = (limits.markup.link(Self.address), limits.markup.escaped("1"))
        let end = limits.markup.finished("\nLink: \(link)\nNo. \(number)")
        #expect(draft.body.hasSuffix("…" + end))
        #expect(draft.body.utf16.count <= limits.body)
        // The longest that fits: a character and its space make no more mark-up than this.
        #expect(draft.body.utf16.count > limits.body - 16)
    }

    @Test func `of too many mentions as many are listed as fit, and the key is there`() throws {
        let entries = (1...2_000).map { number in
            HeardEntry.sample(
                Int64(number), "Zefirnet", saying: [], link: "\(Self.address)/a&b/\(number)")
        }
        let limits = TicketSystemName.freshdesk.limits
        let body = try writer("{{text}}", .freshdesk).summary(of: entries, key: "earshot-9").body
        #expect(body.utf16.count <= limits.body)
        let lines = body.split(separator: "<br>\n", omittingEmptySubsequences: false)
        let listed = lines.count { $0.hasPrefix("#") }
        #expect(lines.suffix(3) == ["… +\(2_000 - listed)", "", "earshot-9"])
        #expect(lines.filter { $0.hasPrefix("#") }.allSatisfy { $0.hasSuffix("</a>") })
        #expect(body.utf16.count > limits.body - 300)
    }

    @Test(arguments: [
        ("{{text}}", "Zefirnet: call init () first", "Zefirnet: call init () first"),
        ("No. {{number}} ({{previous}})", "Zefirnet", "No. 1"),
        ("No. {{number}} ({{previous}}) ({{related}}) end", "Zefirnet", "No. 1 end"),
        ("No. {{number}} (), {{previous}}", "Zefirnet", "No. 1 (), "),
    ])
    func `only the template's own brackets go with an empty value`(
        template: String, text: String, body: String
    ) throws {
        #expect(try draft(template, text, for: .zendesk).body == body)
    }
}
