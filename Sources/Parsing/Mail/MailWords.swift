/// Words in the head of a mail, such as `=?utf-8?Q?Zi=C4=99ba?=` (RFC 2047).
enum MailWords {
    /// The field with such words decoded; blanks between two of them are none of the text.
    static func decoded(_ field: String) -> String {
        var text = ""
        var rest = field[...]
        // Some programs cut a character in two between words.
        var waiting = Word(charset: "", bytes: [])
        while let start = rest.firstRange(of: "=?") {
            let before = rest[..<start.lowerBound]
            let word = Word(rest[start.upperBound...], rest: &rest)
            let isNext =
                word?.charset == waiting.charset && before.allSatisfy(\.isWhitespace)
            if let word, isNext {
                waiting.bytes += word.bytes
                continue
            }
            text += waiting.text
            if waiting.bytes.isEmpty || word == nil || before.contains(where: { !$0.isWhitespace })
            {
                text += before
            }
            waiting = word ?? Word(charset: "", bytes: [])
            if word == nil {
                text += "=?"
                rest = rest[start.upperBound...]
            }
        }
        return (text + waiting.text + rest).trimmed
    }

    /// - Parameter charset: as stated, which programs that send what others wrote often do wrongly; `nil` where
    ///   nothing is. What the bytes themselves disprove is not believed, as of a feed.
    static func text(_ bytes: [UInt8], charset: String?) -> String {
        if let charset, Charset(label: charset)?.unitSize ?? 1 > 1,
            var stream = TextStream(label: charset, start: [])
        {
            return String(decoding: stream.utf8(of: bytes), as: UTF8.self)
        }
        // What is UTF-8 is hardly anything else, whatever it is called.
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        var log = ProblemLog(maximumCount: 0)
        // What says that it is ASCII, and is not, says nothing: some programs put that above all that they send.
        let stated = charset.flatMap { asciiLabels.contains($0.lowercased()) ? nil : $0 }
        let type = "text/plain" + (stated.map { "; charset=\($0)" } ?? "")
        // In a charset that nobody knows, what is ASCII can be read all the same.
        let document = try? DecodedDocument(bytes, contentType: type, log: &log)
        return String(decoding: document?.bytes ?? bytes, as: UTF8.self)
    }

    // MARK: - Private

    private static let asciiLabels = ["us-ascii", "ascii", "ansi_x3.4-1968"]

    private struct Word {
        let charset: String
        var bytes: [UInt8]

        init(charset: String, bytes: [UInt8]) {
            self.charset = charset
            self.bytes = bytes
        }

        /// - Parameters:
        ///   - start: behind its `=?`.
        ///   - rest: gets what is behind it, where it is one.
        init?(_ start: Substring, rest: inout Substring) {
            // As bytes: a head of nothing but `=?` would be counted in characters for each of them.
            let parts = start.utf8.prefix(MailWords.longest)
                .split(
                    separator: UInt8(ascii: "?"), maxSplits: 3, omittingEmptySubsequences: false)
            guard parts.count == 4, parts[3].first == UInt8(ascii: "="),
                !parts[2].contains(where: \.isASCIISpace)
            else { return nil }
            let encoded = Array(parts[2])[...]
            switch Substring(parts[1]).lowercased() {
            case "q": bytes = MailEncoding.quotedPrintable(encoded, isWord: true)
            case "b": bytes = MailEncoding.base64(encoded)
            default: return nil
            }
            // A language may stand behind the charset (RFC 2231 §5).
            charset = Substring(parts[0]).prefix { $0 != "*" }.lowercased()
            rest = start[start.utf8.index(after: parts[3].startIndex)...]
        }

        var text: String { MailWords.text(bytes, charset: charset) }
    }

    /// In bytes; the standard allows 75, and programs write more.
    private static let longest = 2_000
}
