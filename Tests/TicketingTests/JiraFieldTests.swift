import Foundation
import Model
import Synchronization
import TestSupport
import Testing

@testable import Ticketing

struct JiraFieldTests {
    /// Jira takes the options of a field to choose from as objects, and refuses texts.
    @Test func `options are sent as objects, as the field's name asks for`() throws {
        let destination = TicketDestination(
            id: "desk", system: .jiraDataCenter, address: "https://jira.example",
            fields: .init(queue: "SOC", type: "Task"), place: .sample)
        let sent = Mutex<[JSON]>([])
        let session = TicketSession(
            destination: destination, secret: "s3", clock: TestClock().clock
        ) { request, _ throws(WebFault) in
            sent.withLock { $0.append(JSON(request.body ?? []) ?? .null) }
            return WebAnswer(status: 201, body: Array(#"{"id": "1", "key": "SOC-1"}"#.utf8))
        }
        let draft = TicketDraft(
            key: "earshot-0123", subject: "S", body: "B", severity: .high, priority: nil, tags: [],
            fields: [
                .init(name: "customfield_1", value: "plain"),
                .init(name: "customfield_2.value", value: "Phone"),
                .init(name: "customfield_3.value", value: "a, b", values: ["a", "b"]),
                .init(name: "customfield_4.value", value: "Poland"),
                .init(name: "customfield_4.child.value", value: "Gdańsk"),
                .init(name: "customfield_5", value: "a, b", values: ["a", "b"]),
            ], facts: [:])
        _ = try destination.makeSystem(folder: "").create(draft, session)
        let fields = try #require(sent.withLock { $0.first?["fields"] })
        #expect(fields["customfield_1"] == "plain")
        #expect(fields["customfield_2"] == ["value": "Phone"])
        #expect(fields["customfield_3"] == [["value": "a"], ["value": "b"]])
        #expect(fields["customfield_4"] == ["value": "Poland", "child": ["value": "Gdańsk"]])
        #expect(fields["customfield_5"] == ["a", "b"])
        #expect(fields["summary"] == "S")
    }
}
