/// Reads the plain text out of HTML.
struct HTMLTextReader: ~Copyable {
    private var tokens: HTMLTokenizer
    private var writer: TextWriter
    /// Open elements that decide how text is written: quotations, preformatted text, hidden elements,
    /// and those of the same names that do not, so that end tags find their own.
    private var open: [Element] = []

    private var isHidden = false
    private var hiddenText: HiddenText
    /// How many open elements there are whose like are not looked after.
    private var countOfRare = 0
    /// From the first `q` or endless quotation on; hardly any HTML has one.
    private var quotations: OpenQuotations?
    /// Where the end tag of a quoted block stands that was found last; the end where there is none.
    private var endOfQuotedBlock = 0
    private let isTitle: Bool

    /// - Parameters:
    ///   - isTitle: reads one line, in which only what HTML has an element for is mark-up.
    ///   - showsHidden: also reads what HTML has but browsers do not show.
    ///   - keepsLines: breaks lines where the source does.
    init(
        _ html: [UInt8], isTitle: Bool = false, showsHidden: Bool = false, keepsLines: Bool = false
    ) {
        self.isTitle = isTitle
        hiddenText = HiddenText(isTitle ? .nothing : showsHidden ? .numbers : .all)
        tokens = HTMLTokenizer(html, onlyKnownElements: isTitle)
        writer = TextWriter(capacity: html.count, isOneLine: isTitle)
        writer.isPreformatted = keepsLines
    }

    /// Whether something was left out that a style or a script may show.
    var hasHiddenText: Bool { hiddenText.wasFound }

    /// Whether an attribute or a style said to leave out any of it.
    var hasStatedHiddenText: Bool { hiddenText.wasStated }

    /// The text; `nil` if there is none.
    mutating func text() -> String? {
        while let token = tokens.next() {
            switch token {
            case .text(let range): append(range)
            case .startTag(let name, let attributes): start(name, attributes)
            case .endTag(let name): end(name)
            }
        }
        if let quotations { end(quotations.rest) }
        return writer.text
    }

    // MARK: - Private

    /// In a longer one, looking for each tag's end would take long.
    private static let longestTitle = 4_096

    /// More open elements than this are not looked after; nothing that people wrote is as deep.
    private static let maximumDepth = 256

    private mutating func append(_ range: Range<Int>) {
        guard !isHidden else { return }
        let bytes = tokens.bytes
        var position = range.lowerBound
        while position < range.upperBound {
            let reference = bytes.offset(of: .ampersand, from: position, to: range.upperBound)
            writer.append(bytes.span.extracting(position..<reference))
            guard reference < range.upperBound else { return }
            if let decoded = HTMLReference(in: bytes, at: reference, to: range.upperBound) {
                writer.append(decoded.scalar)
                position = reference + decoded.length
            } else {
                writer.append(bytes.span.extracting(reference..<reference + 1))
                position = reference + 1
            }
        }
    }

    private mutating func start(_ name: ShortName, _ range: Range<Int>) {
        let element = HTMLElement(name)
        if isTitle, element.hidesText, tokens.bytes.count <= Self.longestTitle,
            !tokens.hasEndTag(of: name)
        {
            // A title that speaks of `<script>`, not one that has a script in it.
            append(tokens.rangeOfTag(around: range))
            return
        }
        // A page that forgets to end its head has one all the same, up to what a body holds.
        if isHidden, open.last?.name == "head", endsHead(name, element) {
            open.removeLast()
            applyOpenElements()
        }
        closeHiddenParagraph(before: name, element)
        if let ends = quotations?.endBefore(name, element) { end(ends) }
        separate(element.layout)
        if name == Self.raised { partRaised() }
        if name == Self.image { appendEmoji(HTMLAttributes(tokens.bytes, range)) }
        let isEmpty = range.last.map { tokens.bytes[$0] == .slash } ?? false
        if name == Self.quotation {
            openQuotation(element)
        } else if name == Self.quotedBlock, !isEmpty, !isTitle, isEndless() {
            if quotations == nil { quotations = OpenQuotations(before: tokens) }
            quotations?.start(name, element, .endless)
        } else if !isEmpty {
            quotations?.start(name, element)
        }
        if element.isRaw, !isEmpty { tokens.skipRawText(of: name) }
        let sight = isEmpty ? .seen : hiddenText.sight(of: element, name, range, tokens)
        if sight == .apart { writer.breakLine() }
        let isRareQuote = element.canRarelyBeQuote && !range.isEmpty && isQuote(name, range)
        let isUsual =
            element.layout == .hidden && !isEmpty || element.layout == .preformatted
            || element.canBeQuote || element.canBeCode
        let isShown = isHidden && !isEmpty && sight == .seen && isCaptionOfCode(name)
        guard isUsual || sight != .seen || isRareQuote || isShown || isLikeRare(name),
            open.count < Self.maximumDepth
        else { return }
        if !isUsual { countOfRare += 1 }
        let isQuote = isRareQuote || element.canBeQuote && isQuote(name, range)
        let isOfMail = isQuote && name != Self.quotedBlock && QuoteBox.isOfMail(tokens.bytes, range)
        let isForwarded = isOfMail && ForwardedMail.starts(at: tokens)
        let isCode = element.canBeCode && isCode(name, range)
        open.append(
            Element(
                // What is forwarded without a word is what the mail says.
                name: name, isQuote: isQuote && !(isForwarded && writer.isEmpty),
                isHidden: sight == .hidden || element.layout == .hidden || isCode,
                isCode: isCode, isShown: isShown, isPreformatted: element.layout == .preformatted,
                isApart: sight == .apart,
                isOfMail: isOfMail && !isForwarded, isRare: !isUsual))
        applyOpenElements()
    }

