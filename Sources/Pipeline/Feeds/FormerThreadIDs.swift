import Grouping
import Model
import Parsing
import Storing

/// Finds posts that were stored under the address of their thread, before posts were known by their own
/// links.
///
/// What is stored already must not be stored again, nor what was erased.
struct FormerThreadIDs {
    /// Whose ids are not stored.
    private let posts: [(entry: Entry, link: PostLink, page: String)]

    /// - Parameters:
    ///   - known: content hashes of those entries whose ids are stored.
    ///   - gone: those whose ids were stored once.
    init(_ document: ParsedDocument, known: [Entry.ID: String], gone: Set<Entry.ID>) {
        posts = document.entries.compactMap { entry in
            guard known[entry.id] == nil, !gone.contains(entry.id),
                let link = PostLink(entry.id.value),
                let page = entry.page.flatMap(StorySketcher.linkKey)
            else { return nil }
            return (entry, link, page)
        }
    }

    var isEmpty: Bool { posts.isEmpty }

    /// Links as stories compare them.
    var pages: [String] { posts.map(\.page) }

    /// What to look for among the tombstones of each post that may have gone.
    func candidates(among tombstones: Tombstones) -> [Entry.ID: [String]] {
        Dictionary(
            posts.map { ($0.entry.id, tombstones.candidates(for: $0.entry, ownPage: $0.page)) },
            uniquingKeysWith: +)
    }

    /// As what the posts are stored.
    ///
    /// - Parameter byPage: what is stored of `pages`.
    func stored(_ byPage: [String: [KnownEntry]]) -> [Entry.ID: KnownEntry] {
        var stored: [Entry.ID: KnownEntry] = [:]
        for (entry, link, page) in posts {
            stored[entry.id] = byPage[page]?.first { link.isOfThread($0.id) }
        }
        return stored
    }
}
