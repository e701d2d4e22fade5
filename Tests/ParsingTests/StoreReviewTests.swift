import Model
import Parsing
import Testing

struct StoreReviewTests {
    private func entry(rating: String, content: String) throws -> Entry {
        let document = """
            <feed xmlns:im="http://itunes.apple.com/rss" xmlns="http://www.w3.org/2005/Atom">
            <title>Customer Reviews</title><entry><updated>2026-11-21T03:15:00-07:00</updated>
            <id>10001</id><title>Wolno</title>\(content)
            <im:rating>\(rating)</im:rating><author><name>ola82</name></author></entry></feed>
            """
        return try #require(DocumentParser().parse(Array(document.utf8)).entries.first)
    }

    @Test func `the stars of a review in Apple's store stand before its words`() throws {
        let content = "<content type=\"text\">Loguję się pięć minut.</content>"
        #expect(try entry(rating: "2", content: content).text == "★★☆☆☆\nLoguję się pięć minut.")
        #expect(try entry(rating: "none", content: content).text == "Loguję się pięć minut.")
    }

    @Test func `a review of nothing but stars and a title has them for its text`() throws {
        #expect(try entry(rating: "5", content: "").text == "★★★★★")
    }
}
