/// How a reviewer rates something, as a line of text: `★★☆☆☆`, or `★★★½☆` with half a star.
///
/// Written before a review's words, readers see it and the lexicons know it.
package struct Stars: Hashable, Sendable, CustomStringConvertible {
    /// 1 … 5, in halves.
    package let count: Double

    /// - Parameters:
    ///   - rating: `worst` … `best`, rounded to halves of a star; one star is the least that there is.
    ///   - worst: 1; or 0 where somebody says that the scale begins there, as no stars are no rating
    ///     elsewhere.
    ///   - best: the highest that can be given.
    package init?(rating: Double, from worst: Double = 1, of best: Double = 5) {
        guard best >= 1, best.isFinite, (worst...best).contains(rating) else { return nil }
        count = max(1, (rating / best * 10).rounded() / 2)
    }

    /// - Parameter text: as people and programs write a rating: `4`, `4,5`, `4/5`, `8 / 10`, `0/10`,
    ///   `★★★★☆`, `★★★½`, `⭐️⭐️`, `FOUR`, `5 stars`, `Rated 4 out of 5`, `8 na 10`.
    package init?(_ text: String) {
        if let number = Self.words.firstIndex(of: text.lowercased()) {
            self.init(rating: Double(number + 1))
            return
        }
        // Keyboards write `⭐` with a selector behind it, which makes it another character.
        let marks = text.unicodeScalars.filter {
            !$0.properties.isWhitespace && $0 != "\u{FE0F}"
        }
        let stars = marks.count { $0 == "★" || $0 == "⭐" }
        if stars > 0, marks.allSatisfy({ "★⭐☆½".unicodeScalars.contains($0) }) {
            self.init(rating: Double(stars) + (marks.contains("½") ? 0.5 : 0))
            return
        }
        var number = String(String.UnicodeScalarView(marks)).lowercased()
            .replacing("½", with: ".5")
        for unit in Self.units where number.hasSuffix(unit) {
            number.removeLast(unit.count)
        }
        for label in Self.labels where number.hasPrefix(label) {
            number.removeFirst(label.count)
        }
        // Hardly any is written with a word.
        if number.unicodeScalars.contains(where: \.properties.isAlphabetic) {
            for word in Self.wordsBeforeBest { number = number.replacing(word, with: "/") }
        }
        let halves = number.replacing(",", with: ".").split(
            separator: "/", omittingEmptySubsequences: false)
        guard (1...2).contains(halves.count), let rating = Double(halves[0]),
            let best = halves.count == 2 ? Double(halves[1]) : 5
        else { return nil }
        self.init(rating: rating, from: halves.count == 2 ? 0 : 1, of: best)
    }

    package var description: String {
        let (whole, hasHalf) = (Int(count), count > count.rounded(.down))
        return String(repeating: "★", count: whole) + (hasHalf ? "½" : "")
            + String(repeating: "☆", count: 5 - whole - (hasHalf ? 1 : 0))
    }

    /// The stars above an entry's words, where `above(_:)` puts them.
    ///
    /// - Returns: `nil` where the first line is anything but all five stars; stars that a writer typed
    ///   elsewhere are no rating.
    package static func standing(above text: String) -> Stars? {
        let line = text.unicodeScalars.prefix(6).prefix { $0 != "\n" }
        let count = line.prefix { $0 == "★" }.count
        let hasHalf = line.dropFirst(count).first == "½"
        guard line.count == 5,
            line.dropFirst(hasHalf ? count + 1 : count).allSatisfy({ $0 == "☆" })
        else { return nil }
        return Stars(rating: Double(count) + (hasHalf ? 0.5 : 0))
    }

    /// The words of a review with the stars in a line before them.
    package func above(_ text: String?) -> String {
        ([description] + [text].compactMap(\.self)).joined(separator: "\n")
    }

    // MARK: - Private

    private static let words = ["one", "two", "three", "four", "five"]

    private static let units = [
        "stars", "star", "gwiazdek", "gwiazdki", "gwiazdka", "zvaigznēm", "zvaigznes", "zvaigzne",
    ]

    private static let labels = [
        "rated", "rating:", "ocena:", "ocenionona", "oceniono", "vērtējums:", "novērtēts",
    ]

    /// Before the highest that can be given, blanks left out.
    private static let wordsBeforeBest = ["outof", "of", "na", "z", "no", "von", "sur"]
}
