import Model
import Storing

/// A lead before the content of a stored entry: one feed shows it, and another one shows the content
/// alone.
///
/// The archive keeps both as one text. The content hash leaves the lead out, and so shows where the
/// lead ends. It cannot do so if the text is that of the entry's own page, or if the link was masked
/// because it told who somebody is.
enum StoredLead {
    /// How many lines of a text are a lead; 0 for none.
    ///
    /// - Parameters:
    ///   - link: as it is stored.
    ///   - contentHash: as it is stored; see `Intake.contentHash(of:)`.
    static func lineCount(
        in text: String, title: String?, link: String?, contentHash: String
    ) -> Int {
        let hash = TaggedEntry.feedHash(contentHash)
        var entry = Entry(id: "", link: link, title: title, text: text)
        let pages: [String?] = [false, true].map { keepsFragment in
            link.map { CanonicalLink.canonical($0, keepsFragment: keepsFragment) }
        }
        let lines = text.utf8.count { $0 == UInt8(ascii: "\n") }
        for count in 0...min(lines, mostLines) {
            entry.leadLines = count
            for page in pages {
                entry.canonical = page
                if Intake.contentHash(of: entry) == hash { return count }
            }
        }
        return 0
    }

    /// More than a lead of a few paragraphs has.
    private static let mostLines = 32
}

extension ErasableEntry {
    /// Of its wordings that are meant, the contents behind the lead that its feed gives today.
    var contents: [String] {
        let count = StoredLead.lineCount(
            in: text, title: title, link: link, contentHash: contentHash)
        var entry = Entry(id: id, text: text)
        entry.leadLines = count
        guard count > 0, let content = entry.textOfContent else { return [] }
        let lead = text.dropLast(content.count)
        return texts.filter { $0.hasPrefix(lead) }.map { String($0.dropFirst(lead.count)) }
    }
}
