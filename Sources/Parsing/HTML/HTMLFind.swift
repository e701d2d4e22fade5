/// What a selector leads to in a page: an element, or an attribute or a text of one.
struct HTMLFind {
    /// The element, or the one that has the attribute or the text.
    let node: HTMLNode
    /// The value of the attribute, or the text; `nil` for an element.
    let words: String?

    /// What it says, on one line; `nil` if that is nothing.
    var textLine: String? { textLine(omitting: []) }

    /// As above, without the elements of some identities.
    func textLine(omitting omitted: Set<UInt>) -> String? {
        words.map { PlainText.line(ofPlain: Array($0.utf8)[...]) }
            ?? PlainText.line(ofHTML: node.html(omitting: omitted))
    }

    /// What it says; machines are given it in `content`.
    var stated: String? { textLine ?? attribute("content") }

    /// An attribute of the element; `nil` where something of it was asked for by name.
    func attribute(_ name: String) -> String? { words == nil ? node.attribute(name) : nil }

    /// Its HTML.
    func html(omitting omitted: OmittedElements) -> [UInt8] {
        // What is said for machines alone is a value, not an element's content.
        guard let words = words ?? (node.name == "meta" ? node.attribute("content") : nil) else {
            return node.html(omitting: omitted)
        }
        var html: [UInt8] = []
        html.appendEscaped(words.utf8)
        return html
    }
}
