import Foundation
import Model
import Parsing
import Testing

/// A document with more entries than are to be read keeps those that a next reading may have as news.
struct MaximumEntriesTests {
    /// Of five days in November.
    @Test(arguments: [
        ("oldest first", [1, 2, 3, 4, 5], [4, 5]),
        ("newest first", [5, 4, 3, 2, 1], [5, 4]),
        ("in no order", [3, 5, 1, 4, 2], [5, 4]),
        ("oldest first, of which some share a date", [1, 1, 1, 3, 3, 3], [3, 3]),
    ])
    func `the newest are kept, in the order of the document`(
        order: String, days: [Int], kept: [Int]
    ) throws {
        for document in [try atom(days), try json(days)] {
            #expect(
                document.entries.compactMap(\.published)
                    == kept.map { day(of: $0) }, "\(order), \(document.feed.format)")
            #expect(document.feed.hints.isCut)
            #expect(
                document.problems.map(\.message)
                    == ["\(days.count) entries, the limit is 2; the newest are kept"])
        }
    }

    /// The limit is two, and four are held while a document is read.
    @Test func `a long document keeps the newest of all of it`() throws {
        let days = Array(1...28)
        #expect(try atom(days).entries.compactMap(\.published) == [27, 28].map { day(of: $0) })
        #expect(
            try atom(days.reversed()).entries.compactMap(\.published)
                == [28, 27].map { day(of: $0) })
    }

    @Test func `an entry that was changed counts by that`() throws {
        let document = try parsed(
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Blog</title>
            <entry><id>urn:a</id><title>a</title><published>2026-11-01T08:00:00Z</published>
            <updated>2026-11-09T08:00:00Z</updated></entry>
            <entry><id>urn:b</id><title>b</title><published>2026-11-02T08:00:00Z</published></entry>
            <entry><id>urn:c</id><title>c</title><published>2026-11-03T08:00:00Z</published></entry>
            </feed>
            """)
        #expect(document.entries.map(\.id.value) == ["urn:a", "urn:c"])
    }

    @Test func `a page keeps its first and its last posts`() throws {
        let posts = (1...5).map { "<li class='post'><a href='/\($0)'>Post \($0)</a> Text.</li>" }
        let page = "<html><body><ul>\(posts.joined(separator: "\n"))</ul></body></html>"
        let document = try DocumentParser().parse(
            Array(page.utf8), url: "https://forum.example/t", kind: .page,
            selectors: PageSelectors(item: "li.post", link: "a"), maximumEntries: 3)
        #expect(
            document.entries.compactMap(\.link)
                == [1, 2, 5].map { "https://forum.example/\($0)" })
        #expect(
            document.problems.map(\.message)
                == ["5 entries, the limit is 3; the first and the last are kept"])
    }

    @Test func `as many as the limit are all of them`() throws {
        let document = try atom([1, 2])
        #expect(document.entries.count == 2)
        #expect(!document.feed.hints.isCut)
        #expect(document.problems.isEmpty)
    }

    // MARK: - Private

    private func day(of number: Int) -> Date {
        Date(timeIntervalSince1970: 1_793_404_800 + Double(number) * 86_400)
    }

    private func stamp(_ day: Int) -> String {
        "2026-11-\(day < 10 ? "0" : "")\(day)T00:00:00Z"
    }

    private func atom(_ days: [Int]) throws -> ParsedDocument {
        let entries = days.enumerated().map { number, day in
            "<entry><id>urn:\(number)</id><title>\(number)</title>"
                + "<published>\(stamp(day))</published></entry>"
        }
        return try parsed(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Blog</title>"
                + entries.joined(separator: "\n") + "</feed>")
    }

    private func json(_ days: [Int]) throws -> ParsedDocument {
        let items = days.enumerated().map { number, day in
            "{\"id\": \"urn:\(number)\", \"title\": \"\(number)\", "
                + "\"date_published\": \"\(stamp(day))\"}"
        }
        return try parsed(
            "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"Blog\", "
                + "\"items\": [\(items.joined(separator: ", "))]}")
    }

    private func parsed(_ text: String) throws -> ParsedDocument {
        try DocumentParser().parse(Array(text.utf8), maximumEntries: 2)
    }
}
