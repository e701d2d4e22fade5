import Hashing
package import Model

extension FetchRequest {
    /// By what a body is known that was parsed and stored: its hash, and of a page how it is read, as
    /// other selectors find other entries in the same bytes.
    func mark(of body: [UInt8]) -> String {
        ([ContentHash.hex(body)] + [reading].compactMap { $0 }).joined(separator: " ")
    }

    /// The mark of no body, for what is to be read again in the same way; `nil` for feeds.
    package var markOfNoBody: String? { reading.map { "- \($0)" } }

    /// How the document is read; `nil` for feeds, which are all read in one way.
    var reading: String? {
        let source = feed.source
        guard source.kind != .feed else { return nil }
        let selectors = source.selectors
        let parts = [
            selectors?.item, selectors?.title, selectors?.author, selectors?.date, selectors?.text,
            selectors?.link, selectors?.next,
        ]
        let hash = ContentHash.hex(of: [source.kind.rawValue] + parts.map { $0 ?? "" })
        return String(hash.prefix(16))
    }

    /// Whether what is held was read as it is read now.
    var isReadAsHeld: Bool {
        bodyHash?.split(separator: " ").dropFirst().first.map(String.init) == reading
    }
}
