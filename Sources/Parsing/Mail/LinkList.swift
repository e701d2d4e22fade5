/// The addresses that mail programs put below a plain text whose links they left out of it: `[1]` behind
/// the words of each, and `[1] https://…` in lines of their own (Roundcube, Horde, lynx).
///
/// Nobody says them, and numbers glued to names make other words of them.
enum LinkList {
    /// The text without these lines and the numbers that lead to them.
    static func removed(from text: String) -> String {
        guard text.utf8.span.holds(.openBracket) else { return text }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        // Where nothing leads to it, somebody wrote an address behind a number.
        let cited = Set(lines.filter { number(of: $0) == nil }.flatMap(citations))
        var numbers: Set<Substring> = []
        var kept: [Substring] = []
        for line in lines {
            if let number = number(of: line), cited.contains(number) {
                if numbers.isEmpty { removeHeading(from: &kept) }
                numbers.insert(number)
            } else {
                kept.append(line)
            }
        }
        guard !numbers.isEmpty else { return text }
        while kept.last.map(MailText.isBlank) == true { kept.removeLast() }
        return kept.map { withoutNumbers($0, numbers) }.joined(separator: "\n")
    }

    // MARK: - Private

    private static let mostDigits = 3
    private static let schemes = ["http://", "https://", "mailto:", "www."]
    private static let headings: Set<String> = [
        "links:", "linki:", "odnośniki:", "saites:", "references", "references:", "visible links",
    ]

    /// The number of a line like `[1] https://…` or `[1]: https://…`; `nil` for all others.
    private static func number(of line: Substring) -> Substring? {
        let line = line.drop(while: \.isWhitespace)
        guard line.first == "[", let end = line.firstIndex(of: "]") else { return nil }
        let number = line[..<end].dropFirst()
        let address = line[end...].dropFirst().drop { $0 == ":" || $0 == " " }
        guard isNumber(number), schemes.contains(where: address.hasPrefix),
            !String(address).trimmed.contains(" ")
        else { return nil }
        return number
    }

    private static func isNumber(_ text: Substring) -> Bool {
        (1...mostDigits).contains(text.utf8.count) && text.utf8.allSatisfy(\.isASCIIDigit)
    }

    /// `Links:` above the first of them, with a line of hyphens below it.
    private static func removeHeading(from lines: inout [Substring]) {
        var rest = lines[...]
        while let last = rest.last, last.allSatisfy({ $0 == "-" || $0.isWhitespace }) {
            rest.removeLast()
        }
        guard let last = rest.last, headings.contains(String(last).trimmed.lowercased()) else {
            return
        }
        lines.removeSubrange((rest.endIndex - 1)...)
    }

    /// The numbers in brackets within a line.
    private static func citations(in line: Substring) -> [Substring] {
        var found: [Substring] = []
        var rest = line
        while let start = rest.firstIndex(of: "[") {
            rest = rest[start...].dropFirst()
            // No more, as a line may be brackets that open and nothing else.
            let number = rest.prefix(mostDigits + 1).prefix { $0 != "]" }
            if isNumber(number), number.endIndex < rest.endIndex { found.append(number) }
        }
        return found
    }

    private static func withoutNumbers(_ line: Substring, _ numbers: Set<Substring>) -> String {
        var output = ""
        var position = line.startIndex
        for number in citations(in: line) where numbers.contains(number) {
            output += line[position..<line.index(before: number.startIndex)]
            if output.last == " " { output.removeLast() }
            position = line.index(after: number.endIndex)
        }
        return output + line[position...]
    }
}
