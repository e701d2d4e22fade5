import Foundation
import Model
import Synchronization
import TestSupport
import Testing

@testable import Ticketing

/// A repository of GitHub that was renamed or transferred is answered for by where it went.
struct MovedRepositoryTests {
    private static let address = "https://api.github.example"

    /// What was asked for, in words.
    private final class Desk: Sendable {
        private let asked = Mutex<[String]>([])
        private let location: @Sendable (_ path: String) -> String?

        init(_ location: @escaping @Sendable (_ path: String) -> String?) {
            self.location = location
        }

        var requests: [String] { asked.withLock { $0 } }

        func answer(_ request: WebRequest) -> WebAnswer {
            let path = String(request.path.prefix { $0 != "?" })
            asked.withLock { $0.append("\(request.method.rawValue) \(path)") }
            if let location = location(request.path) {
                return WebAnswer(
                    status: 301, headers: ["location": location],
                    body: Array(#"{"message": "Moved Permanently"}"#.utf8))
            }
            return switch (request.method, path.hasSuffix("/issues")) {
            case (.get, true): WebAnswer(status: 200, body: Array("[]".utf8))
            case (.post, true):
                WebAnswer(
                    status: 201,
                    body: Array(#"{"number": 5, "labels": [{"name": "earshot"}]}"#.utf8))
            default: WebAnswer(status: 201, body: Array(#"{"id": 1}"#.utf8))
            }
        }
    }

    private let destination = TicketDestination(
        id: "desk", system: .github, address: Self.address, fields: .init(queue: "old/name"),
        place: .sample)
    private let draft = TicketDraft(
        key: "earshot-0123", subject: "S", body: "B", severity: .high, priority: nil, tags: [],
        fields: [], facts: [.number: "7"])

    private func session(_ desk: Desk) -> TicketSession {
        TicketSession(destination: destination, secret: "s3", clock: TestClock().clock) {
            request, _ throws(WebFault) in desk.answer(request)
        }
    }

    /// As GitHub does: by its number, which stays the same.
    private static func moved(_ path: String) -> String? {
        path.hasPrefix("/repos/old/name/")
            ? address + "/repositories/42" + path.dropFirst("/repos/old/name".count) : nil
    }

    @Test func `tickets are made where it went, by the same request`() throws {
        let desk = Desk(Self.moved)
        let session = session(desk)
        let system = destination.makeSystem(folder: "")
        #expect(try system.find(draft.key, session) == nil)
        #expect(try system.create(draft, session).id == "5")
        #expect(
            desk.requests == [
                "GET /repos/old/name/issues", "GET /repositories/42/issues",
                "POST /repositories/42/issues",
            ])
    }

    @Test func `a comment is told where it went, and its issue is not taken for gone`() throws {
        let desk = Desk(Self.moved)
        try destination.makeSystem(folder: "")
            .comment(draft, on: RemoteTicket(id: "5"), session(desk))
        #expect(
            desk.requests.last == "POST /repositories/42/issues/5/comments")
    }

    @Test func `an issue that was moved alone is gone, and its repository where it was`() throws {
        let desk = Desk { path in
            path.contains("/issues/5")
                ? Self.address + "/repositories/43" + path.dropFirst("/repos/old/name".count) : nil
        }
        let system = destination.makeSystem(folder: "")
        let session = session(desk)
        #expect(throws: DeliveryFault.gone("issue 5 is gone")) {
            try system.comment(draft, on: RemoteTicket(id: "5"), session)
        }
        #expect(try system.create(draft, session).id == "5")
        #expect(desk.requests.last == "POST /repos/old/name/issues")
    }

    @Test(arguments: [
        "https://elsewhere.example/repositories/42/issues", "\(Self.address)/login",
        "\(Self.address).elsewhere.example/repositories/42/issues",
    ])
    func `nobody else is told the secret`(location: String) throws {
        let desk = Desk { _ in location }
        let error = #expect(throws: DeliveryFault.self) {
            try destination.makeSystem(folder: "").find(draft.key, session(desk))
        }
        #expect(error?.reason.hasPrefix("it answers from elsewhere (301: ") == true)
        #expect(desk.requests.count == 1)
    }
}
