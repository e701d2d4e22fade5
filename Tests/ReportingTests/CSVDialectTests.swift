import Model
import TestSupport
import Testing

@testable import Reporting

struct CSVDialectTests {
    /// What RFC 4180 reads in one line of one cell, byte by byte as programs do.
    private func cell(_ line: String) throws -> String {
        let quote = UInt8(ascii: "\"")
        var rest = Array(line.utf8)[...]
        try #require(rest.popFirst() == quote)
        var bytes: [UInt8] = []
        while let byte = rest.popFirst() {
            if byte == quote {
                guard rest.first == quote else { break }
                rest.removeFirst()
            }
            bytes.append(byte)
        }
        #expect(Array(rest) == Array("\r\n".utf8))
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: [
        "=cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "@SUM(1)", "+371 20000000", "-5", "\t=1",
        "＝1", "  =1", "\r=1", "\n@x", "\0=",
    ])
    func `a text that begins like a formula gets an apostrophe`(text: String) throws {
        #expect(try cell(CSVDialect().table([text], [])) == "'" + text)
        #expect(try cell(CSVDialect(isGuarded: false).table([text], [])) == text)
    }

    @Test(arguments: [
        "a=1", ";=1", "a\r\n=1", "\"=1\"", "Zażółć, „gęślą”", "it's", "",
        "a\"\u{301},=1,\"\u{301}", "\u{600}\"b",
    ])
    func `any other text stays as it is`(text: String) throws {
        #expect(try cell(CSVDialect().table([text], [])) == text)
    }

    @Test func `rows end with CR LF, texts are quoted and numbers are not`() {
        let table = CSVDialect(delimiter: ";", hasByteOrderMark: true).table(
            ["say", "n"], [[.text("a \"b\"; c"), .number("-0.5")], [.text("=x"), .count(3)]])
        #expect(
            table == "\u{feff}\"say\";\"n\"\r\n\"a \"\"b\"\"; c\";-0.5\r\n\"'=x\";3\r\n")
    }

    @Test func `with a decimal comma, numbers have one and texts stay as they are`() {
        let table = CSVDialect(delimiter: ";", hasDecimalComma: true).table(
            ["n"], [[.number("-0.5"), .share(1e-5), .count(3), .text("4.5"), .missing]])
        #expect(table == "\"n\"\r\n-0,5;1e-05;3;\"4.5\";\r\n")
    }

    @Test func `a table of mentions has a row for each, and as many cells as names`() {
        let digest = SampleReports.digest
        let rows = MentionTable.figures(of: digest.mentions.items, from: [:])
            .csv(in: CSVDialect(delimiter: "\t"))
            .split(separator: "\r\n")
        #expect(rows.count == digest.mentions.items.count + 1)
        let cells = rows.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
        #expect(Set(cells.map(\.count)) == [26])
        #expect(rows.dropFirst().allSatisfy { $0.hasPrefix("\"") })
    }

    @Test func `behind what a digest tells of a mention stands where it comes from`() throws {
        let digest = SampleReports.digest
        let mention = try #require(digest.mentions.items.first)
        let source = Source(
            id: "kurier", name: "Kurier", region: "Pomorze", channel: .news)
        let origin = MentionOrigin(source, author: "k4w", authorName: "Ewa")
        let table = DigestTable.mentions.figures(of: digest, from: [mention.sequence: origin])
        #expect(Array(table.columns.prefix(3)) == ["id", "brand", "form"])
        let columns = ["stars", "feed", "channel", "region", "author", "author_name", "nps"]
        #expect(Array(table.columns.dropLast().suffix(7)) == columns)
        #expect(
            Array(table.rows[0].dropLast().suffix(6))
                == [
                    .text(mention.feed.value), .text("news"), .text("Pomorze"), .text("k4w"),
                    .text("Ewa"), .missing,
                ])
        let unknown = MentionOrigin(nil, author: nil, authorName: nil)
        #expect(
            Array(
                MentionTable.figures(of: [mention], from: [mention.sequence: unknown]).rows[0]
                    .dropLast().suffix(5)) == [
                    .text("other"), .missing, .missing, .missing, .missing,
                ])
        let line = String(
            decoding: try ContractJSON.encode(MentionLine(mention, from: origin)), as: UTF8.self)
        for part in [
            #""author":"k4w","author_name":"Ewa""#, #""channel":"news""#, #""region":"Pomorze""#,
            #""id":"\#(mention.id)""#,
        ] {
            #expect(line.contains(part), "\(part)")
        }
    }

    @Test(arguments: [(4, "4"), (4.5, "4.5"), (1, "1"), (nil, "")] as [(Double?, String)])
    func `whole stars are whole numbers, and halves have a point`(stars: Double?, cell: String)
        throws
    {
        var mention = try #require(SampleReports.digest.mentions.items.first)
        mention.stars = stars
        mention.nps = 9
        let table = MentionTable.figures(of: [mention], from: [:])
        let place = try #require(table.columns.firstIndex(of: "stars"))
        #expect(table.rows[0][place] == (cell.isEmpty ? .missing : .number(cell)))
        #expect(table.columns.suffix(2) == ["nps", "ces"])
        #expect(table.rows[0].suffix(2) == [.count(9), .missing])
        let line = try ContractJSON.encode(
            MentionLine(
                mention, from: MentionOrigin(nil, author: nil, authorName: nil)))
        #expect(
            cell.isEmpty
                || String(decoding: line, as: UTF8.self).contains(#""stars":\#(cell),"#))
        #expect(try JSONSchema(ContractSchema.mention.bytes).problems(in: line) == [])
    }

    @Test func `a table of series adds up to the report's counts`() throws {
        let trends = SampleReports.trends
        let rows = SeriesTable.figures(of: trends).csv(in: CSVDialect()).split(separator: "\r\n")
        #expect(rows.first == "\"day\",\"of\",\"id\",\"name\",\"mentions\",\"stories\"")
        for brand in trends.brands {
            let counts = rows.filter { $0.contains(",\"brand\",\"\(brand.id)\",") }
                .compactMap { $0.split(separator: ",").dropLast().last.flatMap { Int($0) } }
            #expect(counts.count == trends.period.days.count)
            #expect(counts.reduce(0, +) == brand.counts.mentions)
        }
    }
}
