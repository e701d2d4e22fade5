import Model

/// What forums and networks write as a title where the post has none of its own, or before the one that
/// it has: who posts, whom it answers, when.
enum PlatformTitle {
    /// The title of what is answered, as bbPress puts it over a reply: "Reply To: Title".
    static func subjectOfReply(_ title: String) -> Substring? {
        replies.first { title.hasPrefix($0) }.map { title.dropFirst($0.count) }
    }

    /// The same of NodeBB's "Reply to Title on Sun, 29 Nov 2026 08:04:11 GMT".
    static func subjectOfDatedReply(_ title: String) -> Substring? {
        guard title.hasPrefix(datedReply), title.hasSuffix(endOfDate),
            let range = title.ranges(of: " on ").last,
            range.lowerBound > title.index(title.startIndex, offsetBy: datedReply.count),
            FeedDate.date(String(title[range.upperBound...])) != nil
        else { return nil }
        return title[..<range.lowerBound].dropFirst(datedReply.count)
    }

    /// The same of Stack Exchange's "Answer by Name for Title", and of `hnrss.org`'s "New comment by Name in
    /// "Title"".
    static func subjectOfAnswer(_ title: String, by name: String) -> Substring? {
        for (before, behind, after) in answers {
            guard title.hasPrefix(before) else { continue }
            let start = before + name + behind
            if title.hasPrefix(start), title.hasSuffix(after),
                start.count + after.count < title.count
            {
                return title.dropFirst(start.count).dropLast(after.count)
            }
        }
        return nil
    }

    /// Whether it says nothing but who posts, as Misskey's "New note by Name".
    static func isByline(_ title: String, of name: String) -> Bool {
        bylines.contains { title.hasPrefix($0) && title.dropFirst($0.count) == name }
    }

    /// A title without Nitter's mark of what somebody passed on or pinned, where it is the text's own
    /// beginning: whoever wrote it did not name them.
    static func withoutMark(_ title: String, of text: String) -> Substring? {
        let rest: Substring
        if title.hasPrefix(pinned) {
            rest = title.dropFirst(pinned.count)
        } else if title.hasPrefix(passedOn), let end = title.firstRange(of: ": ") {
            rest = title[end.upperBound...]
        } else {
            return nil
        }
        let own = rest.lazy.filter { !$0.isWhitespace }.prefix(compared)
        return !own.isEmpty && text.lazy.filter { !$0.isWhitespace }.starts(with: own) ? rest : nil
    }

    // MARK: - Private

    private static let replies = ["Reply To: ", "Odpowiedź do: ", "Atbilde uz: ", "Antwort auf: "]
    private static let datedReply = "Reply to "
    private static let endOfDate = " GMT"
    private static let answers = [
        ("Answer by ", " for ", ""), ("Comment by ", " on ", ""),
        ("New comment by ", " in \"", "\""),
    ]
    private static let bylines = ["New note by ", "New post by ", "Post by "]
    private static let pinned = "Pinned: "
    private static let passedOn = "RT by @"

    /// In letters and signs.
    private static let compared = 24
}

extension Entry {
    /// Leaves out of the title what the software of a forum or a network put there.
    ///
    /// A reply keeps a mark that it is one, which counts what the thread's title says only once.
    mutating func settlePlatformTitle() {
        guard let title else { return }
        let name = authors.first?.name?.nonEmpty
        if let subject = PlatformTitle.subjectOfDatedReply(title) {
            self.title = "Re: \(subject)"
        } else if let subject = PlatformTitle.subjectOfReply(title), id.value.contains("#post-") {
            self.title = "Re: \(subject)"
        } else if let name, let subject = PlatformTitle.subjectOfAnswer(title, by: name) {
            self.title = "Re: \(subject)"
        } else if let name, PlatformTitle.isByline(title, of: name) {
            self.title = nil
        } else if let text, let own = PlatformTitle.withoutMark(title, of: text) {
            self.title = String(own)
        }
    }
}
