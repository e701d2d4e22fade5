/// What mail programs put below the words of each mail: the writer's card, under a line `-- ` (RFC 3676 §4.3), and
/// what the mail was sent from.
///
/// Nobody says it there: "Sent from my Galaxy" would be a mention in each mail from such a phone, and so would
/// be the firm that its writer works for.
enum MailSignature {
    /// The text without these lines; all of it where nothing else is there.
    static func removed(from text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let withoutCards = withoutCards(lines)
        var kept = withoutCards.indices.filter { !isSender(at: $0, in: withoutCards) }
            .map { withoutCards[$0] }
        guard kept.count < lines.count, kept.contains(where: isWords) else { return text }
        while kept.last.map(MailText.isBlank) == true { kept.removeLast() }
        return kept.joined(separator: "\n")
    }

    // MARK: - Private

    /// Of a card; more are somebody's words.
    private static let mostLines = 15

    private static func withoutCards(_ lines: [Substring]) -> [Substring] {
        var kept: [Substring] = []
        var index = 0
        while index < lines.count {
            if lines[index] == "-- " {
                let card = lines[index...].prefix(mostLines + 1).prefix { !MailText.isQuoted($0) }
                if card.count <= mostLines {
                    index = card.endIndex
                    continue
                }
            }
            kept.append(lines[index])
            index += 1
        }
        return kept
    }

    private static func isWords(_ line: Substring) -> Bool {
        !MailText.isQuoted(line) && !MailText.isBlank(line)
    }

    /// Whether a line says what the mail was sent from, below all words of the writer and a blank line.
    private static func isSender(at index: Int, in lines: [Substring]) -> Bool {
        index > 0 && MailText.isBlank(lines[index - 1]) && isDevice(lines[index])
            && !lines[(index + 1)...].contains(where: isWords)
    }

    /// "Sent from my iPhone", but no "Wysłane z opóźnieniem", nor a sentence on an application.
    private static func isDevice(_ line: Substring) -> Bool {
        guard line.utf8.count <= longest, !line.contains(",") else { return false }
        let line = line.lowercased()
        return beginnings.contains(where: line.hasPrefix)
            && (devices.contains(where: line.contains) || line.hasSuffix(" app"))
    }

    /// In bytes.
    private static let longest = 80

    private static let beginnings = [
        "sent from ", "get outlook for ", "wysłane z ", "wysłano z ", "pobierz outlook ",
        "pobierz aplikację outlook ", "uzyskaj outlook ", "nosūtīts no ", "sūtīts no ",
        "iegūt outlook ", "gesendet von ", "von meinem ", "отправлено с ", "отправлено из ",
    ]

    private static let devices = [
        "iphone", "ipad", "android", "galaxy", "samsung", "huawei", "xiaomi", "outlook", "yahoo",
        "gmail", "proton", "telefon", "smartfon", "smartphone", "tablet", "tālru", "planšet",
        "mobil", "ierīc",
        "urządzeni", "poczt", "смартфон", "почт", "устройств",
    ]
}
