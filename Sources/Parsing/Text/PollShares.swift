/// What share of the votes each answer of a poll on Telegram has, as bridges write it before the answer,
/// "30% - Yes": it is another one at each reading, by which the post would seem to be edited.
package enum PollShares {
    /// The text with the answers alone.
    package static func removed(from text: String) -> String {
        guard text.utf8.span.holds(sign) else { return text }
        var isPoll = false
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.map { line -> Substring in
            let isQuoted = line.hasPrefix("> ")
            let words = isQuoted ? line.dropFirst(2) : line
            if kinds.contains(words) {
                isPoll = true
            } else if isPoll, let answer = answer(in: words) {
                return isQuoted ? "> \(answer)" : answer
            } else {
                isPoll = false
            }
            return line
        }.joined(separator: "\n")
    }

    // MARK: - Private

    private static let sign = UInt8(ascii: "%")
    private static let between = "% - "

    /// What Telegram calls its polls; the answers follow.
    private static let kinds: Set<Substring> = [
        "Anonymous Poll", "Public Poll", "Poll", "Anonymous Quiz", "Quiz", "Final Results",
    ]

    private static func answer(in line: Substring) -> Substring? {
        let share = line.prefix { $0 != "%" }
        let rest = line.dropFirst(share.count)
        guard (1...3).contains(share.utf8.count), share.utf8.allSatisfy(\.isASCIIDigit),
            rest.hasPrefix(between)
        else { return nil }
        return rest.dropFirst(between.count)
    }
}
