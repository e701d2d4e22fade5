/// An XML document made safe and plain for libxml2: no DOCTYPE, comments, processing instructions,
/// entities or CDATA sections, and no `&` or `<` that is not mark-up.
///
/// Text is blank, or marks that hold the numbers of sections: of each CDATA section and each other piece
/// of text. libxml2 goes through CDATA and text beyond ASCII character by character, and hands over escaped
/// HTML in as many pieces as it has references, which is most of its work on a usual feed.
struct PreparedXML {
    /// What libxml2 is given.
    let bytes: [UInt8]
    /// The text before preparation, which offsets, once mapped, and CDATA sections point into.
    let source: [UInt8]
    /// What was swapped, in order.
    let sections: [Section]
    /// Texts whose references are decoded, which sections point into.
    let decoded: [UInt8]
    let root: Root
    /// Where the prepared bytes and the source drift apart.
    let edits: [Edit]

    /// Where a CDATA section or a piece of text stands.
    enum Section {
        case source(Range<Int>)
        case decoded(Range<Int>)
        /// Of the decoded texts too; HTML already, where XHTML is asked for.
        case markup(Range<Int>)

        var isMarkup: Bool {
            if case .markup = self { true } else { false }
        }
    }

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

    /// Starts the mark of a section; its number and a semicolon follow.
    ///
    /// The control character DEL, which XML allows and nobody writes.
    static let sectionStart: UInt8 = 0x7F
    static let sectionEnd = UInt8.semicolon

    /// The content of a section; `nil` if there is none of the number.
    func content(ofSection number: Int) -> ArraySlice<UInt8>? {
        guard sections.indices.contains(number) else { return nil }
        return switch sections[number] {
        case .source(let range): source[range]
        case .decoded(let range), .markup(let range): decoded[range]
        }
    }

    /// Where a byte of the prepared document stands in the source.
    func sourceOffset(of prepared: Int) -> Int {
        var cursor = OffsetCursor()
        return cursor.sourceOffset(of: prepared, in: self)
    }
}

/// Turns offsets in a prepared document into those in its source: in rising order, in one pass over the
/// edits.
struct OffsetCursor {
    /// Edits at or before the last offset.
    private var passed = 0

    mutating func sourceOffset(of prepared: Int, in document: borrowing PreparedXML) -> Int {
        let edits = document.edits
        if passed > 0, edits[passed - 1].prepared > prepared { passed = 0 }
        while passed < edits.count, edits[passed].prepared <= prepared { passed += 1 }
        guard passed > 0 else { return prepared }
        let edit = edits[passed - 1]
        let next = passed < edits.count ? edits[passed].source : document.source.count
        return min(edit.source + prepared - edit.prepared, next)
    }
}
