/// The line that forum software writes above words that it quotes: "Ola wrote:", "@ola said in Kasa:",
/// "Cytat:".
enum QuoteIntroduction {
    /// In bytes.
    static let longest = 160
    static let longestLabel = 32

    /// Whether a line is one: few words, as people who quote say more of whom and why.
    static func isOne(_ line: String) -> Bool {
        guard line.utf8.last == .colon, line.utf8.first != .greaterThan else { return false }
        let words = line.lowercased().dropLast().split(separator: " ")
        guard let first = words.first, let last = words.last else { return false }
        if words.count == 1, labels.contains(first) { return true }
        if (2...mostWords).contains(words.count), verbs.contains(last) { return true }
        if quoting.contains(first), holdsAddress(last) { return true }
        if line.lowercased().hasPrefix(ofApple), numbersCount(line) >= 2 { return true }
        let isOfNodeBB = first.hasPrefix("@") && words.dropFirst().starts(with: ["said", "in"])
        let isOfMail = words.prefix(3).contains(where: beforeDate.contains) && verbs.contains(last)
        let saysWho = verbs.contains(last) || holdsAddress(last)
        // A date has two numbers at least: "On Monday Zefirnet, who cuts 40 jobs, said:" has none.
        let numbers = numbersCount(line)
        return isOfNodeBB || isOfMail && numbers >= 2
            || saysWho && numbers >= leastNumbersOfMoment && holdsClock(line)
    }

    // MARK: - Private

    /// More are no name of a forum's: "Prezes Zefirnetu pisze:" names somebody itself.
    private static let mostWords = 2

    /// Day, year, hour and minute: "sob., 28 lis 2026 o 09:15 Ola Żak napisał(a):".
    private static let leastNumbersOfMoment = 4

    /// As Horde says it: "Citējot Ola <ola@poczta.example>:".
    private static let quoting: Set<Substring> = [
        "quoting", "citējot", "cytowanie", "zitat", "zitiere",
    ]

    /// "Wiadomość napisana przez Ola <ola@poczta.example> w dniu 28 lis 2026 09:15:".
    private static let ofApple = "wiadomość napisana "

    /// Whether a word is one, in the brackets that mail programs put around it.
    private static func holdsAddress(_ word: Substring) -> Bool {
        word.hasPrefix("<") && word.hasSuffix(">") && word.contains("@")
    }

    private static func numbersCount(_ line: String) -> Int {
        line.utf8.split { !$0.isASCIIDigit }.count
    }

    /// Whether there is a `9:15`: "Po 3 awariach w 2 dni (12 i 13 maja) Zefirnet napisał:" has numbers alone.
    private static func holdsClock(_ line: String) -> Bool {
        let bytes = line.utf8.span
        var colon = bytes.offset(of: .colon, from: 1)
        while colon + 1 < bytes.count {
            if bytes[colon - 1].isASCIIDigit, bytes[colon + 1].isASCIIDigit { return true }
            colon = bytes.offset(of: .colon, from: colon + 1)
        }
        return false
    }

    private static let labels: Set<Substring> = [
        "quote", "quoted", "cytat", "cytuj", "citāts", "citē", "zitat", "цитата", "citace", "citat",
        "cita", "citation", "citata",
    ]

    private static let verbs: Set<Substring> = [
        "wrote", "writes", "said", "says", "napisał", "napisała", "napisał(a)", "napisał/a",
        "pisze",
        "powiedział(a)", "rakstīja", "raksta", "teica", "schrieb", "написал", "написала", "пишет",
    ]

    /// "On 5 March 2026, Ola wrote:", and Invision's "Ola, on 05 Mar 2026 - 14:05, said:".
    private static let beforeDate: Set<Substring> = ["on", "w", "dnia", "am"]
}
