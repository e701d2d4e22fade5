import Foundation
import Model
import TestSupport
import Testing

@testable import Ticketing

/// What becomes of the answers by which the vendors say that a request came too soon, collides with
/// another, or cannot be taken, as each documents them.
struct VendorAnswerTests {
    enum Act: Sendable { case find, create, comment }

    struct Case: Sendable, CustomTestStringConvertible {
        let system: TicketSystemName
        let act: Act
        let status: Int
        let headers: [String: String]
        let body: String
        let fault: DeliveryFault

        init(
            _ system: TicketSystemName, _ act: Act, _ status: Int,
            _ headers: [String: String] = [:], _ body: String, _ fault: DeliveryFault
        ) {
            self.system = system
            self.act = act
            self.status = status
            self.headers = headers
            self.body = body
            self.fault = fault
        }

        var testDescription: String { "\(system.rawValue) \(act) \(status) \(headers) \(body)" }
    }

    /// What a system makes of an answer to the first request of an act.
    private func fault(_ item: Case) -> DeliveryFault? {
        let destination = TicketDestination(
            id: "desk", system: item.system, address: "https://tickets.example",
            fields: .init(
                queue: "our/mentions", type: "Task", keyField: "cf_key",
                requester: "us@our.example"), place: .sample)
        let session = TicketSession(
            destination: destination, secret: "s3", clock: TestClock().clock
        ) { _, _ throws(WebFault) in
            WebAnswer(status: item.status, headers: item.headers, body: Array(item.body.utf8))
        }
        let draft = TicketDraft(
            key: "earshot-0123", subject: "S", body: "B", severity: .high, priority: nil, tags: [],
            fields: [], facts: [.number: "7"])
        let system = destination.makeSystem(folder: "")
        do throws(DeliveryFault) {
            switch item.act {
            case .find: _ = try system.find(draft.key, session)
            case .create: _ = try system.create(draft, session)
            case .comment: try system.comment(draft, on: RemoteTicket(id: "9"), session)
            }
            return nil
        } catch {
            return error
        }
    }

    /// In seconds since 1970, so many from now.
    private static func epoch(_ seconds: Int) -> String {
        String(Int(Date.start.timeIntervalSince1970) + seconds)
    }

    private static let busy = "<html><head><title>503 Service Unavailable</title></head></html>"

