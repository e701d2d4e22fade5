/// What forum and blog software writes under each entry of a feed.
///
/// Author and date once more, a count of posts, a link to read on: nobody said it, so it is not part of
/// the text. People write lines that begin alike ("The post office appeared first on the list…"), so a
/// line counts only if all of it is as the software writes it.
package struct FeedFooter {
    let title: String
    private let html: String

    /// - Parameters:
    ///   - title: the entry's, which WordPress writes once more.
    ///   - html: what the text was read from; empty where it was plain.
    package init(title: String?, html: String?) {
        self.title = title ?? ""
        self.html = html ?? ""
    }

    /// Whether a look at the last line cannot rule out that it is of a footer, as it can for most.
    static func mayBeAtEnd(of text: String) -> Bool {
        let bytes = text.utf8.span
        let least = max(0, bytes.count - longestLine - 1)
        let start = bytes.offsetPastLast(.lineFeed, in: least..<bytes.count)
        return mayBeOfFooter(bytes.extracting(start..<bytes.count))
    }

    /// The text without the lines of a footer at its end; `nil` when nothing else is there.
    package func removed(from text: String) -> String? {
        let length = lengthWithoutFooter(text.utf8.span)
        if length == text.utf8.count { return text.nonEmpty }
        return length == 0 ? nil : String(text.utf8.prefix(length))
    }

    // MARK: - Private

    private func lengthWithoutFooter(_ bytes: Span<UInt8>) -> Int {
        var end = bytes.count
        var seen = Seen()
        while end > 0 {
            // One byte more than the longest line may have, to tell one that is longer.
            let least = max(0, end - Self.longestLine - 1)
            let start = bytes.offsetPastLast(.lineFeed, in: least..<end)
            guard end - start <= Self.longestLine,
                isFooter(bytes.extracting(start..<end), &seen)
            else { break }
            end = max(0, start - 1)
        }
        return end
    }

    /// What the lines behind the one in question were.
    private struct Seen {
        /// Software writes one.
        var isOrigin = false
        var isCommentCount = false
    }

    /// In bytes; a longer line is somebody's paragraph.
    private static let longestLine = 400

    /// Blank lines are of the footer too.
    private func isFooter(_ line: Span<UInt8>, _ seen: inout Seen) -> Bool {
        guard Self.mayBeOfFooter(line) else { return false }
        let start = Self.offsetPastBlanks(in: line)
        guard start < line.count else { return true }
        let words = line.extracting(start..<line.count)
        if Self.isOfMedium(words) || AttachmentLine.isOne(words) { return true }
        let bytes = (start..<line.count).map { line[$0] }
        let text = String(decoding: bytes, as: UTF8.self).trimmed.lowercased()
        if !seen.isOrigin, isOrigin(text) {
            seen.isOrigin = true
            return true
        }
        if Self.isCount(text, of: Self.comments) {
            seen.isCommentCount = true
            return true
        }
        if seen.isCommentCount, Self.isAboveCommentCount(text) { return true }
        return Self.isPhrase(text) || isPhraseBeforeTitle(text) || AuthorLine.isOne(text)
            || Self.isPostCount(text) || Self.isSubmission(text) || Self.isPosted(text)
    }

    private static func mayBeOfFooter(_ line: Span<UInt8>) -> Bool {
        let start = offsetPastBlanks(in: line)
        guard start < line.count else { return true }
        let words = line.extracting(start..<line.count)
        return mayBeFooter(words) || isOfMedium(words) || AttachmentLine.isOne(words)
    }

    private static func offsetPastBlanks(in line: Span<UInt8>) -> Int {
        var start = 0
        while start < line.count, line[start].isASCIISpace { start += 1 }
        return start
    }

    /// Whether a line starts as a footer does: with certain letters, or a number and certain letters.
    ///
    /// Nearly no line does, and to have each one in lower case took a third of all the time.
    private static func mayBeFooter(_ line: Span<UInt8>) -> Bool {
        let beginning = beginning(of: line, at: 0, length: 5)
        if firstLetters & 1 << (beginning >> 32 & 0x3F) != 0, beginnings.contains(beginning) {
            return true
        }
        guard line[0].isASCIIDigit || line[0] >= 0x80 else { return false }
        var second = 0
        while second < line.count, line[second] != .space { second += 1 }
        while second < line.count, line[second] == .space { second += 1 }
        return counted.contains(Self.beginning(of: line, at: second, length: 4))
    }

    /// So many bytes in lower case as one number, those of letters beyond ASCII all the same; 0 where
    /// there are fewer.
    private static func beginning(of line: Span<UInt8>, at start: Int, length: Int) -> UInt64 {
        guard start + length <= line.count else { return 0 }
        var number: UInt64 = 0
        for index in start..<start + length {
            let byte = line[index]
            number = number << 8 | UInt64(byte < 0x80 ? byte.lowercasedASCII : 0x80)
        }
        return number
    }

    private static let beginnings =
        (Array(phrases) + posted + [submission, comments, points] + addresses
        + AuthorLine.beginnings + origins.map(\.begin)).map {
            beginning(of: $0.utf8.span, at: 0, length: 5)
        }

    /// A bit for the first byte of each, by its lower six bits.
    private static let firstLetters = beginnings.reduce(0) { $0 | 1 << ($1 >> 32 & 0x3F) } as UInt64

    private static let counted = posts.map { beginning(of: $0.utf8.span, at: 0, length: 4) }

    static let phrases: Set<String> = [
        "read full topic", "przeczytaj cały temat", "lasīt visu tematu", "continue reading",
        "czytaj dalej", "lasīt tālāk", "[link] [comments]", "read more", "czytaj więcej",
        "przeczytaj więcej", "lasīt vairāk",
        // Bluesky, for what its feeds leave out.
        "[contains quote post or other embedded content]",
    ]

    /// With the dots or arrows behind it that say that there is more, and Nikola's "(3 min remaining to
    /// read)".
    private static func isPhrase(_ line: String) -> Bool {
        var words = line[...]
        if words.hasSuffix(")"), let start = words.lastIndex(of: "("),
            words[start...].contains(" min")
        {
            words = words[..<start]
        }
        while let last = words.last, " .…»›→>".contains(last) { words.removeLast() }
        return phrases.contains(String(words))
    }

    private static let submission = "submitted by /u/"

    /// Reddit: `submitted by /u/ola`, `submitted by /u/ola to r/kettles`.
    private static func isSubmission(_ line: String) -> Bool {
        guard line.hasPrefix(submission) else { return false }
        let words = line.split(separator: " ")
        return words.count == 3
            || words.count == 5 && words[3] == "to" && words[4].hasPrefix("r/")
    }

    /// Medium's line on where a story was published, which begins with the story's title.
    private static func isOfMedium(_ line: Span<UInt8>) -> Bool {
        let start = line.count - endOfMedium.utf8.count
        // Cut within a character, the rest would be no text.
        guard start > 0, line[start] == UInt8(ascii: "o") else { return false }
        return line.extracting(start..<line.count).knownText == endOfMedium
    }

    private static let endOfMedium =
        "on Medium, where people are continuing the conversation by highlighting and responding to "
        + "this story."

    /// WordPress's line on where a post appeared first: its title, and the site's name.
    private static let origins: [(begin: String, part: String)] = [
        ("the post ", " appeared first on "), ("the post ", " first appeared on "),
        ("artykuł ", " pochodzi z serwisu "),
        ("wpis ", " pochodzi z serwisu "), ("raksts ", " pirmo reizi parādījās "),
    ]

    /// A text without such a line at its end; `nil` where none is.
    ///
    /// Only for texts in which hardly anything else begins so, such as summaries: whether title and site
    /// are named as they are is not looked at, as that takes long.
    static func withoutOrigin(_ text: String) -> String? {
        let bytes = text.utf8.span
        let least = max(0, bytes.count - longestLine - 1)
        let start = bytes.offsetPastLast(.lineFeed, in: least..<bytes.count)
        guard start > 0, bytes[start - 1] == .lineFeed else { return nil }
        let line = bytes.extracting(start..<bytes.count)
        let isOne = origins.contains { frame in
            line.beginsInLowerCase(frame.begin.utf8.span) && line.holds(frame.part.utf8.span)
        }
        return isOne ? String(text.utf8.prefix(start - 1)) : nil
    }

    private func isOrigin(_ line: String) -> Bool {
        Self.origins.contains { frame in
            guard line.hasPrefix(frame.begin), let part = line.ranges(of: frame.part).last else {
                return false
            }
            let start = line.index(line.startIndex, offsetBy: frame.begin.count)
            guard start <= part.lowerBound else { return false }
            let named = line[start..<part.lowerBound].trimmed
            return !named.isEmpty && named == title.lowercased() || isOfTwoLinks(frame)
        }
    }

    /// Whether title and site are links, one on either side of the words between them.
    private func isOfTwoLinks(_ frame: (begin: String, part: String)) -> Bool {
        let html = html.suffix(Self.longestOrigin).lowercased()
        guard let part = html.ranges(of: frame.part).last,
            let begin = html[..<part.lowerBound].ranges(of: frame.begin).last
        else { return false }
        return html[begin.upperBound..<part.lowerBound].trimmed.hasPrefix("<a ")
            && html[..<part.lowerBound].hasSuffix("</a>")
            && html[part.upperBound...].trimmed.hasPrefix("<a ")
    }

    /// In characters, with both addresses.
    private static let longestOrigin = 2_000

    /// Discourse: `3 posts - 2 participants`, `11. ieraksts no 11`, `3 wpisy - 2 uczestników`.
    private static func isPostCount(_ line: String) -> Bool {
        let words = line.split(separator: " ")
        guard words.count >= 4, words[0].first?.isNumber == true, posts.contains(words[1]) else {
            return false
        }
        if words.count == 4 {
            return words[0].last == "." && words[2] == "no" && words[3].allSatisfy(\.isNumber)
        }
        return words.count == 5 && words[2] == "-" && words[3].allSatisfy(\.isNumber)
            && participants.contains { words[4].hasPrefix($0) }
    }

    /// `hnrss.org`: `Article URL: …`, `Comments URL: …`, `Points: 12`, `# Comments: 3`, of which the counts
    /// are others at each reading.
    private static func isAboveCommentCount(_ line: String) -> Bool {
        isCount(line, of: points)
            || addresses.contains {
                line.hasPrefix($0 + " http") && !line.dropFirst($0.count + 1).contains(" ")
            }
    }

    private static func isCount(_ line: String, of what: String) -> Bool {
        line.hasPrefix(what) && Int(line.dropFirst(what.count).trimmed) != nil
    }

    private static let comments = "# comments:"
    private static let points = "points:"
    private static let addresses = ["article url:", "comments url:"]

    private static let posts: [Substring] = [
        "post", "posts", "posty", "postów", "wpis", "wpisy", "wpisów", "ieraksts", "ieraksti",
        "ierakstu",
    ]

    private static let participants = ["participant", "uczestni", "dalībniek"]
}

extension Span<UInt8> {
    /// Whether it begins with text in lower case, letters of ASCII in either case.
    fileprivate func beginsInLowerCase(_ text: Span<UInt8>) -> Bool {
        guard count >= text.count else { return false }
        for index in 0..<text.count where self[index].lowercasedASCII != text[index] {
            return false
        }
        return true
    }
}
