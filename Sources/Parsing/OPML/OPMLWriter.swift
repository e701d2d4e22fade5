/// Writes OPML 2.0 in UTF-8.
///
/// The same outlines, in whatever order, give the same bytes: folders, outlines and attributes are
/// sorted, and no date is written.
package enum OPMLWriter {
    package static func document(_ document: OPMLDocument) -> [UInt8] {
        var output = Array(#"<?xml version="1.0" encoding="UTF-8"?>"#.utf8)
        output.append(contentsOf: "\n<opml version=\"2.0\">\n  <head>\n".utf8)
        if let title = document.title {
            output.append(contentsOf: "    <title>".utf8)
            output.appendXML(title)
            output.append(contentsOf: "</title>\n".utf8)
        }
        output.append(contentsOf: "  </head>\n  <body>\n".utf8)
        var open: [String] = []
        for outline in document.outlines.sorted(by: isBefore) {
            enter(outline.folder, from: &open, &output)
            output.startOutline(depth: open.count)
            for (name, value) in attributes(of: outline) { output.appendAttribute(name, value) }
            output.append(contentsOf: "/>\n".utf8)
        }
        enter([], from: &open, &output)
        output.append(contentsOf: "  </body>\n</opml>\n".utf8)
        return output
    }

    // MARK: - Private

    private static let standardNames: Set<String> = [
        "text", "title", "type", "xmlurl", "htmlurl", "language", "description", "version",
        "category", "iscomment",
    ]

    /// By folder first, so that what is in one stands together.
    private static func isBefore(_ one: OPMLDocument.Outline, _ other: OPMLDocument.Outline) -> Bool
    {
        if one.folder != other.folder {
            return one.folder.lexicographicallyPrecedes(other.folder)
        }
        return key(of: one).lexicographicallyPrecedes(key(of: other))
    }

    private static func key(of outline: OPMLDocument.Outline) -> [String] {
        attributes(of: outline).flatMap { [$0.name, $0.value] }
    }

    /// Ends the open folders that a path is not in, and starts those that it is.
    private static func enter(_ path: [String], from open: inout [String], _ output: inout [UInt8])
    {
        let common = zip(open, path).prefix { $0 == $1 }.count
        while open.count > common {
            open.removeLast()
            output.indent(depth: open.count)
            output.append(contentsOf: "</outline>\n".utf8)
        }
        for name in path.dropFirst(common) {
            output.startOutline(depth: open.count)
            output.appendAttribute("text", name)
            output.append(contentsOf: ">\n".utf8)
            open.append(name)
        }
    }

    private static func attributes(of outline: OPMLDocument.Outline)
        -> [(name: String, value: String)]
    {
        let categories = outline.categories
            .map { String($0.map { $0 == "," ? " " : $0 }) }.joined(separator: ",").nonEmpty
        let standard = [
            // OPML 2.0 wants a text in every outline.
            ("text", outline.text ?? outline.title ?? outline.xmlURL ?? ""),
            ("title", outline.title), ("type", outline.type), ("xmlUrl", outline.xmlURL),
            ("htmlUrl", outline.htmlURL), ("language", outline.language),
            ("description", outline.description), ("version", outline.version),
            ("category", categories), ("isComment", outline.isComment ? "true" : nil),
        ]
        var names = standardNames
        let others = outline.otherAttributes
            .filter { isName($0.name) && names.insert($0.name.lowercased()).inserted }
            .sorted { $0.name < $1.name }
        return standard.compactMap { name, value in value.map { (name, $0) } }
            + others.map { ($0.name, $0.value) }
    }

    /// Whether an attribute may be called so, without a prefix, which would have to be declared.
    private static func isName(_ name: String) -> Bool {
        guard let first = name.utf8.first, first.isASCIILetter || first == UInt8(ascii: "_") else {
            return false
        }
        return name.lowercased() != "xmlns"
            && name.utf8.allSatisfy { $0 < 0x80 && $0.isNamePart && $0 != .colon }
    }
}

extension [UInt8] {
    fileprivate mutating func indent(depth: Int) {
        append(contentsOf: repeatElement(.space, count: 4 + 2 * depth))
    }

    fileprivate mutating func startOutline(depth: Int) {
        indent(depth: depth)
        append(contentsOf: "<outline".utf8)
    }

    fileprivate mutating func appendAttribute(_ name: String, _ value: String) {
        append(.space)
        append(contentsOf: name.utf8)
        append(contentsOf: "=\"".utf8)
        appendXML(value)
        append(.quote)
    }

    /// Appends text so that XML reads all of it as text, line breaks in attributes too.
    ///
    /// Characters that no XML document may hold are left out (XML 1.0 §2.2).
    fileprivate mutating func appendXML(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\t", "\n", "\r": append(contentsOf: "&#\(scalar.value);".utf8)
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
            default: appendEscaped(String(scalar).utf8)
            }
        }
    }
}
