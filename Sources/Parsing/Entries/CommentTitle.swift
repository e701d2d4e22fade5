import Model

/// What WordPress, Reddit and PeerTube write over each comment in their feeds: "Comment on Title by Name",
/// "By: Name", "/u/name on Title", "Title - Name".
///
/// It is no title of the comment's own, and it names somebody who may be kept as a pseudonym.
enum CommentTitle {
    /// The title of what is commented; `nil` where no more is said than who comments.
    ///
    /// In a wording that is not known, an ellipsis stands for the name.
    static func subject(of title: String, by name: String) -> String? {
        for (before, after) in wordings {
            let before = before.replacing("{name}", with: name)
            let after = after.replacing("{name}", with: name)
            guard title.hasPrefix(before), title.hasSuffix(after),
                before.count + after.count < title.count
            else { continue }
            return String(title.dropFirst(before.count).dropLast(after.count))
        }
        // "By: Name" is a word and a name in most languages.
        let isWhose =
            title.hasSuffix(name)
            && title.dropLast(name.count).split(whereSeparator: \.isWhitespace).count == 1
        return isWhose ? nil : title.replacing(name, with: "…")
    }

    // MARK: - Private

    /// What stands before and behind the title: on Reddit and PeerTube, and by WordPress's translations,
    /// former ones too; of two that begin alike the longer is first.
    private static let wordings = [
        ("{name} on ", ""), ("", " - {name}"),
        ("Comment on ", " by {name}"),
        ("Skomentuj ", ", którego autorem jest {name}"),
        ("Komentarz do wpisu ", ", którego autorem jest {name}"),
        ("Komentarz do ", ", którego autorem jest {name}"),
        ("Komentāri iekš ", " no {name}"), ("Komentārs par ", " no {name}"),
        ("{name} kommentaar ", " kohta"), ("Kommentar zu ", " von {name}"),
        ("Комментарий к записи ", " ({name})"), ("Коментарі до ", " від {name}"),
        ("Komentář k příspěvku ", " od {name}"), ("Komentár k ", " od {name}"),
    ]
}

extension Entry {
    /// Takes a comment on WordPress, Reddit or PeerTube, which say what it answers in its id or link, for
    /// an answer under the title of that.
    mutating func settleCommentTitle() {
        guard let commented = commentedID, let title, let name = authors.first?.name,
            !name.isEmpty, title.contains(name)
        else { return }
        self.title = CommentTitle.subject(of: title, by: name)
        inReplyTo = inReplyTo ?? commented
    }

    private var commentedID: String? {
        idOfCommentedEntry ?? idOfCommentedPost ?? idOfCommentedVideo
    }

    /// WordPress: `https://blog.example/?p=5` of `https://blog.example/?p=5#comment-93`.
    private var idOfCommentedEntry: String? {
        guard let mark = id.value.lastIndex(of: "#") else { return nil }
        let place = id.value[mark...]
        let number = place.dropFirst("#comment-".count)
        guard place.hasPrefix("#comment-"), !number.isEmpty, number.allSatisfy(\.isWholeNumber)
        else { return nil }
        return String(id.value[..<mark])
    }

    /// PeerTube: `https://tube.example/w/abc` of `https://tube.example/w/abc;threadId=7`.
    private var idOfCommentedVideo: String? {
        id.value.ranges(of: ";threadId=").last.map { String(id.value[..<$0.lowerBound]) }
    }

    /// Reddit: `t3_1a2b3c` of a `t1_…` at `https://www.reddit.com/r/name/comments/1a2b3c/title/…`.
    private var idOfCommentedPost: String? {
        guard id.value.hasPrefix("t1_"), let parts = link?.split(separator: "/"),
            let index = parts.firstIndex(of: "comments"), index + 1 < parts.endIndex
        else { return nil }
        return "t3_\(parts[index + 1])"
    }
}
