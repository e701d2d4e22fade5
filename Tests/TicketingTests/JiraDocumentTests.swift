import Model
import Testing

@testable import Ticketing

struct JiraDocumentTests {
    /// The pieces of each line, those that are links in angle brackets.
    private func lines(_ text: String, linking links: [String]) -> [String] {
        JiraDocument.document(text, linking: links)["content"]?.items.map { paragraph in
            paragraph["content"]?.items.map { piece in
                let text = piece["text"]?.text ?? ""
                let mark = piece["marks"]?.items.first
                guard let mark else { return text }
                #expect(mark["type"]?.text == "link")
                return "<\(mark["attrs"]?["href"]?.text ?? "")>"
            }.joined() ?? ""
        } ?? []
    }

    @Test(arguments: [
        ("Link: https://a.example/1", ["Link: <https://a.example/1>"]),
        ("https://a.example/12\n\nend", ["https://a.example/12", "end"]),
        (
            "Same: https://a.example/1, https://a.example/1?b=2 (https://a.example/1)",
            ["Same: <https://a.example/1>, <https://a.example/1?b=2> (<https://a.example/1>)"]
        ),
        ("see https://evil.example", ["see https://evil.example"]),
    ])
    func `addresses of ours are links, whole, and those of a post are words`(
        text: String, expected: [String]
    ) {
        let links = ["https://a.example/1", "https://a.example/1?b=2", "javascript:x"]
        #expect(lines(text, linking: links) == expected)
    }

    @Test func `an address that is none of the web is no link`() {
        #expect(lines("javascript:x", linking: ["javascript:x"]) == ["javascript:x"])
    }

    @Test func `its words are read back line by line`() {
        let document = JiraDocument.document(
            "a https://a.example\nearshot:12", linking: ["https://a.example"])
        #expect(JiraDocument.plain(document).split(separator: "\n").last == "earshot:12")
    }

    @Test func `a ticket links its post, what is told of the same, and the ticket before`() {
        let draft = TicketDraft(
            key: "earshot-1", subject: "S", body: "B", severity: .high, priority: nil, tags: [],
            fields: [],
            facts: [
                .url: "https://a.example/1", .related: "https://b.example/2, #3",
                .previous: "https://desk.example/4",
            ])
        #expect(
            draft.links == [
                "https://a.example/1", "https://desk.example/4", "https://b.example/2", "#3",
            ])
    }
}
