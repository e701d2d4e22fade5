import Foundation
import Grouping
import Model

/// Takes mentions out of a report, and whatever in it refers to them.
///
/// It goes by the shape of a listed mention and not by the report's type, so that reports of earlier
/// versions are redacted as well. Figures stay as they were counted.
struct ReportRedactor {
    let erasure: Erasure
    let hashes: PrivacyHashes

    /// The report without the mentions; `nil` where it has none of them.
    func redacted(_ report: JSONTree) -> JSONTree? {
        var ids: Set<String> = []
        collectErased(in: report, into: &ids)
        let pruned = pruned(report, ids) ?? .object([:])
        guard pruned != report else { return nil }
        return noting(ids.count, in: pruned)
    }

    /// What a report that was redacted for this erasure says at its top.
    var mark: String { "(\(erasure.id))" }

    // MARK: - Private

    private func collectErased(in tree: JSONTree, into ids: inout Set<String>) {
        switch tree {
        case .list(let items): for item in items { collectErased(in: item, into: &ids) }
        case .object(let members):
            if isErased(tree), let id = tree["id"]?.string { ids.insert(id) }
            for member in members.values { collectErased(in: member, into: &ids) }
        case .null, .bool, .whole, .number, .string: break
        }
    }

    /// Whether this is a mention, as reports list them, of an entry that was erased.
    private func isErased(_ tree: JSONTree) -> Bool {
        guard let (feed, entry) = place(ofMention: tree) else { return false }
        if let before = erasure.suppression.before {
            return tree["date"]?.date.map { $0 < before } ?? false
        }
        // A report may be kept for longer than its entries: the archive knows of these no more.
        return erasure.suppression.entries.contains(
            hashes.entry(Entry.ID(entry), of: Feed.ID(feed)))
            || tree["link"]?.string.map(isErasedLink) ?? false
    }

    /// The feed and the id of a mention's entry; `nil` for what is no mention.
    private func place(ofMention tree: JSONTree) -> (feed: String, entry: String)? {
        guard let feed = tree["feed"]?.string, let entry = tree["entry"]?.string else { return nil }
        return (feed, entry)
    }

    /// `nil` for what goes as a whole.
    private func pruned(_ tree: JSONTree, _ ids: Set<String>) -> JSONTree? {
        switch tree {
        case .null, .bool, .whole, .number: return tree
        case .string(let text): return ids.contains(text) || hasErasedLink(text) ? nil : tree
        case .list(let items): return .list(items.compactMap { pruned($0, ids) })
        case .object(let members):
            // Another post that quotes the page's address stays, as it does in the archive.
            if place(ofMention: tree) != nil { return isErased(tree) ? nil : tree }
            var kept: [String: JSONTree] = [:]
            for (key, member) in members {
                // What is about a mention, an answer to it or a story told by it, goes with it.
                guard let value = pruned(member, ids) else { return nil }
                kept[key] = value
            }
            return .object(kept)
        }
    }

    /// Whether a message names the page of an entry that was erased.
    private func hasErasedLink(_ text: String) -> Bool {
        guard !erasure.suppression.links.isEmpty, text.contains("://") else { return false }
        return text.split(whereSeparator: \.isWhitespace).contains { word in
            isErasedLink(
                String(word).trimmingCharacters(in: CharacterSet(charactersIn: ":,;.()\"'")))
        }
    }

    private func isErasedLink(_ link: String) -> Bool {
        guard !erasure.suppression.links.isEmpty else { return false }
        return StorySketcher.linkKey(CanonicalLink.canonical(link, keepsFragment: true))
            .map { erasure.suppression.links.contains(hashes.link(key: $0)) } ?? false
    }

    private func noting(_ count: Int, in report: JSONTree) -> JSONTree {
        guard case .object(var members) = report, case .list(let headlines) = members["headlines"]
        else { return report }
        let note =
            "\(count) \(count == 1 ? "mention was" : "mentions were") erased from this report on "
            + "request; its figures still count what was heard then \(mark)."
        members["headlines"] = .list(headlines + [.string(note)])
        return .object(members)
    }
}
