/// What a page tells search engines is a part of its text: what is paid for, so that they take it for no
/// trick that they are shown more than readers, and what may be read aloud.
///
/// It stands as `cssSelector` in JSON-LD and in microdata, within `hasPart` or `speakable`; in microdata
/// the part may also be the element itself that is said not to be free.
enum StatedParts {
    /// The selectors that a page states; what is no CSS, or none that is known here, is passed over.
    static func selectors(in tree: HTMLTree) throws(ParseError) -> [XPath] {
        let scripts = tree.nodes(try XPath(selector: "script[type='application/ld+json']"))
        let texts = scripts.prefix(maximumScripts).map(\.rawText)
            .filter { $0.count <= largestScript && $0.offset(of: name, from: 0) != nil }
        let properties = tree.nodes(try XPath(selector: "[itemprop~=cssSelector]"))
            .prefix(maximumSelectors).compactMap { $0.attribute("content") ?? $0.textLine }
        let told = (texts.flatMap(stated) + properties)
            .filter { $0.utf8.count <= longestSelector }
        return told.prefix(maximumSelectors).compactMap {
            // What is no selector of CSS states nothing.
            try? XPath(css: $0)
        }
    }

    // MARK: - Private

    private static let name: StaticString = "cssSelector"
    private static let maximumScripts = 20
    private static let maximumSelectors = 10
    /// In bytes: what has hundreds of conditions looks through the page for each of them.
    private static let longestSelector = 100
    /// In bytes.
    private static let largestScript = 512 * 1024

    private static func stated(in script: [UInt8]) -> [String] {
        var log = ProblemLog(maximumCount: 0)
        // What is no JSON states nothing.
        guard let root = try? JSONParser.parse(script, log: &log) else { return [] }
        var found: [String] = []
        collect(root, into: &found)
        return found
    }

    /// The parser lets nothing be nested too deep for this.
    private static func collect(_ node: JSONNode, into found: inout [String]) {
        switch node.value {
        case .object(let fields):
            for (name, value) in fields {
                if name == "\(Self.name)" {
                    found += ([value] + value.elements).compactMap(\.text)
                } else {
                    collect(value, into: &found)
                }
            }
        case .array(let nodes):
            for node in nodes { collect(node, into: &found) }
        case .string, .number, .literal: break
        }
    }
}
