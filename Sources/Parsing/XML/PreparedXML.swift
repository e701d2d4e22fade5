/// An XML document made safe and plain for libxml2: no DOCTYPE, comments, processing instructions,
/// entities or CDATA sections, and no `&` or `<` that is not mark-up.
///
/// Each CDATA section is swapped for a processing instruction that holds its number: libxml2 goes
/// through CDATA character by character, which is more than half of its work on a usual feed.
struct PreparedXML {
    /// What libxml2 is given.
    let bytes: [UInt8]
    /// The text before preparation, which offsets, once mapped, and CDATA sections point into.
    let source: [UInt8]
    /// Contents of the CDATA sections, in order.
    let sections: [Range<Int>]
    let root: Root
    /// Where the prepared bytes and the source drift apart.
    let edits: [Edit]

    /// The document's first element.
    struct Root {
        /// Without prefix, in lower case.
        let name: String
        let offset: Int
    }

    /// From `prepared` on, up to the next edit, a byte stands `source - prepared` bytes further on in
    /// the source.
    struct Edit {
        let prepared: Int
        let source: Int
    }

    /// The target of the instructions that stand for CDATA sections.
    static let sectionTarget: StaticString = "cdata"

    /// Where a byte of the prepared document stands in the source.
    func sourceOffset(of prepared: Int) -> Int {
        var low = 0
        var high = edits.count
        while low < high {
            let middle = (low + high) / 2
            if edits[middle].prepared <= prepared { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return prepared }
        let edit = edits[low - 1]
        let next = low < edits.count ? edits[low].source : source.count
        return min(edit.source + prepared - edit.prepared, next)
    }
}