    /// developer.zendesk.com: Rate limits; Error handling.
    private static let zendesk: [Case] = [
        Case(
            .zendesk, .create, 429, ["retry-after": "93"], "Rate limit exceeded",
            .wait(.seconds(93), "429: Rate limit exceeded")),
        Case(
            .zendesk, .create, 429,
            ["ratelimit-limit": "700", "ratelimit-remaining": "0", "ratelimit-reset": "41"], "",
            .wait(.seconds(41), "429")),
        Case(
            .zendesk, .comment, 409, [:], #"{"error":"Conflict"}"#, .unclear("409: Conflict")),
        Case(
            .zendesk, .create, 409, [:], #"{"error":"DatabaseConflict"}"#,
            .unclear("409: DatabaseConflict")),
        Case(
            .zendesk, .create, 422, [:], #"{"error":"RecordInvalid"}"#,
            .refused("422: RecordInvalid")),
        Case(
            .zendesk, .create, 400, [:], #"{"errors":[{"code":"IdempotentRequestError"}]}"#,
            .refused("400: code: IdempotentRequestError")),
        Case(
            .zendesk, .comment, 503, ["retry-after": "30"], busy,
            .unclear("503: 503 Service Unavailable", after: .seconds(30))),
        // It may have made the ticket all the same.
        Case(
            .zendesk, .create, 200, [:], "<html><head><title>Sign in</title></head></html>",
            .unclear("the answer names no new ticket: Sign in")),
        Case(
            .zendesk, .create, 201, [:], "",
            .unclear("the answer names no new ticket: it is empty")),
        Case(
            .zendesk, .find, 200, [:], "[0, 0]",
            .unsent("the answer has no list 'tickets': it has no words")),
    ]

    /// developer.atlassian.com: Rate limiting; Jira Data Center: Adjusting your code for rate limiting.
    private static let jira: [Case] = [
        Case(
            .jira, .create, 429,
            [
                "retry-after": "5", "x-ratelimit-remaining": "0",
                "x-ratelimit-reset": ContractJSON.timestamp(.start + 40),
                "ratelimit-reason": "jira-burst-based",
            ], #"{"errorMessages":["Rate limit exceeded"]}"#,
            .wait(.seconds(40), "429: errorMessages: Rate limit exceeded")),
        Case(
            .jira, .comment, 429,
            ["x-ratelimit-reset": ContractJSON.timestamp(.start + 40)], "",
            .wait(.seconds(40), "429")),
        Case(
            .jira, .comment, 413, [:], #"{"errorMessages":["Comment limit"]}"#,
            .refused("413: errorMessages: Comment limit")),
        Case(
            .jira, .create, 400, [:],
            #"{"errorMessages":[],"errors":{"labels":"cannot be set"}}"#,
            .refused("400: labels: cannot be set")),
        Case(.jira, .create, 502, [:], busy, .unclear("502: 503 Service Unavailable")),
        Case(
            .jiraDataCenter, .create, 429,
            [
                "retry-after": "9", "x-ratelimit-limit": "10", "x-ratelimit-remaining": "0",
                "x-ratelimit-fillrate": "1", "x-ratelimit-interval-seconds": "1",
            ], busy, .wait(.seconds(9), "429: 503 Service Unavailable")),
    ]

    /// docs.github.com/rest: Rate limits; Best practices; Issues.
    private static let github: [Case] = [
        // The hour's limit is not what was exceeded.
        Case(
            .github, .create, 403,
            [
                "retry-after": "60", "x-ratelimit-remaining": "4990",
                "x-ratelimit-reset": epoch(3_000),
            ], #"{"message":"You have exceeded a secondary rate limit."}"#,
            .wait(.seconds(60), "403: You have exceeded a secondary rate limit.")),
        Case(
            .github, .create, 403,
            ["x-ratelimit-remaining": "0", "x-ratelimit-reset": epoch(3_000)],
            #"{"message":"API rate limit exceeded"}"#,
            .wait(.seconds(3_000), "403: API rate limit exceeded")),
        Case(
            .github, .comment, 403, [:],
            #"{"message":"You have exceeded a secondary rate limit."}"#,
            .wait(nil, "403: You have exceeded a secondary rate limit.")),
        Case(
            .github, .comment, 429, ["x-ratelimit-remaining": "4990"], "", .wait(nil, "429")),
        Case(
            .github, .comment, 403, ["x-ratelimit-remaining": "4990"],
            #"{"message":"Unable to create comment because issue is locked."}"#,
            .barred(
                "access is refused: 403: Unable to create comment because issue is locked.")),
        Case(
            .github, .create, 410, [:], #"{"message":"Issues are disabled for this repo"}"#,
            .misfit(
                "there is no such project, queue or address: 410: Issues are disabled for this repo"
            )),
        Case(
            .github, .create, 422, [:],
            #"{"message":"Validation Failed","errors":[{"code":"invalid"}]}"#,
            .refused("422: code: invalid; Validation Failed")),
        Case(.github, .create, 500, [:], busy, .unclear("500: 503 Service Unavailable")),
    ]

    /// docs.gitlab.com: Rate limits; its application limits answer without a header.
    private static let gitlab: [Case] = [
        Case(
            .gitlab, .create, 429,
            ["ratelimit-remaining": "0", "ratelimit-reset": epoch(55)], "Retry later",
            .wait(.seconds(55), "429: Retry later")),
        Case(
            .gitlab, .create, 429, [:],
            #"{"message":{"error":"This endpoint has been requested too many times."}}"#,
            .wait(nil, "429: This endpoint has been requested too many times.")),
        Case(
            .gitlab, .create, 409, [:], #"{"message":"Duplicate"}"#,
            .unclear("409: Duplicate")),
        Case(.gitlab, .comment, 502, [:], busy, .unclear("502: 503 Service Unavailable")),
    ]

    /// developers.freshdesk.com/api, Rate limit and Errors; docs.zammad.org, Introduction: an error is a
    /// text and one for people, and what stands in front of it answers in HTML.
    private static let desks: [Case] = [
        Case(
            .freshdesk, .create, 429,
            ["retry-after": "42", "x-ratelimit-total": "50", "x-ratelimit-remaining": "0"],
            #"{"message":"You have exceeded the limit"}"#,
            .wait(.seconds(42), "429: You have exceeded the limit")),
        Case(
            .freshdesk, .create, 400, [:],
            #"{"description":"Validation failed","errors":[{"field":"type"}]}"#,
            .refused("400: description: Validation failed; field: type")),
        Case(
            .freshdesk, .create, 402, [:], #"{"message":"Trial is over"}"#,
            .shut("the account does not allow it: 402: Trial is over")),
        Case(
            .freshdesk, .comment, 409, [:], #"{"message":"Conflict"}"#,
            .unclear("409: Conflict")),
        Case(.freshdesk, .create, 503, [:], busy, .unclear("503: 503 Service Unavailable")),
        Case(
            .zammad, .create, 422, [:],
            #"{"error":"No lookup value found for 'group'","error_human":"No group"}"#,
            .refused("422: No lookup value found for 'group'; error_human: No group")),
        Case(
            .zammad, .create, 403, [:], #"{"error":"Not authorized"}"#,
            .barred("access is refused: 403: Not authorized")),
        Case(
            .zammad, .create, 503, ["retry-after": "7"], busy,
            .unclear("503: 503 Service Unavailable", after: .seconds(7))),
        Case(.zammad, .create, 504, [:], busy, .unclear("504: 503 Service Unavailable")),
    ]

    /// Intercom's description of its API, 2.14; developers.intercom.com, Rate Limiting.
    private static let intercom: [Case] = [
        // It names no time to wait, only when its limit counts anew.
        Case(
            .intercom, .create, 429,
            [
                "x-ratelimit-limit": "83", "x-ratelimit-remaining": "0",
                "x-ratelimit-reset": epoch(7),
            ], error("rate_limit_exceeded", "Exceeded rate limit"),
            .wait(.seconds(7), "429: code: rate_limit_exceeded; Exceeded rate limit; \(name)")),
        Case(
            .intercom, .find, 401, [:], error("unauthorized", "Access Token Invalid"),
            .shut(
                "access is refused: 401: code: unauthorized; Access Token Invalid; \(name)")),
        Case(
            .intercom, .create, 400, [:], error("parameter_invalid", "No such list item"),
            .refused("400: code: parameter_invalid; No such list item; \(name)")),
        Case(
            .intercom, .create, 404, [:], error("not_found", "Resource Not Found"),
            .misfit(
                "there is no such project, queue or address: 404: code: not_found; Resource Not "
                    + "Found; \(name)")),
        Case(.intercom, .comment, 503, [:], busy, .unclear("503: 503 Service Unavailable")),
        Case(
            .intercom, .find, 200, [:], "[0, 0]",
            .unsent("the answer has no list 'data': it has no words")),
    ]

    private static let name = "request_id: c7bf358f-135e-48d7-8286-a4988a8a1d9b"

    private static func error(_ code: String, _ message: String) -> String {
        """
        {"type":"error.list","request_id":"c7bf358f-135e-48d7-8286-a4988a8a1d9b",
         "errors":[{"code":"\(code)","message":"\(message)"}]}
        """
    }

    @Test(arguments: zendesk + jira + github + gitlab + desks + intercom)
    func `an answer is taken as its vendor means it`(item: Case) {
        #expect(fault(item) == item.fault)
    }

    private static let hosted = HostedDesk.Dialect.systems

    @Test(arguments: hosted, [200, 500, 502, 503, 504])
    func `a page in place of an answer says nothing about what is there`(
        system: TicketSystemName, status: Int
    ) {
        let fault = fault(Case(system, .find, status, [:], Self.busy, .unsent("")))
        guard case .unsent(let reason) = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
        #expect(reason.hasSuffix("503 Service Unavailable"))
    }

    @Test(arguments: hosted, [Act.create, .comment])
    func `a page in place of what was made may have let it through`(
        system: TicketSystemName, act: Act
    ) {
        let fault = fault(Case(system, act, 200, [:], Self.busy, .unsent("")))
        guard case .unclear = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
    }
}
