import Foundation
import Grouping
import Model
import Reporting

/// Removes mentions from a report, together with everything in it that refers to them, and the authors
/// who asked for it.
///
/// It goes by the shape of a listed mention and not by the report's type, so that reports of earlier
/// versions are redacted as well. Figures stay as they were counted.
struct ReportRedactor {
    let erasure: Erasure
    let hashes: PrivacyHashes

    /// The report without the mentions; `nil` where it has none of them.
    func redacted(_ report: JSONTree) -> JSONTree? {
        var ids: Set<String> = []
        var posts = 0
        collectErased(in: report, into: &ids, &posts)
        var redacted = pruned(report, ids) ?? .object([:])
        guard redacted != report else { return nil }
        if !ids.isEmpty {
            redacted = ReportTerms(saidIn: redacted).kept(in: redacted)
            let gone = risingTerms(of: report).subtracting(risingTerms(of: redacted))
            redacted = quotingNone(of: gone, in: redacted)
        }
        return noting(ids.isEmpty ? posts : ids.count, in: redacted)
    }

    /// What a report that was redacted for this erasure says at its top.
    var mark: String { "(\(erasure.id))" }

    // MARK: - Private

    /// - Parameter posts: counts those that tickets are about, which have no ids here.
    private func collectErased(
        in tree: JSONTree, into ids: inout Set<String>, _ posts: inout Int
    ) {
        switch tree {
        case .list(let items): for item in items { collectErased(in: item, into: &ids, &posts) }
        case .object(let members):
            if isErased(tree) {
                if let id = tree["id"]?.string { ids.insert(id) } else { posts += 1 }
            }
            for member in members.values { collectErased(in: member, into: &ids, &posts) }
        case .null, .bool, .whole, .number, .string: break
        }
    }

    /// Whether this is a mention, as reports list them, of an entry that was erased.
    private func isErased(_ tree: JSONTree) -> Bool {
        guard let (feed, entry) = place(ofMention: tree) else { return false }
        if let before = erasure.suppression.before {
            return tree["date"]?.date.map { $0 < before } ?? false
        }
        // A report may be kept longer than its entries; the archive no longer knows of these.
        return erasure.suppression.entries.contains(
            hashes.entry(Entry.ID(entry), of: Feed.ID(feed)))
            || tree["link"]?.string.map(isErasedLink) ?? false
    }

    /// The feed and the id of a mention's entry; `nil` for what is no mention.
    private func place(ofMention tree: JSONTree) -> (feed: String, entry: String)? {
        guard let feed = tree["feed"]?.string, let entry = tree["entry"]?.string else { return nil }
        return (feed, entry)
    }

    /// The key of the post that a ticket is about.
    private static let ticketPost = "post"

    /// `nil` for what is removed as a whole.
    ///
    /// - Parameter isListed: whether it is an item of a list, which then loses only this item.
    private func pruned(
        _ tree: JSONTree, _ ids: Set<String>, isListed: Bool = false
    ) -> JSONTree? {
        switch tree {
        case .null, .bool, .whole, .number: return tree
        case .string(let text):
            let links = erasedLinks(in: text)
            if ids.contains(text) || isListed && !links.isEmpty { return nil }
            return .string(links.reduce(text) { $0.replacing($1, with: "…") })
        case .list(let items):
            return .list(items.compactMap { pruned($0, ids, isListed: true) })
        case .object(let members):
            // Another post that quotes the page's address stays, as it does in the archive.
            if place(ofMention: tree) != nil { return isErased(tree) ? nil : tree }
            var kept: [String: JSONTree] = [:]
            for (key, member) in members {
                // Whatever is about a mention goes with it: an answer to it, or a story told by it.
                guard let value = pruned(member, ids, isListed: isListed) else {
                    // But a ticket is listed for its own sake, and known by its key.
                    if key == Self.ticketPost { continue }
                    return nil
                }
                kept[key] = value
            }
            return isErasedAuthor(tree, leaving: kept) ? nil : .object(kept)
        }
    }

    /// Whether this is an author whose stories others repeated, as trends name them, who is to go or has
    /// none of the posts left by which they are there.
    private func isErasedAuthor(_ tree: JSONTree, leaving kept: [String: JSONTree]) -> Bool {
        guard tree["kind"]?.string == "author", let author = tree["id"]?.string else {
            return false
        }
        return erasure.suppression.authors.contains(author)
            || tree["mentions"] != kept["mentions"] && kept["mentions"] == .list([])
    }

    /// The pages of entries that were erased, as far as a message names them.
    private func erasedLinks(in text: String) -> [String] {
        guard !erasure.suppression.links.isEmpty, text.contains("://") else { return [] }
        return text.split(whereSeparator: \.isWhitespace)
            .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: ":,;.()\"'")) }
            .filter(isErasedLink)
    }

    private func isErasedLink(_ link: String) -> Bool {
        guard !erasure.suppression.links.isEmpty else { return false }
        return StorySketcher.linkKey(CanonicalLink.canonical(link, keepsFragment: true))
            .map { erasure.suppression.links.contains(hashes.link(key: $0)) } ?? false
    }

    /// Words that trends list, each with a post that has it, and quote in a headline.
    private func risingTerms(of report: JSONTree) -> Set<String> {
        guard case .list(let items) = report["rising"] else { return [] }
        return Set(items.compactMap { $0["term"]?.string })
    }

    private func quotingNone(of terms: Set<String>, in report: JSONTree) -> JSONTree {
        guard !terms.isEmpty, case .object(var members) = report,
            case .list(let headlines) = members["headlines"]
        else { return report }
        // As English, and as Polish and Latvian quote.
        let quotes = terms.flatMap { term in ["“", "„"].map { (quote: $0 + term + "”", mark: $0) } }
        members["headlines"] = .list(
            headlines.map { headline in
                guard let text = headline.string else { return headline }
                return .string(
                    quotes.reduce(text) { $0.replacing($1.quote, with: "\($1.mark)…”") })
            })
        return .object(members)
    }

    private func noting(_ count: Int, in report: JSONTree) -> JSONTree {
        guard case .object(var members) = report, case .list(let headlines) = members["headlines"]
        else { return report }
        let erased: ErasureNote.Erased =
            if count > 0 { .mentions(count) } else { erasure.kind == .url ? .address : .name }
        let language = report["origin"]?["language"]?.string.flatMap(ReportLanguage.init(rawValue:))
        let note = ErasureNote.sentence(of: erased, mark: mark, in: language ?? .english)
        members["headlines"] = .list(headlines + [.string(note)])
        return .object(members)
    }
}
