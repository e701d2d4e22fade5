/// A figure that somebody gives in a survey, as the tools for surveys write it.
enum SurveyAnswer {
    /// - Parameters:
    ///   - text: `9`, `9.0`, `9/10`, `10 - Extremely likely`.
    ///   - scale: what stands behind it where it says of how many it is: `/10`.
    /// - Returns: `nil` where it is no whole number alone, or with its scale or its words.
    static func points(_ text: String, scale: String) -> Int? {
        let marks = text.filter { !$0.isWhitespace }
        let digits = marks.prefix { ("0"..."9").contains($0) }
        let rest = marks.dropFirst(digits.count)
        let isExplained =
            (rest.first.map { "-–—=:(".contains($0) } ?? true) && !rest.contains(where: \.isNumber)
        guard isExplained || [scale, ".0", ",0"].contains(String(rest)) else { return nil }
        return Int(digits)
    }
}
