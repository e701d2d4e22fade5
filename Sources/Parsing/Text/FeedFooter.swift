/// What forum and blog software writes under each entry of a feed.
///
/// Author and date once more, a count of posts, a link to read on: nobody said it, so it is not part of
/// the text.
enum FeedFooter {
    /// The text without the lines of a footer at its end; `nil` when nothing else is there.
    static func removed(from text: String) -> String? {
        var rest = text[...]
        while !rest.isEmpty {
            let lineStart =
                rest.utf8.lastIndex(of: UInt8(ascii: "\n")).map(rest.utf8.index(after:))
                ?? rest.startIndex
            let last = rest[lineStart...]
            guard last.utf8.count <= longestLine, last.trimmed.isEmpty || isFooter(last) else {
                return rest.endIndex == text.endIndex ? text : String(rest)
            }
            rest = rest[..<lineStart]
            if rest.utf8.last == UInt8(ascii: "\n") { rest = rest.dropLast() }
        }
        return nil
    }

    // MARK: - Private

    /// In bytes; a longer line is somebody's paragraph.
    private static let longestLine = 400

    private static func isFooter(_ line: Substring) -> Bool {
        let line = line.trimmed.lowercased()
        return phrases.contains(line)
            || frames.contains { line.hasPrefix($0.begin) && line.contains($0.part) }
            || isPostCount(line)
    }

    private static let phrases: Set<String> = [
        "read full topic", "przeczytaj cały temat", "lasīt visu tematu", "continue reading",
        "czytaj dalej", "lasīt tālāk",
    ]

    /// phpBB's author line, and WordPress's line on where a post appeared first.
    private static let frames: [(begin: String, part: String)] = [
        ("statistics:", "posted by"), ("statystyki:", "autor"), ("statistika:", "autors"),
        ("the post ", "appeared first on"), ("artykuł ", "pochodzi z serwisu"),
        ("wpis ", "pochodzi z serwisu"), ("raksts ", "pirmo reizi parādījās"),
    ]

    /// Discourse: `3 posts - 2 participants`, `11. ieraksts no 11`, `3 wpisy - 2 uczestników`.
    private static func isPostCount(_ line: String) -> Bool {
        let words = line.split(separator: " ")
        guard words.count == 4 || words.count == 5, words[0].first?.isNumber == true else {
            return false
        }
        let isCount = ["post", "wpis", "ierakst"].contains { words[1].hasPrefix($0) }
        return isCount && words.dropFirst(2).contains { $0.first?.isNumber == true }
    }
}
