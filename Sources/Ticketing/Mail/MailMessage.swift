package import Foundation
package import Model

/// An e-mail, before it becomes bytes.
package struct MailMessage: Sendable {
    /// The Message-ID without its angle brackets (RFC 5322 §3.6.4); the same for a repeated message.
    package let id: String
    package let from: MailAddress
    package let to: [MailAddress]
    package let subject: String
    package let date: Date
    /// Ids of the messages it goes on from, the oldest in front.
    package var references: [String] = []
    /// Further lines of the head; names of RFC 5322 §2.2, values of one line.
    package var fields: [(name: String, value: String)] = []
    package let plain: String
    /// The same for programs that show it; `nil` for none.
    package var html: String?

    package init(
        id: String, from: MailAddress, to: [MailAddress], subject: String, date: Date, plain: String
    ) {
        self.id = id
        self.from = from
        self.to = to
        self.subject = subject
        self.date = date
        self.plain = plain
    }

    /// The whole message in ASCII, each line ended by CR LF: the same message, the same bytes.
    package var bytes: [UInt8] { Array((head + content).utf8) }

    // MARK: - Private

    private var head: String {
        var head = MailHeader.line("Date", text: Self.stamp(date))
        head += MailHeader.line("From", items: [MailHeader.mailbox(from)])
        head += MailHeader.line("To", items: to.map(MailHeader.mailbox), separator: ",")
        head += MailHeader.line("Subject", text: subject)
        head += MailHeader.line("Message-ID", items: ["<\(id)>"])
        if let last = references.last {
            head += MailHeader.line("In-Reply-To", items: ["<\(last)>"])
            head += MailHeader.line("References", items: references.map { "<\($0)>" })
        }
        // Nobody's holiday notice is to answer it (RFC 3834 §5).
        head += MailHeader.line("Auto-Submitted", items: ["auto-generated"])
        for field in fields { head += MailHeader.line(field.name, text: field.value) }
        return head + MailHeader.line("MIME-Version", items: ["1.0"])
    }

    private var content: String {
        guard let html else { return Self.part(plain, type: "plain") }
        // No line of a quoted-printable part can hold it (RFC 2045 §6.7).
        let boundary = "=_earshot_\(id.prefix { $0 != "@" }.suffix(40))"
        return MailHeader.line(
            "Content-Type", items: ["multipart/alternative;", "boundary=\"\(boundary)\""])
            + "\r\n--\(boundary)\r\n" + Self.part(plain, type: "plain")
            + "--\(boundary)\r\n" + Self.part(html, type: "html") + "--\(boundary)--\r\n"
    }

    private static func part(_ text: String, type: String) -> String {
        "Content-Type: text/\(type); charset=utf-8\r\n"
            + "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + QuotedPrintable.encode(text)
    }

    /// RFC 5322 §3.3, always in UTC.
    private static func stamp(_ date: Date) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents(
            [.weekday, .day, .month, .year, .hour, .minute, .second], from: date)
        let day = dayNames[(parts.weekday ?? 1) - 1]
        let month = monthNames[(parts.month ?? 1) - 1]
        return String(
            format: "\(day), %02d \(month) %04d %02d:%02d:%02d +0000", parts.day ?? 0,
            parts.year ?? 0, parts.hour ?? 0, parts.minute ?? 0, parts.second ?? 0)
    }

    private static let dayNames = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let monthNames = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