    private func endsHead(_ name: ShortName, _ element: HTMLElement) -> Bool {
        element.isKnown && element.layout != .hidden && !Self.inlineOfHead.contains(name)
    }

    /// Whether an element is open that the end tag of this one must not end.
    private func isLikeRare(_ name: ShortName) -> Bool {
        countOfRare > 0 && open.contains { $0.isRare && $0.name == name }
    }

    /// Ends what HTML ends without an end tag, lest a hidden paragraph takes others with it.
    private mutating func closeHiddenParagraph(before name: ShortName, _ element: HTMLElement) {
        guard countOfRare > 0, let last = open.last, last.isRare, last.isHidden else { return }
        let isParagraph = last.name == Self.paragraph && element.layout == .block
        guard isParagraph || last.name == name && Self.endedByTheirLike.contains(name) else {
            return
        }
        open.removeLast()
        countOfRare -= 1
        applyOpenElements()
    }

    /// Browsers write quotation marks around it; some publishers write their own.
    private mutating func openQuotation(_ element: HTMLElement) {
        if quotations == nil { quotations = OpenQuotations(before: tokens) }
        let hasMark = needsQuotationMark
        if hasMark { writer.append(Self.quotationMark) }
        quotations?.start(Self.quotation, element, hasMark ? .marked : .other)
    }

    /// Parts a number or the letters of a mark from the word or number that they are raised behind: read on,
    /// `Zefirnet<sup>1</sup>` would be another word and `10<sup>6</sup>` another number.
    private mutating func partRaised() {
        let first = tokens.position
        guard !isHidden, first < tokens.bytes.count, tokens.bytes[first].isASCIIAlphanumeric,
            writer.runsOn(into: tokens.bytes[first])
        else { return }
        writer.addSpace()
    }

    private var needsQuotationMark: Bool {
        // In a title it may be spoken of; one so long that looking for each end takes long is none.
        let mayBeWord = isTitle && tokens.bytes.count <= Self.longestTitle
        guard !isHidden, !mayBeWord || tokens.hasEndTag(of: Self.quotation) else { return false }
        let start = tokens.bytes.offsetPastSpaces(from: tokens.position)
        return !Self.quotationMarks.contains { tokens.bytes.hasPrefix($0, at: start) }
    }

    /// Whether the quoted block that starts here has no end tag.
    private mutating func isEndless() -> Bool {
        if endOfQuotedBlock < tokens.position {
            endOfQuotedBlock = tokens.offsetOfEndTag(of: Self.quotedBlock)
        }
        return endOfQuotedBlock == tokens.bytes.count
    }

    private mutating func end(_ ends: OpenQuotations.Ends) {
        for _ in 0..<ends.marks { writer.append(Self.quotationMark) }
        for _ in 0..<ends.blocks { close(Self.quotedBlock) }
    }

    private mutating func end(_ name: ShortName) {
        let element = HTMLElement(name)
        if let ends = quotations?.end(name, element) { end(ends) }
        separate(element.layout)
        // Forum software puts the name of whom it quotes there, as a line of its own.
        if writer.isQuoting, name == "cite" { writer.breakLine() }
        close(name)
    }

