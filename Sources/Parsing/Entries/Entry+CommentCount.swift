import Model

extension Entry {
    /// Takes the number of comments that Textpattern writes behind a title, `Title [12]`, for that.
    ///
    /// In the title, each further comment would be an edit. What is told by are the ids that it makes:
    /// nobody else's are a `tag:` with two hashes.
    mutating func settleCommentCount() {
        guard let title, title.utf8.last == .closeBracket, isOfTextpattern,
            let bracket = title.lastIndex(of: "["),
            let count = Int(title[title.index(after: bracket)...].dropLast()), count > 0,
            let own = title[..<bracket].trimmed.nonEmpty
        else { return }
        self.title = own
        commentCount = commentCount ?? count
    }

    /// `tag:host.example,2026-11-28:` and two MD5 in hexadecimal, parted by a slash.
    private var isOfTextpattern: Bool {
        guard id.value.hasPrefix("tag:"), let colon = id.value.lastIndex(of: ":") else {
            return false
        }
        let hashes = id.value[colon...].dropFirst().split(
            separator: "/", omittingEmptySubsequences: false)
        return hashes.count == 2
            && hashes.allSatisfy { $0.utf8.count == 32 && $0.allSatisfy(\.isHexDigit) }
    }
}
