/// Ratings that people write among their words.
extension Stars {
    /// The rating that a post begins or ends with, where it can be nothing else: `Ocena: 3/10`,
    /// `3/10 nie polecam`, `4,5/5 gwiazdek`.
    ///
    /// A bare `3/10` may be a date, a fraction or the third of ten posts, and so is none; nor is one in
    /// the words of somebody else.
    static func written(in text: String) -> Stars? {
        let (head, tail) = (text.utf8.prefix(reach), text.utf8.suffix(reach))
        // Most posts have neither.
        guard head.contains(slash) || tail.contains(slash) else { return nil }
        let first = String(decoding: head.prefix { $0 != lineFeed }, as: UTF8.self).lowercased()
        let rest = tail.lastIndex(of: lineFeed).map { tail[tail.index(after: $0)...] } ?? tail
        let last = String(decoding: rest, as: UTF8.self).lowercased()
        return opening(first) ?? closing(last)
    }

    // MARK: - Private

    /// In bytes: of the text, how much of its beginning and its end is looked at.
    private static let reach = 80
    private static let slash = UInt8(ascii: "/")
    private static let lineFeed = UInt8(ascii: "\n")

    /// The longer before those that they begin with.
    private static let labels = [
        "moja ocena końcowa", "ocena końcowa", "ocena ogólna", "moja ocena", "ocena",
        "my rating", "overall rating", "overall score", "rating", "my score", "final score",
        "mans vērtējums", "kopējais vērtējums", "vērtējums", "mans novērtējums", "novērtējums",
    ]

    /// What is said behind a rating, and behind no date or fraction.
    private static let verdicts = [
        "polecam", "nie polecam", "serdecznie polecam", "gorąco polecam", "zdecydowanie polecam",
        "zdecydowanie nie polecam", "stanowczo nie polecam", "szczerze nie polecam", "odradzam",
        "zdecydowanie odradzam", "recommend", "recommended", "not recommended",
        "highly recommended", "highly recommend", "would recommend", "would not recommend",
        "wouldn't recommend", "do not recommend", "don't recommend", "i recommend",
        "i don't recommend", "iesaku", "neiesaku", "noteikti iesaku", "gwiazdek", "gwiazdki",
        "stars", "zvaigznes", "zvaigznēm",
    ]

    private static let scales: Set<Double> = [5, 10]

    private static func opening(_ line: String) -> Stars? {
        let line = line.drop { !$0.isLetter && !$0.isNumber && $0 != ">" }
        if let label = labels.first(where: { startsWithWord(line, $0) }) {
            return rating(behindLabel: line.dropFirst(label.count))?.stars
        }
        guard let (stars, rest) = rating(at: line), isVerdict(rest) else { return nil }
        return stars
    }

    private static func closing(_ line: String) -> Stars? {
        guard line.first != ">", let place = line.lastIndex(of: "/") else { return nil }
        let start =
            line[..<place].lastIndex { !$0.isNumber && $0 != "," && $0 != "." && $0 != " " }
            .map { line.index(after: $0) } ?? line.startIndex
        let number = line[start...].drop { !isDigit($0) }
        guard let (stars, rest) = rating(at: number) else { return nil }
        if isVerdict(rest, toTheEnd: true) { return stars }
        let before = line[..<start].drop { $0 == "\u{FFFD}" }
        return isEnd(rest) && endsWithLabel(before) ? stars : nil
    }

    private static func startsWithWord(_ text: Substring, _ word: String) -> Bool {
        text.hasPrefix(word) && !(text.dropFirst(word.count).first?.isLetter ?? false)
    }

    private static func rating(behindLabel text: Substring) -> (stars: Stars, rest: Substring)? {
        let number = text.drop { marksBehindLabel.contains($0) }
        return number.startIndex == text.startIndex ? nil : rating(at: number)
    }

    private static let marksBehindLabel: Set<Character> = [" ", ":", "=", "-", "–", "—", "\t"]

    /// Whether the words end in a label and what stands behind one.
    private static func endsWithLabel(_ text: Substring) -> Bool {
        var words = text
        while let last = words.last, marksBehindLabel.contains(last) { words.removeLast() }
        return labels.contains { label in
            words.hasSuffix(label) && !(words.dropLast(label.count).last?.isLetter ?? false)
        }
    }

    /// A rating that a text begins with, of five or ten, and what comes behind it.
    private static func rating(at text: Substring) -> (stars: Stars, rest: Substring)? {
        let given = text.prefix { isDigit($0) || $0 == "," || $0 == "." }
        let slash = text[given.endIndex...].drop { $0 == " " }
        guard !given.isEmpty, slash.first == "/" else { return nil }
        let scale = slash.dropFirst().drop { $0 == " " }.prefix(while: isDigit)
        let rest = text[scale.endIndex...]
        // `3/10/2026`, `4/5.2026`, `3/10-letni`.
        let next = rest.dropFirst().first
        guard let rating = Double(given.replacing(",", with: ".")), let best = Double(scale),
            scales.contains(best), rest.first != "/", !(rest.first?.isLetter ?? false),
            !(next?.isNumber ?? false),
            !(rest.first == "-" && next?.isLetter ?? false),
            let stars = Stars(rating: rating, from: 0, of: best)
        else { return nil }
        return (stars, rest)
    }

    private static func isDigit(_ character: Character) -> Bool {
        ("0"..."9").contains(character)
    }

    /// - Parameter toTheEnd: whether nothing may be said behind it.
    private static func isVerdict(_ text: Substring, toTheEnd: Bool = false) -> Bool {
        let words = text.drop { !$0.isLetter && !$0.isNumber }
        return verdicts.contains { verdict in
            guard startsWithWord(words, verdict) else { return false }
            return !toTheEnd || isEnd(words.dropFirst(verdict.count))
        }
    }

    private static func isEnd(_ text: Substring) -> Bool {
        !text.contains { $0.isLetter || $0.isNumber || $0 == "/" }
    }
}
