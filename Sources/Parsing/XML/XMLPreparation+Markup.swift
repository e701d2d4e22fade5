// XHTML in Atom, which most publishers' software writes without a flaw: that is made into HTML here, in
// one pass, and handed over whole. libxml2 has a call for each tag and each piece of text between two.

extension XMLPreparation {
    /// Makes the XHTML that starts at the position a section, if nothing in it needs mending.
    ///
    /// The position is behind the start tag of the element that holds it, or stays there.
    mutating func swapMarkup() {
        // What is inside of something flawed is not worth looking at once more.
        guard entities.isEmpty, buffer.position >= lastFlaw else { return }
        if decoded.isEmpty { decoded.reserveCapacity(source.count - buffer.position) }
        let start = decoded.count
        var markup = FlawlessMarkup(
            in: source, from: buffer.position, output: exchange(&decoded, with: []))
        let end = markup.write(depth: depth)
        decoded = exchange(&markup.output, with: [])
        if let end {
            addSection(.markup(start..<decoded.count), to: end)
        } else {
            decoded.removeSubrange(start...)
            lastFlaw = markup.position
        }
    }

    /// Whether an element of an Atom document holds XHTML that is not escaped (RFC 4287 §3.1.1.3).
    ///
    /// - Parameter tag: all of its start tag.
    static func holdsMarkup(_ source: [UInt8], _ name: Range<Int>, _ tag: Range<Int>) -> Bool {
        guard constructs[ShortName(source, name)] != nil else { return false }
        var isMarkup = false
        for attribute in HTMLAttributes(source, name.upperBound..<tag.upperBound - 1) {
            if attribute.name == "type" {
                isMarkup = ShortName(lowercasing: source, attribute.value) == "xhtml"
            } else if attribute.name == "mode" {
                // Atom 0.3, where it may be escaped.
                return false
            }
        }
        return isMarkup
    }

    // MARK: - Private

    private static let constructs = ShortNameTable(
        ["title", "subtitle", "summary", "content"].map { (ShortName($0), true) })
}
