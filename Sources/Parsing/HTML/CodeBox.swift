/// Finds the boxes that blogs and forums put programs in, by the class of an element.
enum CodeBox {
    /// - Parameter range: where the attributes of the start tag stand.
    static func isOne(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        let attributes = HTMLAttributes(bytes, range)
        guard let value = attributes.first(where: { $0.name == "class" })?.value,
            value.contains(where: { mayBeName(in: bytes, at: $0) })
        else { return false }
        return HTMLReference.decodedText(bytes, value, inAttribute: true)
            .split(whereSeparator: \.isWhitespace).contains { names.contains($0.lowercased()) }
    }

    // MARK: - Private

    /// Whether one of the words stands there that all of the names hold, or what hides words from a look
    /// at the bytes.
    private static func mayBeName(in bytes: [UInt8], at offset: Int) -> Bool {
        switch bytes[offset] | 0x20 {
        case UInt8(ascii: "c"):
            bytes.hasPrefix("code", at: offset) || bytes.hasPrefix("chroma", at: offset)
        case UInt8(ascii: "h"):
            bytes.hasPrefix("highlight", at: offset) || bytes.hasPrefix("hljs", at: offset)
        case UInt8(ascii: "b"): bytes.hasPrefix("brush", at: offset)
        case UInt8(ascii: "p"): bytes.hasPrefix("prettyprint", at: offset)
        case UInt8(ascii: "l"): bytes.hasPrefix("lighter", at: offset)
        case UInt8(ascii: "s"):
            bytes.hasPrefix("syntax", at: offset) || bytes.hasPrefix("src-", at: offset)
        case .ampersand, 0x80...: true
        default: false
        }
    }

    private static let names: Set<String> = [
        "codebox", "codeheader", "bbc_code", "bbcode_code", "bbcode_code_container",
        "bbcode_description",
        "bbcodeblock--code", "codeblock", "code-block", "highlight", "wp-block-code",
        "syntaxhighlighter", "brush:", "ipscode", "prettyprint",
        // Pygments, Pandoc, Hugo, Jekyll, highlight.js, Org, and plug-ins of WordPress.
        "codehilite", "sourcecode", "chroma", "highlighter-rouge", "hljs", "org-src-container",
        "wp_syntax", "crayon-syntax", "enlighterjsraw", "dp-highlighter", "code-toolbar",
    ]
}
