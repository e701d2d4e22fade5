/// Finds what HTML has that is no text of it, and what is a text of its own: the words under a picture.
///
/// No text of it is what is hidden by an attribute or a style, meant for screen readers alone, shown only
/// in place of a video, of a script, of a formula, told by the entry's other fields, written on what
/// readers press, on a picture or below a poll, and the number of a footnote or of a line of a program.
struct HiddenText {
    /// How an element is read.
    enum Sight {
        case seen, hidden
        /// In lines of its own, though its name does not say so.
        case apart
    }

    /// Whether there was any.
    private(set) var wasFound = false
    /// Whether an attribute or a style hid any of it.
    private(set) var wasStated = false

    private let scope: Scope
    /// Where an element's end tag stands next, or the end where there is none; by name.
    private var ends: [ShortName: Int] = [:]
    /// Whether the whole has something to show what is hidden; `nil` as long as nobody asked.
    private var canBeRevealed: Bool?

    enum Scope {
        case all
        /// What nobody reads as a part of a sentence, though all see it: numbers of notes and of lines.
        case numbers
        case nothing
    }

    /// - Parameter scope: what to find.
    init(_ scope: Scope) {
        self.scope = scope
    }

    /// Whether an element is hidden, and its end is told, or stands apart.
    ///
    /// - Parameter tokens: stands behind the element's start tag.
    mutating func sight(
        of element: HTMLElement, _ name: ShortName, _ range: Range<Int>,
        _ tokens: borrowing HTMLTokenizer
    ) -> Sight {
        guard scope != .nothing, let reason = reason(element, name, range, tokens) else {
            return .seen
        }
        if reason == .caption { return element.layout == .inline ? .apart : .seen }
        // One that is never closed would take all the rest with it.
        guard scope == .all || reason == .number, isClosed(name, tokens) else { return .seen }
        // What numbers leave out is not to be read again.
        if scope == .all { wasFound = true }
        if reason == .statement { wasStated = true }
        return .hidden
    }

    // MARK: - Private

    /// Why an element is hidden.
    private enum Reason {
        /// An attribute or a style says so.
        case statement
        /// Elements of its name or its class are no text of what holds them.
        case kind
        /// It is the number of a note or a line.
        case number
        /// It is not: its class calls it a caption.
        case caption
    }

    private mutating func reason(
        _ element: HTMLElement, _ name: ShortName, _ range: Range<Int>,
        _ tokens: borrowing HTMLTokenizer
    ) -> Reason? {
        if element.isFallback || name == Self.settingsOfWord { return .kind }
        if element.canBeNote { return NoteReference.isOne(name, range, tokens) ? .number : nil }
        guard element.canBeHidden, Self.mayBeHidden(tokens.bytes, range) else { return nil }
        return reason(HTMLAttributes(tokens.bytes, range), tokens)
    }

    /// What Word puts before a text that is pasted from it.
    private static var settingsOfWord: ShortName { "xml" }

    /// A look at the bytes, as nearly all tags hide nothing.
    private static func mayBeHidden(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard range.count >= shortest else { return false }
        let attributes = bytes.span.extracting(range)
        for index in 0..<attributes.count - 2 {
            let offset = range.lowerBound + index
            let isSign =
                switch attributes[index] | 0x20 {
                case UInt8(ascii: "d"):
                    // hidden, field--name-…, bbCodeBlock-expandLink
                    bytes.hasPrefix("dden", at: offset) || bytes.hasPrefix("d--name", at: offset)
                        || bytes.hasPrefix("dlink", at: offset)
                case UInt8(ascii: "o"):
                    // none, quoteExpand, button-wrapper, node__meta
                    bytes.hasPrefix("one", at: offset) || bytes.hasPrefix("oteexpand", at: offset)
                        || bytes.hasPrefix("on-wrapper", at: offset)
                        || bytes.hasPrefix("ode__", at: offset)
                case UInt8(ascii: "b"):
                    // submitted
                    bytes.hasPrefix("bmitted", at: offset)
                case UInt8(ascii: "c"):
                    bytes.hasPrefix("caption", at: offset)
                case UInt8(ascii: "m"):
                    bytes.hasPrefix("meta", at: offset)
                case UInt8(ascii: "l"):
                    // poll-info
                    bytes.hasPrefix("ll-info", at: offset)
                        || LineNumbers.mayBe(in: bytes, at: offset)
                case UInt8(ascii: "q"):
                    // quote-inline
                    bytes.hasPrefix("quote-inline", at: offset)
                case UInt8(ascii: "r"):
                    // screen-reader, sr-only, subscription-
                    bytes.hasPrefix("reader", at: offset) || bytes.hasPrefix("r-only", at: offset)
                        || bytes.hasPrefix("ription-", at: offset)
                default: false
                }
            if isSign { return true }
        }
        return false
    }

