/// A mail that somebody passes on without a word of their own: what it says is what there is to hear.
///
/// Below words of theirs, what is passed on is a quotation.
struct ForwardedMail {
    /// That it is passed on, whose it is, and when and to whom it was sent, in lines that are not quoted.
    let head: [Substring]
    let content: [Substring]

    /// - Parameter lines: of a mail; `nil` where it begins with anything else, or says nothing below.
    init?(_ lines: [Substring]) {
        var lines = lines[...].drop(while: MailText.isBlank)
        guard let first = lines.first else { return nil }
        // Apple quotes it, in HTML with the line that introduces it.
        if MailText.isQuoted(first) {
            guard Self.isHead(Self.unquoted(first)), let all = Self.unquoted(lines) else {
                return nil
            }
            lines = all
        }
        guard let first = lines.first, MailText.isHeadOfAnswered(lines) else { return nil }
        var rest = Self.isField(first) ? lines : lines.dropFirst().drop(while: MailText.isBlank)
        rest = Self.unquoted(rest) ?? rest
        let body = rest.drop(while: Self.isField).drop(while: MailText.isBlank)
        // Who answers between quoted lines writes below them.
        guard let start = body.first, !MailText.isQuoted(start) else { return nil }
        head =
            (Self.isField(first) ? [] : [first])
            + rest[..<body.startIndex].filter {
                !MailText.isBlank($0)
            }
        content = Array(body)
    }

    /// What Apple's mail programs write above it.
    static let heads = [
        "Begin forwarded message:", "Początek przekazywanej wiadomości:",
        "Początek przekazanej wiadomości:", "Pārsūtītā ziņojuma sākums:",
        "Anfang der weitergeleiteten Nachricht:",
    ]

    /// Whether a quoted text begins with such a line.
    static func mayStart(_ quoted: Span<UInt8>) -> Bool {
        heads.contains { quoted.begins(with: "> \($0)", at: 0) }
    }

    static func isHead(_ line: Substring) -> Bool {
        heads.contains { line.hasPrefix($0) && line.utf8.count <= $0.utf8.count + 1 }
    }

    /// Whether the first words of HTML say that what follows is one.
    ///
    /// - Parameter tokens: stands where it begins.
    static func starts(at tokens: borrowing HTMLTokenizer) -> Bool {
        guard let words = tokens.firstWords else { return false }
        let line = tokens.bytes[words].prefix(longestHead).trimmedText ?? ""
        return MailText.isHeadOfAnswered([line[...]])
    }

    // MARK: - Private

    /// In bytes.
    private static let longestHead = 120

    private static func unquoted(_ line: Substring) -> Substring {
        line.dropFirst().drop { $0 == " " }
    }

    /// The lines without the signs of a quotation; `nil` where one of them is none, or all are blank.
    private static func unquoted(_ lines: ArraySlice<Substring>) -> ArraySlice<Substring>? {
        let words = lines.lazy.filter { !MailText.isBlank($0) }
        guard !words.isEmpty, words.allSatisfy(MailText.isQuoted) else { return nil }
        return lines.map { MailText.isQuoted($0) ? unquoted($0) : $0 }[...]
    }

    /// Whether a line is of the head: `Subject: …`.
    static func isField(_ line: Substring) -> Bool {
        guard let colon = line.firstIndex(of: ":") else { return false }
        // Where bold words were made plain: `*From:* …`.
        return fields.contains(line[..<colon].drop { $0 == "*" }.lowercased())
    }

    /// As Gmail, Outlook, Thunderbird and Apple's programs call them in English, Polish, Latvian, German.
    private static let fields: Set<String> = [
        "from", "sent", "date", "to", "cc", "subject", "reply-to", "od", "wysłano", "wysłane",
        "data",
        "do", "dw", "temat", "odpowiedź do", "no", "nosūtīts", "datums", "kam", "kopija", "tēma",
        "temats", "adresāts", "von", "gesendet", "datum", "an", "betreff",
    ]
}
