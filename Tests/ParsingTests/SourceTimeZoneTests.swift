import Foundation
import Model
import Parsing
import Testing

/// Dates without a zone, where the source is known to go by the clocks of a place.
struct SourceTimeZoneTests {
    private func dates(_ json: String, _ zone: String?, parser: DocumentParser = DocumentParser())
        throws -> [String?]
    {
        let document = try parser.parse(
            Array(json.utf8), timeZone: zone.flatMap(TimeZone.init(identifier:)))
        #expect(document.problems.isEmpty)
        return document.entries.map { $0.published.map(ContractJSON.timestamp) }
    }

    @Test(arguments: [
        ("Thu, 19 Nov 2026 08:30:00", "2026-11-19T07:30:00Z", "2026-11-19T08:30:00Z"),
        ("2026-07-01 12:00", "2026-07-01T10:00:00Z", "2026-07-01T12:00:00Z"),
        ("19 listopada 2026", "2026-11-18T23:00:00Z", "2026-11-19T00:00:00Z"),
        // What names a zone is of that one.
        ("Thu, 19 Nov 2026 08:30:00 +0200", "2026-11-19T06:30:00Z", "2026-11-19T06:30:00Z"),
        ("2026-11-19T08:30:00Z", "2026-11-19T08:30:00Z", "2026-11-19T08:30:00Z"),
        ("1795077000", "2026-11-19T08:30:00Z", "2026-11-19T08:30:00Z"),
    ])
    func `a date without a zone is of the source's clocks, and else of UTC`(
        date: String, inWarsaw: String, inUTC: String
    ) throws {
        let feed = """
            <rss version="2.0"><channel><title>A</title><item><guid>1</guid><title>Kawa</title>
            <pubDate>\(date)</pubDate></item></channel></rss>
            """
        #expect(try dates(feed, "Europe/Warsaw") == [inWarsaw])
        // The zone of the rules is that of pages alone.
        let riga = try #require(TimeZone(identifier: "Europe/Riga"))
        #expect(try dates(feed, nil, parser: DocumentParser(timeZone: riga)) == [inUTC])
    }

    /// Its other field is in UTC by its name.
    @Test(arguments: [
        ("date_gmt", "2026-11-19T08:30:00", "2026-11-19T08:30:00Z"),
        ("date_gmt", "1795077000", "2026-11-19T08:30:00Z"),
        ("date", "2026-11-19T08:30:00", "2026-11-19T07:30:00Z"),
    ])
    func `of a post of WordPress the time of the site is local alone`(
        field: String, stated: String, moment: String
    ) throws {
        let post = """
            [{"id": 1, "\(field)": "\(stated)", "content": {"rendered": "Kawa"}}]
            """
        #expect(try dates(post, "Europe/Warsaw") == [moment])
    }
}
