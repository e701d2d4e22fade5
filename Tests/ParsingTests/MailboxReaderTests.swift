import Parsing
import Testing

struct MailboxReaderTests {
    private static let mark = "From ola@poczta.example Sat Nov 21 18:00:00 2026\n"

    private static func mails(
        _ text: String, inPiecesOf length: Int = 1_000, longest: Int = 1 << 20
    ) -> [MailboxReader.Mail] {
        var reader = MailboxReader(maximumLength: longest)
        let bytes = Array(text.utf8)
        var mails: [MailboxReader.Mail] = []
        for start in stride(from: 0, to: bytes.count, by: length) {
            mails += reader.mails(
                completedBy: Array(bytes[start..<min(start + length, bytes.count)]))
        }
        return mails + reader.finish()
    }

    private static func texts(_ mails: [MailboxReader.Mail]) -> [String] {
        mails.map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    @Test(arguments: [1, 2, 7, 1_000], ["\n", "\r\n"])
    func `mails are parted by the postman's lines, however they arrive`(length: Int, end: String) {
        let text = (Self.mark + "A: b\n\nOne\n\n" + Self.mark + "C: d\n\nTwo")
            .replacing("\n", with: end)
        let mails = Self.mails(text, inPiecesOf: length)
        #expect(
            Self.texts(mails)
                == ["A: b\n\nOne\n\n", "C: d\n\nTwo"]
                .map { $0.replacing("\n", with: end) })
        #expect(mails.map(\.number) == [1, 2])
        #expect(mails[0].offset == 0)
        #expect(text.utf8.dropFirst(mails[1].offset).starts(with: "From ".utf8))
    }

    @Test func `lines that began as the postman's are as they were written`() {
        let mails = Self.mails(
            Self.mark + "A: b\n\n>From me\n>>From you\n> From us\n>Fromage\nFrom here\n")
        #expect(
            Self.texts(mails) == ["A: b\n\nFrom me\n>From you\n> From us\n>Fromage\nFrom here\n"])
    }

    @Test(arguments: [
        "From what I see it is 18:00.\n", "From Monday on, 18:00 in 2026 it is closed.\n",
        "From 2026 on\n", "From: ola@poczta.example\n",
        ">From ola@poczta.example Sat Nov 21 18:00:00 2026\n",
    ])
    func `a line without a month, a time and a year parts nothing`(line: String) {
        #expect(Self.mails(Self.mark + "A: b\n\nOne\n\n" + line).count == 1)
    }

    @Test(arguments: [
        ("From MAILER-DAEMON\n", 3), ("From MAILER-DAEMON I heard nothing.\n", 2),
    ])
    func `a bounce without a date leaves the mail above it alone`(line: String, count: Int) {
        let box =
            Self.mark + "A: b\n\nOne\n\n" + line + "C: d\n\nTwo\n\n" + Self.mark + "E: f\n\nThree\n"
        #expect(Self.mails(box).count == count)
        #expect(Self.texts(Self.mails(box))[0].contains("Two") == (count == 2))
    }

    @Test func `a postman's line in the middle of a text parts nothing`() {
        #expect(Self.mails(Self.mark + "A: b\n\nOne\n" + Self.mark + "Two\n").count == 1)
    }

    @Test func `a mail that is too long is cut, and the next is whole`() {
        let long = String(repeating: "x", count: 300)
        for text in [long, String(repeating: "xxxxxxxxx\n", count: 30)] {
            let mails = Self.mails(
                Self.mark + text + "\n\n" + Self.mark + "Two", inPiecesOf: 11, longest: 100)
            #expect(mails.map(\.bytes.count) == [100, 3])
            #expect(mails.map(\.isCut) == [true, false])
            #expect(mails[1].offset == Self.mark.utf8.count + text.utf8.count + 2)
        }
    }

    @Test func `it is known by its first line`() {
        #expect(MailboxReader.isMailbox((Self.mark + "A: b\n").utf8))
        #expect(MailboxReader.isMailbox(("\n" + Self.mark).utf8))
        #expect(!MailboxReader.isMailbox("From,To\na,b\n".utf8))
        #expect(!MailboxReader.isMailbox("".utf8))
        #expect(Self.mails("").isEmpty)
    }
}
