/// How a reviewer rates something, as a line of text: `★★☆☆☆`.
///
/// Written before a review's words, readers see it and the lexicons know it.
package struct Stars: Hashable, Sendable, CustomStringConvertible {
    /// 1 … 5.
    package let count: Int

    /// - Parameters:
    ///   - rating: 1 … `best`; half stars count as whole ones.
    ///   - best: the highest that can be given.
    package init?(rating: Double, of best: Double = 5) {
        guard best >= 1, best.isFinite, (1...best).contains(rating) else { return nil }
        count = max(1, Int((rating / best * 5).rounded()))
    }

    /// - Parameter text: as people and programs write a rating: `4`, `4,5`, `4/5`, `8 / 10`, `★★★★☆`,
    ///   `⭐️⭐️`, `FOUR`, `5 stars`.
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
        if stars > 0, marks.allSatisfy({ $0 == "★" || $0 == "⭐" || $0 == "☆" }) {
            self.init(rating: Double(stars))
            return
        }
        var number = String(String.UnicodeScalarView(marks)).lowercased()
        for unit in ["stars", "star"] where number.hasSuffix(unit) {
            number.removeLast(unit.count)
        }
        let halves = number.replacing(",", with: ".").split(separator: "/")
        guard (1...2).contains(halves.count), let rating = Double(halves[0]),
            let best = halves.count == 2 ? Double(halves[1]) : 5
        else { return nil }
        self.init(rating: rating, of: best)
    }

    package var description: String {
        String(repeating: "★", count: count) + String(repeating: "☆", count: 5 - count)
    }

    /// Those that stand above the words of an entry, as `above(_:)` puts them there.
    ///
    /// - Returns: `nil` where the first line is anything but all five; what a writer typed elsewhere is
    ///   no rating.
    package static func standing(above text: String) -> Stars? {
        let line = text.unicodeScalars.prefix(6).prefix { $0 != "\n" }
        let count = line.prefix { $0 == "★" }.count
        guard line.count == 5, line.dropFirst(count).allSatisfy({ $0 == "☆" }) else { return nil }
        return Stars(rating: Double(count))
    }

    /// The words of a review with the stars in a line before them.
    package func above(_ text: String?) -> String {
        ([description] + [text].compactMap(\.self)).joined(separator: "\n")
    }

    // MARK: - Private

    private static let words = ["one", "two", "three", "four", "five"]
}
