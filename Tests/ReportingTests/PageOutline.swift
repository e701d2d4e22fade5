/// The tags of a page with their attributes, read as a browser's tokenizer would (by scalars), and
/// nothing else.
///
/// Two pages whose texts differ and whose outlines do not have let no text become markup.
struct PageOutline {
    struct Tag: Hashable {
        let name: String
        let attributes: [String]
    }

    private(set) var tags: [Tag] = []
    /// Values of the attribute `href`, as written.
    private(set) var links: [String] = []
    /// The text of elements, as written.
    private(set) var text = String.UnicodeScalarView()
    /// The text of `style` elements, as written.
    private(set) var style = ""
    /// The text of `script` elements that are run, as written.
    private(set) var script = ""
    /// The text of those that are data, as written.
    private(set) var data = ""

    private let scalars: [Unicode.Scalar]
    private var index = 0

    init(_ html: String) {
        scalars = Array(html.unicodeScalars)
        while index < scalars.count {
            if startsTag {
                readTag()
            } else {
                text.append(scalars[index])
                index += 1
            }
        }
    }

    // MARK: - Private

    private var startsTag: Bool {
        guard scalars[index] == "<", index + 1 < scalars.count else { return false }
        let next = scalars[index + 1]
        return next == "/" || next == "!" || next == "?" || next.properties.isAlphabetic
    }

    private mutating func readTag() {
        index += 1
        let name = read(until: { $0 == ">" || $0.properties.isWhitespace })
        var attributes: [String] = []
        while index < scalars.count, scalars[index] != ">" {
            if scalars[index].properties.isWhitespace {
                index += 1
            } else {
                attributes.append(readAttribute())
            }
        }
        index += 1
        tags.append(Tag(name: name.lowercased(), attributes: attributes))
        if name == "style" { style += readRaw(until: "</style>") }
        if name == "script" {
            let text = readRaw(until: "</script>")
            if attributes.contains("id") { data += text } else { script += text }
        }
    }

    private mutating func readAttribute() -> String {
        let name = read(until: { $0 == "=" || $0 == ">" || $0.properties.isWhitespace })
        guard index < scalars.count, scalars[index] == "=" else { return name }
        index += 1
        guard index < scalars.count, scalars[index] == "\"" else {
            return "\(name) without quotes"
        }
        index += 1
        let value = read(until: { $0 == "\"" })
        index += 1
        if name == "href" { links.append(value) }
        return name
    }

    private mutating func readRaw(until end: String) -> String {
        let end = Array(end.unicodeScalars)
        let start = index
        while index < scalars.count, !scalars[index...].starts(with: end) { index += 1 }
        return String(String.UnicodeScalarView(scalars[start..<index]))
    }

    private mutating func read(until isEnd: (Unicode.Scalar) -> Bool) -> String {
        var read = String.UnicodeScalarView()
        while index < scalars.count, !isEnd(scalars[index]) {
            read.append(scalars[index])
            index += 1
        }
        return String(read)
    }
}
