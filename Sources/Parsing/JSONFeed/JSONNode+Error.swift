extension JSONNode {
    /// What a server says that cannot give what it is asked for, in plain text; `nil` where it says no such thing.
    ///
    /// That is an `error` with a `message` or `error_description`, as of Mastodon, Bluesky and OAuth; the first of
    /// some `errors`, as of Discourse; and a `message` with a `code`, as of WordPress.
    var errorMessage: String? {
        let error = self["error"] ?? self["errors"]?.oneOrMore.first
        let name = (error?["message"] ?? error)?.titleOfHTML
        guard name != nil || self["code"]?.isErrorCode == true else { return nil }
        let message = (self["message"] ?? self["error_description"])?.titleOfHTML
        let words = [name, message == name ? nil : message].compactMap(\.self)
            .joined(separator: ": ").split(separator: " ").map(Self.quoted)
        return words.isEmpty ? nil : String(words.joined(separator: " ").prefix(Self.longest))
    }

    // MARK: - Private

    private static let longest = 200

    /// A key that the server repeats, or whose it is, would come to stand in reports: most keys are long, and the
    /// others have digits.
    private static func quoted(_ word: Substring) -> Substring {
        let mayBeKey = word.count > 20 || word.count > 7 && word.contains(where: \.isNumber)
        return mayBeKey || word.contains("@") ? "…" : word
    }

    /// Other numbers than those of errors may stand beside any message.
    private var isErrorCode: Bool {
        if let integer { integer >= 400 } else { text != nil }
    }
}
