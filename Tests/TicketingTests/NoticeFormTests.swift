import Foundation
import Model
import TestSupport
import Testing

@testable import Ticketing

struct NoticeFormTests {
    private func notice(_ text: String, link: String? = nil, count: Int = 1) -> Notice {
        Notice(
            language: .polish, subject: text, sentences: [text],
            sections: [
                .init(
                    title: "Alarmy",
                    items: Array(
                        repeating: .init(text: text, detail: text, link: link), count: count))
            ], table: .init(head: ["Marka"], rows: [[text]]), closing: "Earshot")
    }

    @Test(arguments: ["<script>x</script>", "<!--><img src=x onerror=y>", "\"><b>", "<!channel>"])
    func `what a post says is text in every form`(text: String) {
        let html = NoticeText.html(notice(text))
        #expect(!html.contains(text))
        #expect(html.contains(text.escapedAsHTML))
        let blocks = SlackMessage.body(of: notice("<" + text))["blocks"]?.items ?? []
        // The header is plain text to Slack.
        let marked = blocks.compactMap { $0["text"] }.filter { $0["type"]?.text == "mrkdwn" }
        #expect(marked.count == 4)
        #expect(marked.allSatisfy { $0["text"]?.text?.contains("<") == false })
    }

    @Test(arguments: [
        "\u{600}<!channel|x\u{600}>", "<\u{301}https://a.example|b>", "@here", "#general",
    ])
    func `no sign joined by another calls a Slack room`(text: String) {
        let blocks = SlackMessage.body(of: notice(text))["blocks"]?.items ?? []
        let marked = blocks.compactMap { $0["text"] }.filter { $0["type"]?.text == "mrkdwn" }
        #expect(marked.count == 4)
        for block in marked {
            let scalars = Array(block["text"]?.text?.unicodeScalars ?? "".unicodeScalars)
            #expect(block["verbatim"]?.flag == true)
            #expect(!scalars.contains("<"))
            for (sign, next) in zip(scalars, scalars.dropFirst())
            where "@#".unicodeScalars.contains(sign) {
                #expect(next == "\u{200B}")
            }
        }
    }

    /// Texts of a message, wherever they stand in it.
    private func texts(_ json: JSON) -> [String] {
        switch json {
        case .array(let items): items.flatMap(texts)
        case .object(let members):
            members.flatMap { key, value in
                if key == "text", let text = value.text { [text] } else { texts(value) }
            }
        case .string, .null, .bool, .number: []
        }
    }

    /// Slack and Teams refuse a message with an empty text as a whole.
    @Test func `alerts, which have no sentences, have no empty text`() {
        let alerts = Notice(
            language: .polish, subject: "Alarm", sentences: [],
            sections: [.init(title: "Alarmy", items: [.init(text: "a", detail: "", link: nil)])],
            table: nil, closing: "Earshot")
        for body in [SlackMessage.body(of: alerts), TeamsMessage.body(of: alerts)] {
            #expect(texts(body).count >= 4)
            #expect(texts(body).allSatisfy { !$0.isEmpty })
        }
    }

