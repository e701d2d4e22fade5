/// A mail that a post shows in an element of its own, "I got this:", and goes on below.
enum ShownMail {
    /// The lines at the end of a text that stand below such an element.
    ///
    /// - Parameters:
    ///   - lines: of the text.
    ///   - html: what it was read from.
    static func linesBelow(in lines: [Substring], of html: String) -> [Substring] {
        guard
            let start = lines.indices.first(where: { MailText.isHeadOfAnswered(lines[$0...]) }),
            start > 0, lines[start - 1].last == ":"
        else { return [] }
        let words = lines[start].prefix { $0 != ":" }
        let bytes = Array(html.utf8)
        guard let end = endOfElement(in: bytes, startingWith: String(words)),
            let text = PlainText.text(ofHTML: Array(bytes[end...]))
        else { return [] }
        let below = text.split(separator: "\n")
        return lines[(start + 1)...].suffix(below.count).elementsEqual(below) ? below : []
    }

    // MARK: - Private

    private struct Element {
        let name: ShortName
        /// Where the mail begins in it.
        var mail: Int?
    }

    private static let boxes: Set<ShortName> = [
        "article", "div", "li", "pre", "section", "table", "td",
    ]

    /// More that are open at once, as where they are never closed, are not looked after.
    private static let deepest = 256

    /// More elements around a mail than these are not looked into.
    private static let mostAround = 8

    /// Where the innermost element ends that holds a mail, and more of it than its head.
    private static func endOfElement(in html: [UInt8], startingWith words: String) -> Int? {
        var tokens = HTMLTokenizer(html)
        var open: [Element] = []
        var looked = 0
        while let token = tokens.next(), looked < mostAround {
            switch token {
            case .text(let range):
                let isHead = html[range].trimmedText?.hasPrefix(words) == true
                guard isHead, !open.contains(where: { $0.mail != nil }) else { continue }
                for index in open.indices { open[index].mail = range.lowerBound }
            case .startTag(let name, _):
                if boxes.contains(name), open.count < deepest {
                    open.append(Element(name: name))
                }
            case .endTag(let name):
                guard let index = open.lastIndex(where: { $0.name == name }) else { continue }
                let mail = open[index].mail
                open.removeSubrange(index...)
                guard let mail else { continue }
                looked += 1
                if holdsWords(Array(html[mail..<tokens.position])) { return tokens.position }
                if open.isEmpty { return nil }
            }
        }
        return nil
    }

    /// Whether anything stands below the fields of a mail's head.
    private static func holdsWords(_ mail: [UInt8]) -> Bool {
        let lines = (PlainText.text(ofHTML: mail) ?? "").split(separator: "\n")
        return lines.dropFirst().contains { !ForwardedMail.isField($0) }
    }
}
