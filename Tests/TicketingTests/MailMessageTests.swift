import Foundation
import Model
import Testing

@testable import Ticketing

struct MailMessageTests {
    private func message(subject: String = "Hello", plain: String = "Text") throws -> MailMessage {
        MailMessage(
            id: "key@our.example", from: try #require(MailAddress("Earshot <us@our.example>")),
            to: [try #require(MailAddress("desk@our.example"))], subject: subject, date: .start,
            plain: plain)
    }

    private func text(_ message: MailMessage) -> String {
        String(decoding: message.bytes, as: UTF8.self)
    }

    @Test func `a message is plain ASCII, headed as RFC 5322 asks`() throws {
        #expect(
            text(try message(plain: "Zażółć.\n.dot "))
                == """
                Date: Sun, 22 Nov 2026 12:00:00 +0000
                From: Earshot <us@our.example>
                To: desk@our.example
                Subject: Hello
                Message-ID: <key@our.example>
                Auto-Submitted: auto-generated
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                Za=C5=BC=C3=B3=C5=82=C4=87.
                .dot=20

                """.replacing("\n", with: "\r\n"))
    }

    @Test func `a later message refers to those it goes on from`() throws {
        var message = try message()
        message.references = ["first@our.example"]
        #expect(text(message).contains("\r\nIn-Reply-To: <first@our.example>\r\n"))
        #expect(text(message).contains("\r\nReferences: <first@our.example>\r\n"))
    }

    @Test func `letters that mail cannot carry stand in encoded words, on lines of 76 at most`()
        throws
    {
        let subject = String(repeating: "Zażółć gęślą jaźń 😡 ", count: 6)
        let text = text(try message(subject: subject))
        let head = try #require(text.firstRange(of: "Subject: "))
        let end = try #require(text.firstRange(of: "\r\nMessage-ID"))
        let words = text[head.upperBound..<end.lowerBound].split(separator: "\r\n ")
        #expect(text.split(separator: "\r\n").allSatisfy { $0.count <= 76 })
        #expect(words.allSatisfy { $0.count <= 75 && $0.hasPrefix("=?UTF-8?B?") })
        let decoded = words.map { word in
            Data(base64Encoded: String(word.dropFirst(10).dropLast(2)))
                .map { String(decoding: $0, as: UTF8.self) } ?? "?"
        }
        #expect(decoded.joined() == subject)
    }

    @Test func `a text that looks encoded, or would begin another line, is encoded`() throws {
        #expect(text(try message(subject: "=?UTF-8?Q?x?=")).contains("Subject: =?UTF-8?B?"))
        let broken = text(try message(subject: "a\r\nBcc: everybody@our.example"))
        #expect(!broken.contains("\nBcc:"))
    }

    @Test(arguments: [
        (String(repeating: "a", count: 76), [76]),
        (String(repeating: "a", count: 77), [76, 2]),
        (String(repeating: "ż", count: 13), [76, 3]),
    ])
    func `no line of a body is longer than 76 characters`(line: String, lengths: [Int]) {
        let lines = QuotedPrintable.encode(line).split(separator: "\r\n")
        #expect(lines.map(\.count) == lengths)
    }

    @Test func `a message for programs that show HTML has the plain text in front`() throws {
        var message = try message()
        message.html = "<p>Zażółć</p>"
        let text = text(message)
        let boundary = "--=_earshot_key\r\n"
        #expect(text.ranges(of: boundary).count == 2)
        #expect(text.hasSuffix("--=_earshot_key--\r\n"))
        let plain = try #require(text.firstRange(of: "text/plain"))
        let html = try #require(text.firstRange(of: "text/html"))
        #expect(plain.lowerBound < html.lowerBound)
    }

    @Test(arguments: [
        "us@our.example", "Us <us@our.example>", "\"Us, all\" <us@our.example>",
        "Zespół <a.b+c@our.example>",
    ])
    func `an address may have a name`(text: String) throws {
        #expect(MailAddress(text)?.domain == "our.example")
    }

    @Test(arguments: [
        "us", "us@", "@our.example", "us@our..example", "a b@our.example", "us@our.example>",
        "<us@our.example> x", "us@our.example\r\nBcc: x", "a\r\nBcc: x <us@our.example>", "ł@a.pl",
    ])
    func `what could be no address, or more than one, is none`(text: String) {
        #expect(MailAddress(text) == nil)
    }
}
