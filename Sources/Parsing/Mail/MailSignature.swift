/// What mail programs put below the words of each mail: the writer's card, under a line `-- ` (RFC 3676 §4.3), and
/// what the mail was sent from.
///
/// Nobody says it there: "Sent from my Galaxy" would be a mention in each mail from such a phone, and so would
/// be the firm that its writer works for.
enum MailSignature {
    /// The text without these lines; with the cards, where they are all that its writer says; `nil` where that
    /// is what it was sent from.
    ///
    /// - Parameter isPlain: whether the text is as it was sent, with lines that are blank; that of HTML has none.
    static func removed(from text: String, isPlain: Bool) -> String? {
        let lines = lines(of: text)
        let words = withoutSender(withoutCards(lines, isPlain), isPlain)
        let kept = words.contains(where: isWords) ? words : withoutSender(lines, isPlain)
        return kept.count < lines.count ? kept.joined(separator: "\n").nonEmpty : text
    }

    /// Whether a text is cards alone, as the part of a mail below a picture may be.
    static func isAll(of text: String, isPlain: Bool) -> Bool {
        !withoutCards(lines(of: text), isPlain).contains(where: isWords)
    }

    // MARK: - Private

    /// Of a card; more are somebody's words.
    private static let mostLines = 15

    private static func lines(of text: String) -> [Substring] {
        text.utf8.split(separator: .lineFeed, omittingEmptySubsequences: false).map(Substring.init)
    }

    private static func withoutCards(_ lines: [Substring], _ isPlain: Bool) -> [Substring] {
        var kept: [Substring] = []
        var index = 0
        while index < lines.count {
            if lines[index] == "-- " {
                let card = card(startingAt: index, in: lines, isPlain)
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

    /// Up to what is quoted below it, or to what its writer types there all the same, where a program puts the
    /// card above the answer.
    private static func card(startingAt start: Int, in lines: [Substring], _ isPlain: Bool)
        -> ArraySlice<Substring>
    {
        let below = lines[start...].prefix(mostLines + 1).prefix { !MailText.isQuoted($0) }
        let words = below.indices.dropFirst(2).first { index in
            (!isPlain || MailText.isBlank(lines[index - 1])) && beginsWords(lines[index])
        }
        return words.map { lines[start..<$0] } ?? below
    }

    /// Whether a line is a greeting, a postscript or a question.
    ///
    /// Slogans, conditions and addresses, of which cards are made, are none of these, but for what asks
    /// whether a mail has to be printed.
    private static func beginsWords(_ line: Substring) -> Bool {
        let line = line.lowercased().trimmed
        let isOpening = openings.contains { opening in
            line.hasPrefix(opening)
                && line.dropFirst(opening.count).first.map(" ,.!:".contains) != false
        }
        let asks = line.hasSuffix("?") && line.split(separator: " ").count > 2
        return isOpening || asks && !questionsOfCards.contains(where: line.contains)
    }

    private static let openings = [
        "dzień dobry", "witam", "cześć", "hej", "szanowni państwo", "szanowna pani",
        "szanowny panie", "ps", "p.s", "labdien", "labrīt", "labvakar", "sveiki", "sveicināti",
        "čau", "hello", "hi", "good morning", "good afternoon", "dear", "guten tag",
    ]

    /// Parts of "Do you really need to print this?" and "Masz pytania?".
    private static let questionsOfCards = [
        "print", "druk", "izdruk", "pytani", "questions", "jautājum", "http", "www.",
    ]

    private static func withoutSender(_ lines: [Substring], _ isPlain: Bool) -> [Substring] {
        lines.indices.filter { !isSender(at: $0, in: lines, isPlain) }.map { lines[$0] }
    }

    private static func isWords(_ line: Substring) -> Bool {
        !MailText.isQuoted(line) && !MailText.isBlank(line)
    }

    /// Whether a line says what the mail was sent from, below all words of the writer and, in plain text, a blank
    /// line.
    private static func isSender(at index: Int, in lines: [Substring], _ isPlain: Bool) -> Bool {
        (!isPlain || index == 0 || MailText.isBlank(lines[index - 1])) && isDevice(lines[index])
            && !lines[(index + 1)...].contains(where: isWords)
    }

    /// "Sent from my iPhone", but no "Wysłane z opóźnieniem", "Wysłane z serwisu Samsung w maju", nor a sentence
    /// on an application.
    private static func isDevice(_ line: Substring) -> Bool {
        guard line.utf8.count <= longest, !line.contains(",") else { return false }
        let line = line.lowercased()
        if advertisements.contains(where: line.hasPrefix) { return true }
        guard let beginning = beginnings.first(where: line.hasPrefix) else { return false }
        var device = line.dropFirst(beginning.count)
        if let owner = owners.first(where: device.hasPrefix) {
            device = device.dropFirst(owner.count)
        }
        return devices.contains(where: device.hasPrefix) || device.hasSuffix(" app")
    }

    /// In bytes.
    private static let longest = 80

    private static let advertisements = [
        "get outlook for ", "pobierz outlook dla ", "pobierz aplikację outlook dla ",
        "uzyskaj outlook dla ", "iegūt outlook ",
    ]

    private static let beginnings = [
        "sent from ", "wysłane z ", "wysłano z ", "nosūtīts no ", "sūtīts no ", "gesendet von ",
        "von meinem ", "отправлено с ", "отправлено из ",
    ]

    /// Whose device it is, or what stands before its name.
    private static let owners = [
        "my ", "mojego ", "mojej ", "aplikacji ", "systemu ", "mana ", "manas ", "lietotnes ",
        "meinem ", "моего ", "моей ",
    ]

    /// What a device or a mail program is called, or how that begins; a post office is called like the mail
    /// program of Windows.
    private static let devices = [
        "iphone", "ipad", "android", "galaxy", "samsung", "huawei", "xiaomi", "outlook", "yahoo",
        "gmail", "proton", "telefon", "smartfon", "smartphone", "tablet", "tālru", "viedtālru",
        "planšet", "mobil", "ierīc", "urządzeni", "poczta dla ", "poczty dla ", "poczty yahoo",
        "onet poczt", "wp poczt", "смартфон", "мобильн", "почты mail", "яндекс", "устройств",
    ]
}
