import Model
import Parsing
import Testing

/// Podcasts say in the document itself where they have moved to.
struct MovedFeedTests {
    private static let namespace = "http://www.itunes.com/dtds/podcast-1.0.dtd"

    private func problems(of address: String, at url: String?) throws -> [String] {
        let document = """
            <rss version="2.0" xmlns:itunes="\(Self.namespace)"><channel><title>F</title>
            <itunes:new-feed-url>\(address)</itunes:new-feed-url></channel></rss>
            """
        return try DocumentParser().parse(Array(document.utf8), url: url).problems.map(\.message)
    }

    @Test func `a feed that has moved says where to`() throws {
        #expect(
            try problems(of: " https://new.example/feed ", at: "https://old.example/feed") == [
                "the feed says that it has moved to https://new.example/feed; write that address in the "
                    + "feeds file"
            ])
    }

    @Test(
        arguments: [
            ("https://new.example/feed", "https://new.example/feed"),
            ("http://new.example/feed/", "https://new.example/feed"),
            ("", "https://old.example/feed"),
            ("soon", nil),
        ] as [(String, String?)])
    func `what is there already, or at no address that is known, is no news`(
        address: String, url: String?
    ) throws {
        #expect(try problems(of: address, at: url) == [])
    }
}
