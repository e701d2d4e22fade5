extension Words {
    /// The index behind a quotation mark, of whatever kind people have at hand: `"`, `„`, `«`, or two commas
    /// or apostrophes; `nil` where none stands.
    package func endOfQuotationMark(at index: Int) -> Int? {
        guard index < count, self[index].kind == .mark else { return nil }
        switch folded(index) {
        case "\"", "„", "“", "”", "‟", "«", "»", "‹", "›", "″": return index + 1
        case let half where half == "," || half == "'" || half == "’" || half == "‚":
            let next = index + 1
            let isWhole =
                next < count && self[next].kind == .mark && !self[next].followsSpace
                && folded(next) == half
            return isWhole ? next + 1 : nil
        default: return nil
        }
    }
}