    /// An end tag closes the nearest element of its name; one that was never opened, none.
    private mutating func close(_ name: ShortName) {
        guard let index = open.lastIndex(where: { $0.name == name }) else { return }
        if countOfRare > 0 { endRare(in: open[index...]) }
        open.removeSubrange(index...)
        // Gmail puts what is written below a quotation into the box that the quotation is in, or into one
        // more inside of that.
        if name == Self.quotedBlock,
            let outer = open.lastIndex(where: { $0.isQuote || $0.isOfMail }),
            open[outer].isOfMail
        {
            open[outer].isQuote = false
        }
        applyOpenElements()
    }

    private mutating func endRare(in elements: ArraySlice<Element>) {
        countOfRare -= elements.count(where: \.isRare)
        if elements.contains(where: \.isApart) { writer.breakLine() }
    }

    /// Parts what stands before a tag from what stands behind it.
    private mutating func separate(_ layout: HTMLElement.Layout) {
        switch layout {
        case .block, .preformatted, .lineBreak: writer.breakLine()
        case .cell: writer.addSpace()
        case .inline, .hidden: break
        }
    }

    private mutating func applyOpenElements() {
        isHidden = open.last { $0.isHidden || $0.isShown }?.isHidden ?? false
        writer.isQuoting = open.contains(where: \.isQuote)
        writer.isPreformatted = open.contains(where: \.isPreformatted)
    }

    /// Blogs and forums draw emoji and smileys as pictures, with the character, or its name, as the
    /// picture's text.
    private mutating func appendEmoji(_ attributes: HTMLAttributes) {
        guard !isHidden, attributes.mayHaveClass(with: "emoji", or: "smil"),
            let classes = attributes.value(of: "class")?.lowercased(),
            classes.contains("emoji") || classes.contains("smil"),
            let text = attributes.value(of: "alt")
        else { return }
        writer.append((EmojiName.character(of: text) ?? text).utf8.span)
    }

    /// Quotations are `blockquote` and what forum software has instead: phpBB, SMF, vBulletin,
    /// Discourse.
    private func isQuote(_ name: ShortName, _ range: Range<Int>) -> Bool {
        if name == "blockquote" { return true }
        if name == "table", writer.lastLine(isOneOf: Self.quoteLabels) { return true }
        return QuoteBox.isOne(tokens.bytes, range)
    }

    /// Programs are `code` in `pre`, and what forum software has around it.
    ///
    /// Nobody says what is in them. A `code` within a line is a word of it.
    private func isCode(_ name: ShortName, _ range: Range<Int>) -> Bool {
        if name == "code", open.contains(where: \.isPreformatted) { return true }
        return CodeBox.isOne(tokens.bytes, range)
    }

    /// Whether it tells readers of the program that stands in the figure around it (Hexo).
    private func isCaptionOfCode(_ name: ShortName) -> Bool {
        guard name == "figcaption" else { return false }
        let hidden = open.filter(\.isHidden)
        return hidden.count == 1 && hidden.allSatisfy { $0.isCode && $0.name == "figure" }
    }

    // Computed, as each look at a constant that is stored asks whether it has been made.
    private static var image: ShortName { "img" }
    private static var raised: ShortName { "sup" }
    private static var paragraph: ShortName { "p" }
    private static var quotation: ShortName { "q" }
    private static var quotedBlock: ShortName { "blockquote" }
    private static let quotationMark: Unicode.Scalar = "\""

    private static let quotationMarks: [StaticString] = [
        "\"", "'", "„", "“", "”", "«", "»", "‘", "‚", "&quot;", "&#", "&bdquo;", "&ldquo;",
        "&laquo;", "&lsquo;",
    ]

    private static let inlineOfHead: [ShortName] = ["base", "basefont", "link", "meta", "noscript"]

    private static let endedByTheirLike: [ShortName] = ["dd", "dt", "li", "p", "td", "tr"]

    /// What stands over the table that vBulletin 3 puts a quotation in, in lower case.
    private static let quoteLabels: Set<String> = [
        "quote:", "cytat:", "citāts:", "citāts", "citē:", "cytuj:", "zitat:", "цитата:", "citace:",
        "citat:", "cita:", "citation:", "citata:",
    ]
}
