/// How likely somebody says they are to recommend a brand, as a line of text: `NPS 9/10`.
///
/// Written before the words of an answer, below its stars, readers see it and the lexicons know it.
package struct Recommendation: Hashable, Sendable, CustomStringConvertible {
    /// 0 … 10.
    package let points: Int

    package init?(points: Int) {
        guard (0...10).contains(points) else { return nil }
        self.points = points
    }

    /// - Parameter text: as survey tools write an answer: `9`, `9.0`, `9/10`, `10 - Extremely likely`.
    package init?(_ text: String) {
        guard let points = SurveyAnswer.points(text, scale: Self.scale) else { return nil }
        self.init(points: points)
    }

    package var description: String { "\(Self.label)\(points)\(Self.scale)" }

    /// The one in the first line of a text, if it is all that stands there.
    static func opening(_ text: Substring.UnicodeScalarView) -> Recommendation? {
        let line = text.prefix(10).prefix { $0 != "\n" }
        guard line.starts(with: label.unicodeScalars) else { return nil }
        let points = Int(String(line.dropFirst(label.count).dropLast(scale.count)))
        guard let given = points.flatMap({ Recommendation(points: $0) }),
            line.elementsEqual(given.description.unicodeScalars)
        else { return nil }
        return given
    }

    // MARK: - Private

    private static let label = "NPS "
    private static let scale = "/10"
}
