import Foundation
import Testing

@testable import Ticketing

struct RedirectTests {
    /// Of the address only what is no secret: a path may be one.
    @Test(
        arguments: [
            (
                "https://desk.example/redmine/issues.json?key=abc",
                "it answers from elsewhere (301: Moved, https://desk.example); write that address"
            ),
            (
                "http://127.0.0.1:8080/",
                "it answers from elsewhere (301: Moved, http://127.0.0.1:8080); write that address"
            ),
            ("/login", "it answers from elsewhere (301: Moved); write that address"),
            (nil, "it answers from elsewhere (301: Moved); write that address"),
        ] as [(String?, String)])
    func `who answers from elsewhere says from where`(location: String?, reason: String) {
        let headers = location.map { ["location": $0] } ?? [:]
        let answer = WebAnswer(status: 301, headers: headers, body: Array("Moved".utf8))
        #expect(answer.fault(now: .start) == .shut(reason))
    }
}
