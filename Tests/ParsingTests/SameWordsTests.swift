import Foundation
import Model
import Parsing
import Testing

/// Entries with neither id nor link that say the same: one that is shown twice, or several people's.
struct SameWordsTests {
    private typealias Review = (author: String?, date: String)

    private func ids(_ reviews: [Review]) throws -> [String] {
        let items = reviews.map { review in
            let author = review.author.map { "<b itemprop='author'>\($0)</b>" } ?? ""
            return """
                <li itemprop="review" itemscope itemtype="https://schema.org/Review">\(author)
                <meta itemprop="datePublished" content="\(review.date)">
                <p itemprop="reviewBody">Polecam!</p></li>
                """
        }
        return try DocumentParser().parse(
            Array("<!DOCTYPE html><html><body><ol>\(items.joined())</ol></body></html>".utf8),
            url: "https://sklep.example/kawka-3", kind: .page
        ).entries.map(\.id.value)
    }

    /// SHA-256 of the title, the date and the text, each behind its length: what it was before writers were
    /// told apart, so that nothing that is stored is told again.
    private static let alone = "87ecd40f44bd30298d98c8b721bbcef6f5271e6c21ddf10ac90de237d659d386"

    @Test func `several people's same words of one day are as many entries`() throws {
        let day = "2026-11-20"
        #expect(try ids([("Ola", day)]) == [Self.alone])
        #expect(
            try ids([("Jan", day), ("Ewa", day), ("Ola", day)]) == [
                "\(Self.alone)#3", "\(Self.alone)#2", Self.alone,
            ])
    }

    @Test func `the first to say something keeps its id where the latest stands last, too`() throws
    {
        let other = "2026-11-19"
        let ids = try ids([("Ewa", other), ("Ola", "2026-11-20"), ("Jan", "2026-11-20")])
        #expect(ids.dropFirst() == [Self.alone, "\(Self.alone)#2"])
    }

    @Test(arguments: [["Ola", "Ola"], ["Ola", nil], [nil, nil]] as [[String?]])
    func `what nobody else says is shown twice`(authors: [String?]) throws {
        #expect(try ids(authors.map { ($0, "2026-11-20") }) == [Self.alone])
    }

    /// Each leads to the goods, and none to itself.
    private func entries(_ reviews: String, now: String) throws -> [Entry] {
        try DocumentParser().parse(
            Array("<!DOCTYPE html><html><body>\(reviews)</body></html>".utf8),
            url: "https://sklep.example/opinie", kind: .page,
            selectors: PageSelectors(
                item: "li", title: nil, author: "b", date: "i", text: "p", link: "a"),
            now: FeedDate.date(now)
        ).entries
    }

    @Test(arguments: [
        "<i>N dni temu</i> <i>20.11.2026</i>", "<i>dodano N dni temu (20.11.2026)</i>",
        "<i>20.11.2026, N dni temu</i>",
    ])
    func `a date beside words that pass keeps the id`(dates: String) throws {
        func entry(days: Int) throws -> Entry? {
            let dates = dates.replacing("N", with: "\(days)")
            return try entries(
                "<li><b>Ola</b> \(dates)<p>Polecam!</p></li>", now: "2026-11-\(20 + days)T10:00:00Z"
            ).first
        }
        let first = try #require(try entry(days: 3))
        #expect(first.published == FeedDate.date("2026-11-20"))
        #expect(try entry(days: 4)?.id == first.id)
    }

    private static let ofOneLink = """
        <li><a href="/kawka-3">Kawka 3</a> <b>Ola</b> <i>3 dni temu</i><p>Polecam!</p></li>
        <li><a href="/kawka-3">Kawka 3</a> <b>Jan</b> <i>3 dni temu</i><p>Polecam!</p></li>
        <li><a href="/kawka-3">Kawka 3</a> <b>Ewa</b> <i>4 dni temu</i><p>Przecieka.</p></li>
        """

    @Test func `what several people say below one link has the same ids whenever it is read`()
        throws
    {
        let entries = try entries(Self.ofOneLink, now: "2026-11-30T08:00:00Z")
        #expect(entries.map(\.text) == ["Polecam!", "Polecam!", "Przecieka."])
        #expect(entries.map { $0.authors.first?.name } == ["Ola", "Jan", "Ewa"])
        #expect(Set(entries.map(\.id)).count == 3)
        let later = try self.entries(Self.ofOneLink, now: "2026-11-30T20:15:00Z")
        #expect(later.map(\.id) == entries.map(\.id))
        #expect(later.map(\.published) != entries.map(\.published))
    }
}
