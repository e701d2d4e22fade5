import Model

extension Person {
    /// Whose account the address of a post names, as on Mastodon and its kin, and on Bluesky, whose feeds
    /// name no author: `https://social.example/@ola/114` is by `@ola@social.example`.
    ///
    /// - Returns: none where the address names none.
    static func account(of link: String?) -> [Person] {
        guard let link else { return [] }
        if link.hasPrefix(bluesky) { return accountOnBluesky(link) }
        guard link.utf8.contains(UInt8(ascii: "@")), let address = WebAddress(link) else {
            return []
        }
        // Scheme, nothing, host, account, post.
        let parts = link.split(separator: "/", maxSplits: 4, omittingEmptySubsequences: false)
        guard parts.count == 5, !parts[4].isEmpty, parts[3].first == "@" else { return [] }
        let account = parts[3].dropFirst()
        guard !account.isEmpty, account.utf8.allSatisfy(isOfAccount) else { return [] }
        // That of another server is shown with it.
        let name = account.contains("@") ? "@\(account)" : "@\(account)@\(address.host)"
        return [Person(name: name, uri: parts[..<4].joined(separator: "/"))]
    }

    // MARK: - Private

    private static let bluesky = "https://bsky.app/profile/"

    /// `https://bsky.app/profile/ola.example/post/3k`, in which a number may stand for the name.
    private static func accountOnBluesky(_ link: String) -> [Person] {
        let parts = link.dropFirst(bluesky.count)
            .split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[1] == "post", parts[0].contains("."),
            parts[0].utf8.allSatisfy(isOfAccount)
        else { return [] }
        return [Person(name: "@\(parts[0])", uri: bluesky + parts[0])]
    }

    private static func isOfAccount(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
            UInt8(ascii: "."), UInt8(ascii: "@"):
            true
        default: false
        }
    }
}
