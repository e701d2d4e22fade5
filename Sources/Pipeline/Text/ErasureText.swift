import Model
import Storing

/// An erasure in the few lines that an operator reads, before it or afterwards.
package struct ErasureText: Sendable {
    private let erasure: Erasure
    private let isPlan: Bool

    package init(_ erasure: Erasure, isPlan: Bool) {
        self.erasure = erasure
        self.isPlan = isPlan
    }

    package var text: String {
        let verb = isPlan ? "to erase" : "erased"
        var lines = [
            // A report counts a post once for each brand, and not where in it.
            "\(count(erasure.entries, "entry", "entries")) \(verb), with "
                + count(erasure.mentions, "place", "places") + " naming a brand"
        ]
        lines += erasure.feeds.map { "  \($0.feed)  \($0.entries)" }
        if erasure.entries == 0 { lines += nothingFound }
        if !isPlan {
            let files = erasure.filesRewritten + erasure.filesRemoved
            if !files.isEmpty {
                lines.append(
                    "\(erasure.filesRewritten.count) rewritten and \(erasure.filesRemoved.count) "
                        + "removed below out/")
            }
            lines.append("receipt: erasures/\(erasure.id).json")
        }
        if let tickets = erasure.ticketsLeft {
            lines.append("these tickets tell of it, and are for their systems to erase:")
            lines += tickets.prefix(Self.ticketsShown).map { "  \($0.destination)  \($0.ticket)" }
            let more = tickets.count - Self.ticketsShown
            if more > 0 {
                lines.append(
                    "  and \(more) more; \(isPlan ? "--format json" : "the receipt") names all")
            }
        }
        if let copies = erasure.copiesLeft {
            lines.append(
                "in these copies of the archive it stays; remove each that you need no longer:")
            lines += copies.map { "  \($0)" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: - Private

    private static let ticketsShown = 20

    /// Whoever answers a request has to know what was looked for, and that it is kept away all the same.
    private var nothingFound: [String] {
        let look =
            switch erasure.kind {
            case .author:
                "nobody was heard by this name; it has to be the one that the source shows, and at a "
                    + "source with `authors: none`, or once `retention` has let go of authors, only "
                    + "--url and --text find their posts"
            case .url: "nothing that was heard points to this page"
            case .text: "nothing that was heard says these words; zefirnet* finds every ending"
            case .before: "nothing that is kept was said before then"
            }
        // Texts are known by what was found alone.
        guard erasure.kind != .text else { return [look] }
        let verb = isPlan ? "would be" : "is"
        return [look, "what is heard of it from now on \(verb) kept away all the same"]
    }

    private func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(number) \(number == 1 ? one : many)"
    }
}
