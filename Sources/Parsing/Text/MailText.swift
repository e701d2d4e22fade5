/// What mail programs and mailing lists write into a message beside its writer's words: the message that is
/// answered, and how to leave the list.
///
/// Nobody says it there: a list that is called like a brand would be a mention of it in each message.
enum MailText {
    /// Whether something at the beginning of a line of HTML without tags says that its lines count.
    static func isSign(_ html: [UInt8], at position: Int) -> Bool {
        html.hasPrefix(">", at: position) || html.hasPrefix("&gt;", at: position)
            || html.hasPrefix("-- \n", at: position) || html.hasPrefix("-- \r", at: position)
            || html.hasPrefix("_______________", at: position)
            || html.hasPrefix("-----", at: position) && isTitled(html, from: position)
    }

    /// Whether a look at the bytes cannot rule out that there is anything of it, as it can for most.
    static func mayBe(in text: String) -> Bool {
        let bytes = text.utf8.span
        var start = 0
        // Most quotations are those of forums, whose introduction is quoted with them.
        var isBelowColon = false
        while start + 1 < bytes.count {
            switch bytes[start] {
            case .greaterThan:
                if isBelowColon || start == 0 && ForwardedMail.mayStart(bytes) { return true }
            case .dash, underscore: if rules.contains(bytes[start + 1]) { return true }
            default:
                if firstLetters & 1 << UInt64(bytes[start] & 0x3F) != 0,
                    signs.contains(where: { bytes.begins(with: $0, at: start) })
                {
                    return true
                }
            }
            let end = bytes.offset(of: .lineFeed, from: start)
            // Some programs leave a line blank above what they quote.
            if end > start, bytes[start] != .carriageReturn {
                isBelowColon = bytes[start] != .greaterThan && bytes[end - 1] == .colon
            }
            start = end + 1
        }
        return false
    }

    /// The text without the lines of a list, and with what is answered in lines that start with `> `; `nil`
    /// when nothing else is there.
    ///
    /// - Parameter html: what the text was read from, where that is a page that may show a mail and go on
    ///   below it; `nil` where all of the text is one.
    static func settled(_ text: String, in html: String? = nil) -> String? {
        var lines = text.utf8.split(separator: .lineFeed, omittingEmptySubsequences: false)
            .map(Substring.init)
        var below: [Substring] = []
        if let html {
            lines = withoutListFooters(lines)
            below = ShownMail.linesBelow(in: lines, of: html)
            lines.removeLast(below.count)
        } else {
            lines.removeSubrange(startOfListFooter(lines)...)
        }
        var head: [Substring] = []
        for _ in 0..<mostForwards {
            guard let mail = ForwardedMail(lines) else { break }
            head += mail.head.map { "> \($0)" }
            lines = mail.content
        }
        let settled = head + withAnsweredQuoted(lines) + withAnsweredQuoted(below)
        return settled.joined(separator: "\n").nonEmpty
    }

    // MARK: - Private

    /// Of one in another.
    private static let mostForwards = 4

    private static func withAnsweredQuoted(_ lines: [Substring]) -> [Substring] {
        let answered = answered(in: lines)
        var quoted = Set<Int>()
        for index in lines.indices where !isQuoted(lines[index]) {
            if answered.contains(index) { quoted.insert(index) }
            quoted.formUnion(introduction(endingAt: index, in: lines))
        }
        return lines.indices.map { quoted.contains($0) ? "> \(lines[$0])" : lines[$0] }
    }

