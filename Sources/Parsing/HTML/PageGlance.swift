/// What one look over a page shows: enough to tell what kind of page it is.
struct PageGlance {
    /// In lower case, on one line; of a long one the first.
    private(set) var title = ""
    /// The text of the first heading, in lower case.
    private(set) var heading = ""
    /// The first of the text that shows, in lower case, blanks run together.
    private(set) var text = ""
    /// Bytes of all the text that shows.
    private(set) var textLength = 0
    /// What attributes and scripts say, the first of it, in lower case; a blank parts the pieces.
    private(set) var code: [UInt8] = []
    private(set) var linkCount = 0
    private(set) var hasPassword = false
    /// Whether a field asks for the name of an account.
    private(set) var hasAccountName = false
    private(set) var hasForm = false
    private(set) var hasArticle = false

    init(_ page: [UInt8]) {
        var tokens = HTMLTokenizer(page)
        var shown: [UInt8] = []
        var headingText: [UInt8]?
        var isHeadingOver = false
        while let token = tokens.next() {
            switch token {
            case .text(let range):
                add(page, range, to: &shown)
                if !isHeadingOver { headingText?.append(contentsOf: page[range]) }
            case .startTag(let name, let attributes):
                addCode(page, attributes)
                note(name, HTMLAttributes(page, attributes))
                if Self.headings.contains(name), headingText == nil { headingText = [] }
                if HTMLElement(name).isRaw { readRawText(of: name, from: &tokens) }
                if !shown.isEmpty, HTMLElement(name).layout != .inline { shown.append(.space) }
            case .endTag(let name):
                if Self.headings.contains(name) { isHeadingOver = headingText != nil }
            }
        }
        heading = Self.line(headingText ?? [])
        text = Self.line(shown)
    }

    /// Whether so little is said that nobody came for it.
    var isShort: Bool { textLength <= Self.shortLength && !hasArticle }

    /// Whether the code has one of the pieces, which are written in lower case.
    func codeHas(_ pieces: [StaticString]) -> Bool {
        pieces.contains { code.offset(of: $0, from: 0) != nil }
    }

    /// Whether a text has one of the phrases, each as whole words.
    static func says(_ phrases: [String], _ text: String) -> Bool {
        let text = text.utf8
        return phrases.contains { phrase in
            let phrase = phrase.utf8
            guard text.count >= phrase.count else { return false }
            return text.indices.contains { start in
                guard text[start...].starts(with: phrase) else { return false }
                let end = text.index(start, offsetBy: phrase.count)
                let isWordStart =
                    start == text.startIndex || !text[text.index(before: start)].isWordPart
                return isWordStart && (end == text.endIndex || !text[end].isWordPart)
            }
        }
    }

    // MARK: - Private

    private static let shortLength = 1_500
    private static let keptText = 4 * 1024
    private static let keptCode = 256 * 1024
    private static let headings: Set<ShortName> = ["h1", "h2", "h3"]

    private static func line(_ html: [UInt8]) -> String {
        (PlainText.line(ofHTML: html) ?? "").lowercased()
    }

    private mutating func add(_ page: [UInt8], _ range: Range<Int>, to shown: inout [UInt8]) {
        guard !page[range].allSatisfy(\.isASCIISpace) else { return }
        textLength += range.count
        if shown.count + range.count <= Self.keptText { shown.append(contentsOf: page[range]) }
    }

    private mutating func addCode(_ page: [UInt8], _ range: Range<Int>) {
        guard !range.isEmpty, code.count < Self.keptCode else { return }
        code.append(contentsOf: page[range].prefix(Self.keptCode).lazy.map(\.lowercasedASCII))
        code.append(.space)
    }

    private mutating func readRawText(of name: ShortName, from tokens: inout HTMLTokenizer) {
        let start = tokens.position
        tokens.skipRawText(of: name)
        let content = start..<tokens.position
        switch name {
        case "script": addCode(tokens.bytes, content)
        case "title" where title.isEmpty:
            let line = Self.line(Array(tokens.bytes[content]))
            // Each phrase is looked for at each of its places.
            title = line.cut(toBytes: Self.keptText) ?? line
        default: break
        }
    }

    private mutating func note(_ name: ShortName, _ attributes: HTMLAttributes) {
        switch name {
        case "a": linkCount += 1
        case "article": hasArticle = true
        case "form": hasForm = true
        case "input":
            if attributes.value(of: "type")?.lowercased() == "password" { hasPassword = true }
            let filledWith = attributes.value(of: "autocomplete")?.lowercased() ?? ""
            if filledWith.contains("username") { hasAccountName = true }
        default: break
        }
    }
}

extension UInt8 {
    fileprivate var isWordPart: Bool { isASCIIAlphanumeric || self >= 0x80 }
}
