/// What somebody gives a brand in figures, a line each above their words: stars, then how likely they are
/// to recommend it, then how easy it made things for them.
package struct Appraisal: Hashable, Sendable {
    package let stars: Stars?
    package let recommendation: Recommendation?
    package let effort: CustomerEffort?

    package init(
        stars: Stars?, recommendation: Recommendation?, effort: CustomerEffort? = nil
    ) {
        self.stars = stars
        self.recommendation = recommendation
        self.effort = effort
    }

    /// Those that stand above the words of an entry, as `above(_:)` puts them there; what a writer typed
    /// elsewhere is none.
    package init(standingAbove text: String) {
        stars = Stars.standing(above: text)
        var rest = text.unicodeScalars.dropFirst(stars == nil ? 0 : Self.lengthOfStars)
        recommendation = Recommendation.opening(rest)
        if let recommendation { rest = rest.dropFirst(Self.length(of: recommendation)) }
        effort = CustomerEffort.opening(rest)
    }

    /// Those of an entry: what stands above its words or, where nothing does, the rating that these begin or
    /// end with.
    package init(saidIn text: String) {
        let standing = Appraisal(standingAbove: text)
        self =
            standing.isEmpty
            ? Appraisal(stars: Stars.written(in: text), recommendation: nil) : standing
    }

    package var isEmpty: Bool { stars == nil && recommendation == nil && effort == nil }

    /// Of its lines with their ends, in Unicode scalars.
    package var length: Int {
        (stars == nil ? 0 : Self.lengthOfStars)
            + (recommendation.map(Self.length) ?? 0) + (effort.map(Self.length) ?? 0)
    }

    /// Equal for equal ones, and empty for none.
    package var wording: String { lines.joined(separator: "\n") }

    /// The words with the lines before them; `nil` where there is neither.
    package func above(_ text: String?) -> String? {
        let all = lines + [text].compactMap(\.self)
        return all.isEmpty ? nil : all.joined(separator: "\n")
    }

    // MARK: - Private

    private static let lengthOfStars = 6

    private static func length(of line: some SurveyAnswer) -> Int {
        line.description.unicodeScalars.count + 1
    }

    private var lines: [String] {
        [stars?.description, recommendation?.description, effort?.description].compactMap(\.self)
    }
}