    /// The lines that say whose words follow in lines that are quoted: programs break them where there is
    /// no more room, before `<ola@poczta.example> wrote:`.
    private static func introduction(endingAt index: Int, in lines: [Substring]) -> Range<Int> {
        let line = lines[index]
        guard line.utf8.last == .colon, line.utf8.count <= QuoteIntroduction.longest,
            lines[(index + 1)...].first(where: { !isBlank($0) }).map(isQuoted) == true
        else { return index..<index }
        let isWhole = QuoteIntroduction.isOne(String(line))
        if index > 0, !isWhole || line.first == "<" {
            let earlier = lines[index - 1]
            if !isBlank(earlier), !isQuoted(earlier),
                earlier.utf8.count <= QuoteIntroduction.longest,
                QuoteIntroduction.isOne("\(earlier) \(line)")
            {
                return index - 1..<index + 1
            }
        }
        return isWhole ? index..<index + 1 : index..<index
    }

    private static let underscore = UInt8(ascii: "_")
    private static let rules = Array("_-=".utf8)

    /// Whether words stand behind the hyphens.
    private static func isTitled(_ html: [UInt8], from start: Int) -> Bool {
        var position = start
        while position < html.count, html[position] == .dash || html[position] == .space {
            position += 1
        }
        return position < html.count
            && (html[position].isASCIIAlphanumeric || html[position] >= 0x80)
    }

    static func isQuoted(_ line: Substring) -> Bool { line.first == ">" }

    static func isBlank(_ line: Substring) -> Bool { line.utf8.allSatisfy(\.isASCIISpace) }

    // MARK: Lists

    /// Lines that a list adds, and those that its administrator adds to them.
    private static let mostLinesOfList = 8

    /// Where a line of underscores, or of a signature, stands above what the software of lists says of
    /// itself.
    private static func startOfListFooter(_ lines: [Substring]) -> Int {
        lines.indices.suffix(mostLinesOfList).last { start in
            isRule(lines[start]) && lines[start...].dropFirst().contains(where: isOfList)
        } ?? lines.endIndex
    }

    /// The lines without what lists have added to each of several mails, or to one that a text goes on below.
    private static func withoutListFooters(_ lines: [Substring]) -> [Substring] {
        var kept: [Substring] = []
        var start = 0
        while start < lines.count {
            guard let last = lastLineOfListFooter(startingAt: start, in: lines) else {
                kept.append(lines[start])
                start += 1
                continue
            }
            start = lines[(last + 1)...].drop(while: isAddress).startIndex
            // The rule below it, unless that begins another.
            if start < lines.count, isRule(lines[start]),
                lastLineOfListFooter(startingAt: start, in: lines) == nil
            {
                start += 1
            }
        }
        return kept
    }

    /// Up to the next rule, as words may stand between two of them.
    private static func lastLineOfListFooter(startingAt start: Int, in lines: [Substring]) -> Int? {
        guard isRule(lines[start]) else { return nil }
        return lines[start...].prefix(mostLinesOfList).dropFirst().prefix { !isRule($0) }
            .lastIndex(where: isOfList)
    }

    private static func isAddress(_ line: Substring) -> Bool {
        !line.contains(" ") && (line.contains("@") || line.contains("://"))
    }

    private static func isRule(_ line: Substring) -> Bool {
        line == "--" || line.utf8.count >= 15 && line.allSatisfy { "_-=".contains($0) }
    }

    /// Whether a line says which list it is, or how to leave it, as software words that: people ask "how to
    /// unsubscribe from their mailing list" below a rule, too.
    private static func isOfList(_ line: Substring) -> Bool {
        let line = line.lowercased()
        return beginningsOfList.contains(where: line.hasPrefix)
            || line.contains(" mailing list -- ")
            || line.hasPrefix("http") && line.contains("/listinfo/") && !line.contains(" ")
    }

    /// Mailman, ezmlm, Majordomo, and groups of Google and `groups.io`.
    private static let beginningsOfList = [
        "lista dyskusyjna ", "to unsubscribe send an email to ", "to unsubscribe, e-mail: ",
        "to unsubscribe from this list: ", "to unsubscribe from this group",
        "you received this message because you are subscribed to ", "groups.io links:",
        "to view this discussion ", "for more options, visit ", "for additional commands, e-mail",
        "view/reply online ", "mute this topic: ", "group owner: ", "unsubscribe: http",
    ]