    @Test func `a link that is none of the web is not followed`() {
        #expect(!NoticeText.html(notice("x", link: "javascript:alert(1)")).contains("href"))
        #expect(
            NoticeText.html(notice("x", link: "https://a.example/?b&c")).contains(
                "href=\"https://a.example/?b&amp;c\""))
    }

    @Test func `Slack gets at most 50 blocks, Teams at most 28 KB`() throws {
        let long = notice(String(repeating: "Zażółć ", count: 200), count: 200)
        #expect(SlackMessage.body(of: long)["blocks"]?.items.count == 50)
        #expect(TeamsMessage.body(of: long).bytes.count < 28_000)
    }

    /// Slack: a header, a sentence, a title, 45 items and the table, of a row.
    @Test func `a message that has no room for all says how many items and rows are missing`()
        throws
    {
        let (short, long) = (notice("Zażółć", count: 45), notice("Zażółć", count: 400))
        func closing(_ body: JSON) throws -> String {
            try #require(texts(body).first { $0.contains("Earshot") })
        }
        #expect(try closing(SlackMessage.body(of: short)) == "Earshot")
        #expect(
            try closing(SlackMessage.body(of: notice("Zażółć", count: 46))) == "… +1 · Earshot")
        #expect(try closing(SlackMessage.body(of: long)) == "… +355 · Earshot")
        let teams = TeamsMessage.body(of: long)
        let told = texts(teams).count { $0.hasPrefix("Zażółć\n\n") }
        #expect(told > 0 && told < 400)
        #expect(try closing(teams) == "… +\(401 - told) · Earshot")
        #expect(try closing(TeamsMessage.body(of: short)) == "Earshot")
    }

    /// A text of Slack has 3,000 signs at most.
    @Test
    func `a table that is too long for Slack ends with a whole row, and how many are missing`()
        throws
    {
        let rows = (1...60).map { ["#\($0)", String(repeating: "Zażółć ", count: 20)] }
        let notice = Notice(
            language: .polish, subject: "Dzień", sentences: [], sections: [],
            table: .init(head: ["Marka", "Opis"], rows: rows), closing: "Earshot")
        let text = try #require(
            texts(SlackMessage.body(of: notice)).first { $0.hasPrefix("Marka | Opis\n") })
        let lines = text.split(separator: "\n")
        #expect(text.utf16.count <= 3_000)
        #expect(lines.count > 10)
        #expect(lines.last == "… +\(62 - lines.count)")
        #expect(lines.dropLast().last?.hasSuffix("Zażółć ") == true)
    }

    /// Slack refuses a message with a longer text as a whole, and shows half a sign as its letters.
    @Test(arguments: ["&", "<", "a<b ", "*_~", "Zażółć & ", "👩‍👩‍👧 & "])
    func `a text is cut for Slack between its signs, and no longer than it takes`(sign: String) {
        let text = String(repeating: sign, count: 4_000)
        let address = "https://a.example/?" + String(repeating: "a&", count: 40)
        for link in [address, address + String(repeating: "a&", count: 400), nil] {
            let blocks = SlackMessage.body(of: notice(text, link: link))["blocks"]?.items ?? []
            // The header is plain text to Slack.
            let marked = blocks.dropFirst().flatMap(texts)
            #expect(marked.count == 5)
            #expect(marked.contains { $0.hasPrefix("<") } == (link == address))
            for text in marked {
                #expect(text.utf16.count <= 3_000)
                let bare = text.replacing("&amp;", with: "").replacing("&lt;", with: "")
                    .replacing("&gt;", with: "")
                #expect(!bare.contains("&"))
                #expect(!text.hasPrefix("<") || text.contains(">\n"))
            }
        }
        let whole = "A&B <C> and more"
        #expect(
            texts(SlackMessage.body(of: notice(whole))).contains("A&amp;B &lt;C&gt; and more"))
    }

    private static func failed(_ reason: String) -> String {
        "Webhook message delivery failed with error: \(reason)"
    }

    private static let tooMany = failed(
        "Microsoft Teams endpoint returned HTTP error 429 with ContextId tcid=0.")
    private static let tooLong = failed(
        "Microsoft Teams endpoint returned HTTP error 413 with ContextId tcid=0.")
    private static let broken = failed("System.Net.Http.HttpRequestException: Error")

    @Test(
        arguments: [
            ("1", nil), ("", nil), (tooMany, .wait(nil, "429: " + tooMany)),
            (tooLong, .refused("413: " + tooLong)), (broken, .unclear(broken)),
        ] as [(String, DeliveryFault?)])
    func `what Teams does not take is not sent, though its connector says that all is well`(
        text: String, expected: DeliveryFault?
    ) throws {
        let channel = NoticeChannel(
            id: "room", kind: .teams, address: .plain("https://room.example"), whenUnsure: .hold,
            place: .sample)
        let session = TicketSession(
            destination: TicketDestination(
                id: "room", system: .webhook, address: "https://room.example", place: .sample),
            secret: "", clock: TestClock().clock
        ) { _, _ throws(WebFault) in WebAnswer(status: 200, body: Array(text.utf8)) }
        var fault: DeliveryFault?
        do throws(DeliveryFault) {
            _ = try channel.makeSystem().create(
                TicketDraft(notice("Zażółć"), key: "earshot-0123"), session)
        } catch {
            fault = error
        }
        #expect(fault == expected)
    }

    @Test(arguments: [(NoticeChannel.Kind.slack, 0), (.teams, 0), (.webhook, 1)])
    func `a message is signed for a webhook, and for no chat room`(
        kind: NoticeChannel.Kind, count: Int
    ) throws {
        let channel = NoticeChannel(
            id: "room", kind: kind, address: .plain("https://room.example"), whenUnsure: .hold,
            place: .sample)
        var lines: [String] = []
        let session = TicketSession(
            destination: TicketDestination(
                id: "room", system: .webhook, address: "https://room.example", place: .sample),
            secret: "s3", clock: TestClock().clock
        ) { _, authorization throws(WebFault) in
            lines += authorization
            return WebAnswer(status: 200, body: Array("1".utf8))
        }
        _ = try channel.makeSystem().create(
            TicketDraft(notice("Zażółć"), key: "earshot-0123"), session)
        #expect(lines.count == count)
        #expect(lines.allSatisfy { $0.hasPrefix("X-Earshot-Signature: sha256=") })
    }

    @Test func `HTML for mail needs no style sheet and loads nothing`() {
        let html = NoticeText.html(notice("Zażółć"))
        #expect(!html.contains("<style"))
        #expect(!html.contains("src="))
        #expect(!html.contains("<link"))
    }
}
