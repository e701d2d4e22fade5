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

    private func review(_ author: String, _ date: String, _ text: String = "Polecam!") -> String {
        "<li><a href='/kawka-3'>Kawka 3</a> <b>\(author)</b> <i>\(date)</i><p>\(text)</p></li>"
    }

    /// As pages tell it on the next day, and in earlier versions, which knew these by the date alone.
    @Test(arguments: ["wczoraj, 14:20", "20 listopada, 14:20"])
    func `a day that is told from today keeps the id once it is written out`(day: String) throws {
        func ids(_ day: String) throws -> [Entry.ID] {
            try entries(
                review("Ola", day) + review("Ewa", day, "Przecieka."), now: "2026-11-21T10:00:00Z"
            ).map(\.id)
        }
        let written = try ids("20.11.2026, 14:20")
        #expect(Set(written).count == 2)
        #expect(try ids(day) == written)
    }

    @Test func `what others said on other days below one link keeps the id`() throws {
        func ids(_ reviews: String...) throws -> [Entry.ID] {
            try entries(
                reviews.joined() + review("Ewa", "17.11.2026", "Przecieka."),
                now: "2026-11-30T08:00:00Z"
            ).map(\.id)
        }
        let (jan, ola) = (review("Jan", "20.11.2026"), review("Ola", "18.11.2026"))
        let alone = try ids(jan) + ids(ola)
        #expect(Set(alone).count == 3)
        #expect(try ids(jan, ola) == [alone[0], alone[2], alone[1]])
    }

    @Test func `what several people say below one link has the same ids whenever it is read`()
        throws
    {
        let reviews =
            review("Ola", "3 dni temu") + review("Jan", "3 dni temu")
            + review("Ewa", "4 dni temu", "Przecieka.")
        let entries = try entries(reviews, now: "2026-11-30T08:00:00Z")
        #expect(entries.map(\.text) == ["Polecam!", "Polecam!", "Przecieka."])
        #expect(entries.map { $0.authors.first?.name } == ["Ola", "Jan", "Ewa"])
        #expect(Set(entries.map(\.id)).count == 3)
        let later = try self.entries(reviews, now: "2026-11-30T20:15:00Z")
        #expect(later.map(\.id) == entries.map(\.id))
        #expect(later.map(\.published) != entries.map(\.published))
    }
}