    /// In bytes: ` hidden`.
    private static let shortest = 7

    private mutating func reason(
        _ attributes: HTMLAttributes, _ tokens: borrowing HTMLTokenizer
    ) -> Reason? {
        var isCaption = false
        for attribute in attributes {
            let value = tokens.bytes[attribute.value]
            switch attribute.name {
            case "hidden":
                if !value.elementsEqual("until-found".utf8) {
                    return isRevealed(in: tokens.bytes) ? nil : .statement
                }
            case "style":
                let style = value.filter { !$0.isASCIISpace }.map(\.lowercasedASCII)
                if style.offset(of: "display:none", from: 0) != nil
                    || style.offset(of: "visibility:hidden", from: 0) != nil
                {
                    return isRevealed(in: tokens.bytes) ? nil : .statement
                }
            case "class":
                let names = String(decoding: value, as: UTF8.self)
                if let reason = reason(of: names, tokens) { return reason }
                isCaption = isCaption || names.lowercased().contains("caption")
            default: break
            }
        }
        return isCaption ? .caption : nil
    }

    private func reason(of classes: String, _ tokens: borrowing HTMLTokenizer) -> Reason? {
        let names = classes.split(whereSeparator: \.isWhitespace)
        let isKind = names.contains {
            Self.classesForScreenReaders.contains($0) || Self.classesOfFields.contains($0)
                || Self.classesOfControls.contains($0) || Self.classesOfNetworks.contains($0)
        }
        if isKind || names.contains("meta") && Self.holdsSizeOfPicture(tokens) { return .kind }
        let isNumber = names.contains(where: LineNumbers.areCalled) && LineNumbers.stand(at: tokens)
        return isNumber ? .number : nil
    }

    /// Whether the element holds what Discourse writes on a picture: its name, its size and its weight.
    ///
    /// It, and not the box around the picture, as some put words under the picture in that.
    private static func holdsSizeOfPicture(_ tokens: borrowing HTMLTokenizer) -> Bool {
        let start = tokens.position
        let end = min(tokens.bytes.count, start + longestOnPicture)
        return tokens.bytes.span.extracting(start..<end).holds(classOfSize.utf8.span)
    }

    private static let classOfSize = "\"informations\""

    private static let longestOnPicture = 1_000

    private static let classesForScreenReaders: Set<Substring> = [
        "screen-reader-text", "screen-reader-only", "sr-only", "visually-hidden", "visuallyhidden",
    ]

    /// Drupal sends title, author and date of an entry once more in its text; versions before 8 in a line
    /// "Submitted by Ola on…".
    private static let classesOfFields: Set<Substring> = [
        "field--name-title", "field--name-uid", "field--name-created", "field--name-changed",
        "node__meta", "node__submitted", "submitted",
    ]

    /// What Substack writes into a letter for its readers to subscribe by, and XenForo under a
    /// quotation for them to see all of it.
    private static let classesOfControls: Set<Substring> = [
        "subscription-widget-wrap", "subscription-widget-wrap-editor", "subscription-widget",
        "button-wrapper", "bbCodeBlock-expandLink", "quoteExpand",
    ]

    /// How many have voted in a poll on Discourse; the address of what is quoted, which Mastodon, Misskey
    /// and Akkoma write for those who do not show quotations.
    private static let classesOfNetworks: Set<Substring> = ["poll-info", "quote-inline"]

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