    // MARK: Answers

    /// What follows the head of a message that is answered, all of it: who answers below quotes line by line.
    private static func answered(in lines: [Substring]) -> Range<Int> {
        guard let start = lines.indices.first(where: { isHeadOfAnswered(lines[$0...]) }) else {
            return lines.endIndex..<lines.endIndex
        }
        let body = lines[start...].dropFirst().drop { isField($0) || ForwardedMail.isField($0) }
            .drop(while: isBlank)
        let isQuotedByLine = body.first.map(isQuoted) ?? false
        return start..<(isQuotedByLine ? body.startIndex : lines.endIndex)
    }

    /// Whether it is like `Subject: …`.
    private static func isField(_ line: Substring) -> Bool {
        !isQuoted(line)
            && line.prefix { $0.isLetter || $0 == "-" }.endIndex == line.firstIndex(of: ":")
    }

    /// `-----Original Message-----`, or a line on whose and one on when, as Outlook writes them.
    static func isHeadOfAnswered(_ lines: ArraySlice<Substring>) -> Bool {
        guard let line = lines.first else { return false }
        if ForwardedMail.isHead(line) { return true }
        if line.hasPrefix("-----"), line.hasSuffix("-----") {
            let words = line.drop { $0 == "-" }.lowercased()
            return answered.contains { words.trimmed.hasPrefix($0) }
        }
        guard isField(line, of: senders), let next = lines.dropFirst().first else { return false }
        if isField(next, of: moments) { return true }
        // What a day is stated of alone may be a meeting; a mail has a subject.
        let fields = lines.prefix(mostFields).prefix(while: ForwardedMail.isField)
        return fields.contains { isField($0, of: moments + dates) }
            && fields.contains { isField($0, of: subjects) }
    }

    /// Of a head that is answered.
    private static let mostFields = 8

    /// - Parameter names: with what stands behind them; where bold words were made plain, in asterisks.
    private static func isField(_ line: Substring, of names: [String]) -> Bool {
        guard line.first == "*" else { return names.contains { line.hasPrefix($0) } }
        let line = line.dropFirst()
        return names.contains {
            line.hasPrefix($0.dropLast()) && line.dropFirst($0.count - 1).first == "*"
        }
    }

    private static let answered = [
        "original message", "forwarded message", "original appointment", "oryginalna wiadomość",
        "wiadomość oryginalna", "przekazana wiadomość", "wiadomość przekazana",
        "przekazywana wiadomość", "wiadomość przesłana", "treść przekazanej wiadomości",
        "sākotnējais ziņojums", "pārsūtītais ziņojums", "pārsūtīts ziņojums", "pārsūtītā ziņa",
        "pārsūtīta ziņa", "oriģinālais ziņojums", "ursprüngliche nachricht",
        "weitergeleitete nachricht", "sākotnējā vēstule", "oriģinālā vēstule", "pārsūtītā vēstule",
    ]

    private static let senders = ["From: ", "Od: ", "No: ", "Von: "]
    private static let moments = ["Sent: ", "Wysłano: ", "Wysłane: ", "Nosūtīts: ", "Gesendet: "]
    private static let dates = ["Date: ", "Data: ", "Datums: ", "Datum: "]
    private static let subjects = ["Subject: ", "Temat: ", "Tēma: ", "Temats: ", "Betreff: "]
    private static let signs =
        moments + dates + (moments + dates).map { "*\($0.dropLast())* " } + ForwardedMail.heads
    /// A bit for the first byte of each, by its lower six bits.
    private static let firstLetters =
        signs.compactMap(\.utf8.first)
        .reduce(0) { $0 | 1 << UInt64($1 & 0x3F) } as UInt64
}

extension Span<UInt8> {
    func begins(with text: String, at start: Int) -> Bool {
        let text = text.utf8.span
        guard text.count <= count - start else { return false }
        for index in 0..<text.count where self[start + index] != text[index] { return false }
        return true
    }
}
