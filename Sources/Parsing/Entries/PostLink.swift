package import Model

/// A link to one post of a thread as Flarum has them: `https://forum.example/d/12-awaria/5`.
package struct PostLink {
    /// The thread's first post has 1.
    let number: Int
    private let site: String
    private let thread: String

    package init?(_ link: String) {
        let parts = link.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count >= 6, let number = Int(parts[parts.count - 1]), number > 0,
            parts[parts.count - 3] == "d"
        else { return nil }
        let thread = parts[parts.count - 2]
        guard thread.first?.isNumber == true, thread.contains("-") else { return nil }
        self.number = number
        self.thread = String(thread)
        site = parts[..<3].joined(separator: "/") + "/"
    }

    /// Whether it is the thread's address, in which the number may stand twice:
    /// `https://forum.example/d/12-12-awaria`.
    package func isOfThread(_ id: Entry.ID) -> Bool {
        id.value.hasPrefix(site) && id.value.hasSuffix(thread)
    }
}
