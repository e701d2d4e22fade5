import Model
import TestSupport
import Testing

@testable import Ticketing

/// What refusals of these systems mean.
extension HostedSystemTests {
    /// What becomes of a comment, where the system answers so.
    func fault(
        _ system: TicketSystemName, keyField: String? = nil, _ answers: (Int, String)...
    ) -> DeliveryFault? {
        let destination = TicketDestination(
            id: "desk", system: system, address: "https://tickets.example",
            fields: .init(queue: "our/mentions", keyField: keyField), place: .sample)
        var left = answers[...]
        let session = TicketSession(
            destination: destination, secret: "s3", clock: TestClock().clock
        ) { _, _ throws(WebFault) in
            guard let (status, body) = left.popFirst() else { throw .unsent("no more answers") }
            return WebAnswer(status: status, body: Array(body.utf8))
        }
        let draft = TicketDraft(
            key: "earshot-0123", subject: "S", body: "B", severity: .high, priority: nil, tags: [],
            fields: [], facts: [.number: "7"])
        do throws(DeliveryFault) {
            try destination.makeSystem(folder: "")
                .comment(draft, on: RemoteTicket(id: "9"), session)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: HostedDesk.Dialect.systems)
    func `a comment on a ticket that was deleted says that it is gone`(
        system: TicketSystemName
    ) throws {
        guard case .gone(let reason) = fault(system, keyField: "cf_key", (404, "{}")) else {
            Issue.record("\(system)")
            return
        }
        #expect(reason.hasSuffix(" 9 is gone"))
    }

    /// It comes from something in between; the comment is looked for before it is told again.
    @Test(arguments: HostedDesk.Dialect.systems + [.requestTracker])
    func `an error that is answered as a success confirms no comment`(system: TicketSystemName) {
        let error = #"{"data":null,"error":"internal","message":"Something went wrong"}"#
        #expect(
            fault(system, keyField: "cf_key", (200, error))
                == .unclear("the answer does not confirm it: internal; Something went wrong"))
    }

    @Test func `an issue that was moved to another repository is gone from ours`() {
        #expect(fault(.github, (301, "{}"), (200, "[]")) == .gone("issue 9 is gone"))
    }

    @Test func `Zendesk closes what is solved for good, and refuses other things`() {
        let refusal = (422, #"{"error":"RecordInvalid"}"#)
        #expect(
            fault(.zendesk, refusal, (200, #"{"ticket":{"id":9,"status":"closed"}}"#))
                == .closed("ticket 9 is closed for good"))
        #expect(
            fault(.zendesk, refusal, (200, #"{"ticket":{"id":9,"status":"solved"}}"#))
                == .refused("422: RecordInvalid"))
        #expect(fault(.zendesk, refusal, (404, "{}")) == .gone("ticket 9 is gone"))
    }
}
