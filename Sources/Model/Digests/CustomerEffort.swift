/// How far somebody agrees that a brand made it easy for them, as a line of text: `CES 6/7`.
///
/// Written before the words of an answer, below its stars and what it says of recommending, where readers
/// see it.
package struct CustomerEffort: Hashable, Sendable, CustomStringConvertible {
    /// 1, strongly disagrees, … 7, strongly agrees.
    package let points: Int

    package init?(points: Int) {
        guard (1...7).contains(points) else { return nil }
        self.points = points
    }

    /// - Parameter text: as survey tools write an answer: `6`, `6.0`, `6/7`, `7 - Strongly agree`.
    package init?(_ text: String) {
        guard let points = SurveyAnswer.points(text, scale: Self.scale) else { return nil }
        self.init(points: points)
    }

    package var description: String { "\(Self.label)\(points)\(Self.scale)" }

    /// The one in the first line of a text, if it is all that stands there.
    static func opening(_ text: Substring.UnicodeScalarView) -> CustomerEffort? {
        let line = text.prefix(8).prefix { $0 != "\n" }
        return (1...7).lazy.compactMap { CustomerEffort(points: $0) }
            .first { line.elementsEqual($0.description.unicodeScalars) }
    }

    // MARK: - Private

    private static let label = "CES "
    private static let scale = "/7"
}
