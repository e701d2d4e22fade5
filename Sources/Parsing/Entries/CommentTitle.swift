import Model

/// What software writes over each comment in its feeds: "Comment on Title by Name", "By: Name", "/u/name on
/// Title", "Title - Name", "Name: Title".
///
/// It is no title of the comment's own, and it names somebody who may be kept as a pseudonym.
enum CommentTitle {
    /// The title of what is commented; `nil` where no more is said than who comments.
    ///
    /// In a wording that is not known, an ellipsis stands for the name.
    static func subject(of title: String, by name: String) -> String? {
        if let known = knownSubject(of: title, by: name) { return known.nonEmpty }
        // "By: Name" is a word and a name in most languages.
        let isWhose =
            title.hasSuffix(name)
            && title.dropLast(name.count).split(whereSeparator: \.isWhitespace).count == 1
        return isWhose ? nil : title.replacing(name, with: "…")
    }

    /// The same, empty where no more is said; `nil` where the wording is not known.
    static func knownSubject(of title: String, by name: String) -> String? {
        if title == name { return "" }
        for (before, after) in wordings {
            let before = before.replacing("{name}", with: name)
            let after = after.replacing("{name}", with: name)
            guard title.hasPrefix(before), title.hasSuffix(after),
                before.count + after.count < title.count
            else { continue }
            return String(title.dropFirst(before.count).dropLast(after.count))
        }
        return nil
    }

    /// What Remark42 says behind the name of who answers whom: `jan, Title` of `Ola > jan, Title`.
    static func subject(ofRemark title: String, by name: String) -> String {
        let rest = title.dropFirst(name.count)
        guard rest.hasPrefix(" > ") || rest.hasPrefix(", ") else { return rest.trimmed }
        return rest.firstRange(of: ", ").map { String(rest[$0.upperBound...]) } ?? ""
    }

    /// Title and name of `Title - by: Name`, as Kunena has both; `nil` where a title is written otherwise.
    static func partsOfSigned(_ title: String)
        -> (subject: String, word: String, name: String)?
    {
        guard let dash = title.ranges(of: " - ").last else { return nil }
        let signature = title[dash.upperBound...]
        guard let colon = signature.firstRange(of: ": "),
            !signature[..<colon.lowerBound].contains(where: \.isWhitespace),
            let subject = title[..<dash.lowerBound].trimmed.nonEmpty,
            let name = signature[colon.upperBound...].trimmed.nonEmpty
        else { return nil }
        return (subject, signature[..<colon.lowerBound].lowercased(), name)
    }

    /// What stands before the number of a comment where a link leads to it.
    static let placesOfComments: Set<Substring> = [
        "c", "com", "com-", "comment", "comment-", "comment_", "comments-", "isso-",
    ]

    /// The same on Remark42, whose comments have letters in their numbers.
    static let placeOfRemark = "remark42__"

    /// How Stack Exchange, whose answers have a number alone, begins the titles of them.
    static let answer = "Answer by "

    static let signingWords: Set<String> = ["by", "przez", "autor", "autors", "no", "von", "автор"]

    // MARK: - Private

    /// What stands before and behind the title: on Reddit and PeerTube, by WordPress's translations, former ones too, on
    /// Serendipity and Dotclear, and where answers are told from comments; of two that begin alike the
    /// longer is first.
    private static let wordings = [
        ("{name} on ", ""), ("{name}: ", ""), ("{name} -> ", ""), ("", " - {name}"),
        ("\(answer){name} for ", ""), ("Comment by {name} for ", ""),
        ("Comment by {name} on ", ""),
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
    /// Takes a comment for an answer under the title of what it comments, where its title names who wrote it
    /// and its id or link says what it answers.
    mutating func settleCommentTitle() {
        guard let title else { return }
        guard let author = authors.first else { return settleSignature(in: title) }
        guard let name = author.name, !name.isEmpty, title.utf8.span.holds(name.utf8.span)
        else { return }
        if let commented = idOfCommentedEntry ?? idOfCommentedPost ?? idOfCommentedVideo {
            self.title = CommentTitle.subject(of: title, by: name)
            inReplyTo = inReplyTo ?? commented
        } else if let commented = commentedPage(in: title),
            let subject = subject(of: title, by: name)
        {
            self.title = subject.nonEmpty
            inReplyTo = inReplyTo ?? commented
        } else if mayBeThreadOfKunena, let signed = CommentTitle.partsOfSigned(title),
            signed.name == name
        {
            self.title = signed.subject
        }
    }

    /// Kunena names the author in the title alone, unless it tells addresses.
    private mutating func settleSignature(in title: String) {
        guard title.utf8.span.holds(" - ".utf8.span), mayBeThreadOfKunena,
            let signed = CommentTitle.partsOfSigned(title),
            CommentTitle.signingWords.contains(signed.word)
        else { return }
        self.title = signed.subject
        authors = [Person(name: signed.name)]
    }

    /// Whether its link ends as in `https://forum.example/pomoc/12-awaria#45`: elsewhere, "Poem of the week - by:
    /// Jan" and "Podcast - guest: Jan" tell what it is about.
    private var mayBeThreadOfKunena: Bool {
        guard let link, let last = link.split(separator: "/").last else { return false }
        let number = last.prefix(while: \.isWholeNumber)
        return !number.isEmpty && last.dropFirst(number.count).first == "-"
            || link.contains("com_kunena")
    }

    /// `nil` where nothing says that the title is none of its own.
    private func subject(of title: String, by name: String) -> String? {
        if link?.contains("#\(CommentTitle.placeOfRemark)") == true, title.hasPrefix(name) {
            return CommentTitle.subject(ofRemark: title, by: name)
        }
        return CommentTitle.knownSubject(of: title, by: name)
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

    /// Others: `https://blog.example/awaria` of a link to `https://blog.example/awaria#c93`, the comment's
    /// place in it.
    ///
    /// Other places have numbers, too: `/changes#v3.2`, `/#!/news/12`, and `#s=rss1`, by which readers are
    /// counted.
    private func commentedPage(in title: String) -> String? {
        guard let link, let mark = link.lastIndex(of: "#") else { return nil }
        let place = link[mark...].dropFirst()
        let word = place.prefix { !$0.isWholeNumber }
        guard word.endIndex < place.endIndex else { return nil }
        let isComment =
            CommentTitle.placesOfComments.contains(word)
            || place.hasPrefix(CommentTitle.placeOfRemark)
            || word.isEmpty && title.hasPrefix(CommentTitle.answer)
        return isComment ? String(link[..<mark]) : nil
    }
}
