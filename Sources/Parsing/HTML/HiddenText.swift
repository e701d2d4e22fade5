/// Finds what HTML has that is no text of it: hidden by an attribute or a style, meant for screen
/// readers alone, shown only in place of a video, of a script, of a formula, or told by the entry's
/// other fields.
struct HiddenText {
    /// Whether there was any.
    private(set) var wasFound = false

    private let isShown: Bool
    /// Where an element's end tag stands next, or the end where there is none; by name.
    private var ends: [ShortName: Int] = [:]
    /// Whether the whole has something to show what is hidden; `nil` as long as nobody asked.
    private var canBeRevealed: Bool?

    /// - Parameter isShown: whether to find nothing.
    init(isShown: Bool) {
        self.isShown = isShown
    }

    /// Whether an element is hidden, and its end is told.
    ///
    /// - Parameter tokens: stands behind the element's start tag.
    mutating func holds(
        _ element: HTMLElement, _ name: ShortName, _ range: Range<Int>,
        _ tokens: borrowing HTMLTokenizer
    ) -> Bool {
        guard !isShown else { return false }
        let isHidden =
            element.isFallback || name == Self.settingsOfWord
            || element.canBeHidden && Self.mayBeHidden(tokens.bytes, range)
                && isHidden(HTMLAttributes(tokens.bytes, range), tokens)
        // One that is never closed would take all the rest with it.
        guard isHidden, isClosed(name, tokens) else { return false }
        wasFound = true
        return true
    }

    // MARK: - Private

    /// What Word puts before a text that is pasted from it.
    private static let settingsOfWord: ShortName = "xml"

    /// A look at the bytes, as nearly all tags hide nothing.
    private static func mayBeHidden(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard range.count >= shortest else { return false }
        let attributes = bytes.span.extracting(range)
        for index in 0..<attributes.count - 2 {
            switch attributes[index] | 0x20 {
            // hidden, field--name-…, none, sr-only, reader
            case UInt8(ascii: "d"), UInt8(ascii: "o"), UInt8(ascii: "r"):
                let offset = range.lowerBound + index
                if bytes.hasPrefix("dden", at: offset) || bytes.hasPrefix("d--name", at: offset)
                    || bytes.hasPrefix("one", at: offset)
                    || bytes.hasPrefix("reader", at: offset)
                    || bytes.hasPrefix("r-only", at: offset)
                {
                    return true
                }
            default: break
            }
        }
        return false
    }

    /// In bytes: ` hidden`.
    private static let shortest = 7

    private mutating func isHidden(
        _ attributes: HTMLAttributes, _ tokens: borrowing HTMLTokenizer
    ) -> Bool {
        for attribute in attributes {
            let value = tokens.bytes[attribute.value]
            switch attribute.name {
            case "hidden":
                if !value.elementsEqual("until-found".utf8) { return !isRevealed(in: tokens.bytes) }
            case "style":
                let style = value.filter { !$0.isASCIISpace }.map(\.lowercasedASCII)
                if style.offset(of: "display:none", from: 0) != nil
                    || style.offset(of: "visibility:hidden", from: 0) != nil
                {
                    return !isRevealed(in: tokens.bytes)
                }
            case "class":
                let names = String(decoding: value, as: UTF8.self)
                if names.split(whereSeparator: \.isWhitespace).contains(where: {
                    Self.classesForScreenReaders.contains($0) || Self.classesOfFields.contains($0)
                }) {
                    return true
                }
            default: break
            }
        }
        return false
    }

    private static let classesForScreenReaders: Set<Substring> = [
        "screen-reader-text", "screen-reader-only", "sr-only", "visually-hidden", "visuallyhidden",
    ]

    /// Drupal sends title, author and date of an entry once more in its text.
    private static let classesOfFields: Set<Substring> = [
        "field--name-title", "field--name-uid", "field--name-created",
    ]

    /// Whether readers can have shown what is hidden, as the spoilers of forums.
    private mutating func isRevealed(in bytes: [UInt8]) -> Bool {
        if let canBeRevealed { return canBeRevealed }
        let html = bytes.map(\.lowercasedASCII)
        let canBe = Self.signsOfRevealing.contains { html.offset(of: $0, from: 0) != nil }
        canBeRevealed = canBe
        return canBe
    }

    private static let signsOfRevealing: [StaticString] = [
        "spoil", "spojl", "onclick", "toggle", "collaps", "expand", "accordion", "read-more",
        "readmore", "rozwi",
    ]

    /// Whether an end tag of a name is still to come.
    private mutating func isClosed(_ name: ShortName, _ tokens: borrowing HTMLTokenizer) -> Bool {
        let known = ends[name]
        if let known, known >= tokens.position { return known < tokens.bytes.count }
        let end = tokens.offsetOfEndTag(of: name)
        ends[name] = end
        return end < tokens.bytes.count
    }
}
