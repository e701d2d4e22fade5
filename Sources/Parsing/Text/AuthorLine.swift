import Foundation

/// phpBB's line on who wrote a post and when, and of a topic how often it was answered and seen, which is
/// more at each reading: "Statistics: Posted by ola — Sat Nov 21, 2026 7:11 pm — Replies 12 — Views 340".
enum AuthorLine {
    /// What such lines begin with, in lower case.
    static let beginnings = frames.map(\.begin)

    /// - Parameter line: in lower case.
    static func isOne(_ line: String) -> Bool {
        frames.contains { frame in
            guard line.hasPrefix(frame.begin),
                line.dropFirst(frame.begin.count).trimmed.hasPrefix(frame.part)
            else { return false }
            let parts = line.split { "—–»".contains($0) }.dropFirst().map(\.trimmed)
            guard let last = parts.last else { return false }
            return FeedDate.date(last) != nil || parts.allSatisfy(isDateOrCount)
        }
    }

    // MARK: - Private

    private static let frames: [(begin: String, part: String)] = [
        ("statistics:", "posted by"), ("statystyki:", "autor"), ("statistika:", "autors"),
    ]

    /// Whether it is like `29 lis 2026, 9:04`, `dzisiaj, 9:04` or `Odpowiedzi 12`.
    private static func isDateOrCount(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        let isCount = words.count == 2 && words[1].utf8.allSatisfy(\.isASCIIDigit)
        return isCount || FeedDate.date(text) != nil
            || words.count <= mostWordsOfDay && RelativeDate.isTold(in: text)
    }

    /// "less than a minute ago".
    private static let mostWordsOfDay = 5
}
