/// A whole number that somebody gives in a survey, as a line of text: `NPS 9/10`.
///
/// Written before the words of an answer, readers see it there, and it is read from there again.
package protocol SurveyAnswer: Hashable, Sendable, CustomStringConvertible {
    static var label: String { get }
    static var scale: ClosedRange<Int> { get }
    var points: Int { get }

    /// `nil` beside the scale.
    init?(points: Int)
}

extension SurveyAnswer {
    /// - Parameter text: as survey tools write an answer: `9`, `9.0`, `9/10`, `10 - Extremely likely`.
    /// - Returns: `nil` where it is no whole number alone, or with its scale or its words.
    package init?(_ text: String) {
        let marks = text.filter { !$0.isWhitespace }
        let digits = marks.prefix { ("0"..."9").contains($0) }
        let rest = marks.dropFirst(digits.count)
        let isExplained =
            (rest.first.map { "-–—=:(".contains($0) } ?? true) && !rest.contains(where: \.isNumber)
        guard isExplained || [Self.ofScale, ".0", ",0"].contains(String(rest)),
            let points = Int(digits)
        else { return nil }
        self.init(points: points)
    }

    package var description: String { "\(Self.label) \(points)\(Self.ofScale)" }

    /// The one in the first line of a text, if it is all that stands there.
    static func opening(_ text: Substring.UnicodeScalarView) -> Self? {
        guard text.starts(with: label.unicodeScalars) else { return nil }
        return scale.lazy.compactMap { Self(points: $0) }.first { answer in
            let line = answer.description.unicodeScalars
            return text.starts(with: line) && text.dropFirst(line.count).first ?? "\n" == "\n"
        }
    }

    /// `/10`.
    private static var ofScale: String { "/\(scale.upperBound)" }
}
