/// Turns what publishers send into the plain text that people would read.
package enum PlainText {
    /// The text of HTML, a line for each block, in NFC; empty if there is none.
    ///
    /// References are decoded; scripts, styles and other things that show no text are dropped, as are
    /// invisible characters. Quoted lines start with `> `. A `<` that starts no tag is text.
    package static func text(ofHTML html: String) -> String {
        text(ofHTML: Array(html.utf8)) ?? ""
    }

    /// The text of HTML, on one line.
    package static func line(ofHTML html: String) -> String {
        line(ofHTML: Array(html.utf8)) ?? ""
    }

    /// As above, of UTF-8; `nil` if there is no text.
    ///
    /// - Parameter showsHidden: also reads what HTML has but browsers do not show.
    static func text(ofHTML html: [UInt8], showsHidden: Bool = false) -> String? {
        reading(of: html, showsHidden: showsHidden).text
    }

    /// As above; a problem tells of what is left out since the HTML hides it.
    static func text(ofHTML html: [UInt8], at offset: Int, log: inout ProblemLog) -> String? {
        let reading = reading(of: html)
        if reading.leavesOutHidden { log.add("text that is hidden; left out", at: offset) }
        return reading.text
    }

    /// Whether HTML was escaped once too often: there is no tag in it, and its text starts or ends with
    /// one.
    static func isEscapedTwice(_ html: [UInt8]) -> Bool {
        guard !html.holds(.lessThan), html.holds(.ampersand) else { return false }
        var reader = HTMLTextReader(html)
        return reader.text().map { isEscapedTwice(html, text: $0) } ?? false
    }

    /// A text of HTML as it was read while paragraphs of plain text were one line, by which is known what has no
    /// id and was stored then.
    package static func formerText(_ text: String, ofHTML html: String) -> String {
        let lines = text.split(separator: "\n")
        guard lines.count > 1 else { return text }
        let html = Array(html.utf8)
        let hasQuotedLines = lines.dropFirst().contains { $0.first == ">" }
        let hadLines =
            holdsTag(html[...], where: isTag) || isEscapedTwice(html)
            || hasQuotedLines && !html.holds(.lessThan)
        return hadLines ? text : lines.joined(separator: " ")
    }

    /// The text of a title, on one line; `nil` if there is none.
    ///
    /// Only what HTML has an element for is mark-up, so that "a < b" and "vector<int>" stay.
    static func line(ofHTML html: [UInt8]) -> String? {
        if TextWriter.isTextAsItIs(html.span, inHTML: true) { return html.knownText(html.indices) }
        var reader = HTMLTextReader(html, isTitle: true)
        return reader.text()
    }

    /// As above, of a field that is a `String` already.
    static func line(ofField text: String) -> String? {
        TextWriter.isTextAsItIs(text.utf8.span, inHTML: true)
            ? text : line(ofHTML: Array(text.utf8))
    }

    /// Plain text, tidied as the text of HTML is, its line breaks kept; `nil` if it is empty.
    static func text(ofPlain text: ArraySlice<UInt8>) -> String? {
        if TextWriter.isTextAsItIs(text.span, inHTML: false) { return text.span.knownText }
        var writer = TextWriter(capacity: text.count)
        writer.isPreformatted = true
        writer.append(text.span)
        return writer.text
    }

    /// Plain text on one line; `nil` if it is empty.
    static func line(ofPlain text: ArraySlice<UInt8>) -> String? {
        if TextWriter.isTextAsItIs(text.span, inHTML: false) { return text.span.knownText }
        var writer = TextWriter(capacity: text.count)
        writer.append(text.span)
        return writer.text
    }

    /// As above, of a field that is a `String` already.
    static func line(ofPlainField text: String) -> String? {
        TextWriter.isTextAsItIs(text.utf8.span, inHTML: false)
            ? text : line(ofPlain: Array(text.utf8)[...])
    }

    /// The name of an author where a format takes it for plain text: MyBB writes a link to the profile,
    /// phpBB references.
    static func name(ofPlainField text: String) -> String? {
        TextWriter.isTextAsItIs(text.utf8.span, inHTML: true)
            ? text : title(ofPlain: Array(text.utf8)[...])
    }

    /// The title of an entry as RSS and Atom's `html` have it.
    ///
    /// Escaped once too often, as `AT&amp;amp;T` in a feed's source, the reference left over after
    /// HTML has been read is decoded as well; nobody means to show one in a title.
    static func title(ofHTML html: ArraySlice<UInt8>) -> String? {
        if TextWriter.isTextAsItIs(html.span, inHTML: true) { return html.span.knownText }
        let line = line(ofHTML: Array(html))
        return html.span.holds(.ampersand) ? line.map(HTMLReference.decoded)?.nonEmpty : line
    }

    /// The title of an entry as Atom's `text` has it: a reference left over is decoded, and mark-up
    /// that publishers put there all the same is read as such.
    static func title(ofPlain text: ArraySlice<UInt8>) -> String? {
        if hasMarkup(text) { return title(ofHTML: text) }
        let line = line(ofPlain: text)
        return text.span.holds(.ampersand) ? line.map(HTMLReference.decoded)?.nonEmpty : line
    }

    /// Whether an element of HTML ends in it, or a line does, or one has an attribute with a value.
    static func hasMarkup(_ text: ArraySlice<UInt8>) -> Bool {
        holdsTag(text) { tag, bytes in
            switch tag {
            case .endTag, .startTag(name: "br", _): true
            case .startTag(_, let attributes): hasValue(bytes, attributes)
            case .text: false
            }
        }
    }

    /// Whether a tag of HTML with a value is in it, as those of pictures and links: whoever speaks of
    /// elements hardly writes any.
    static func hasTagWithValue(_ text: ArraySlice<UInt8>) -> Bool {
        holdsTag(text) { tag, bytes in
            if case .startTag(_, let attributes) = tag {
                hasValue(bytes, attributes)
            } else {
                false
            }
        }
    }

    /// Whether the tags of HTML set its lines, as those of a page do, and not line breaks, as in a mail.
    static func setsLines(_ html: String) -> Bool {
        holdsTag(Array(html.utf8)[...]) { tag, _ in
            guard case .startTag(let name, _) = tag else { return false }
            let layout = HTMLElement(name).layout
            return layout == .block || layout == .lineBreak
        }
    }

    /// Whether a text starts with a paragraph or the like, as HTML that was cut off somewhere does.
    static func startsWithBlock(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.first(where: { !$0.isASCIISpace }) == .lessThan else { return false }
        var tokens = HTMLTokenizer(Array(text), onlyKnownElements: true)
        while let token = tokens.next() {
            switch token {
            case .text(let range):
                guard tokens.bytes[range].isBlank else { return false }
            case .startTag(let name, _): return HTMLElement(name).layout == .block
            case .endTag: return false
            }
        }
        return false
    }

    /// Whether a text starts or ends with a tag that HTML knows.
    static func startsOrEndsWithTag(_ text: [UInt8]) -> Bool {
        var tokens = HTMLTokenizer(text, onlyKnownElements: true)
        var isFirst = true
        var isTag = false
        while let token = tokens.next() {
            if case .text = token { isTag = false } else { isTag = true }
            if isFirst, isTag { return true }
            isFirst = false
        }
        return isTag
    }

    // MARK: - Private

    private static func holdsTag(
        _ text: ArraySlice<UInt8>, where isOne: (HTMLTokenizer.Token, [UInt8]) -> Bool
    ) -> Bool {
        guard text.span.holds(.lessThan) else { return false }
        var tokens = HTMLTokenizer(Array(text), onlyKnownElements: true)
        while let token = tokens.next() {
            if isOne(token, tokens.bytes) { return true }
        }
        return false
    }

    private static func hasValue(_ bytes: [UInt8], _ attributes: Range<Int>) -> Bool {
        HTMLAttributes(bytes, attributes).contains { !$0.value.isEmpty }
    }

    private static func reading(of html: [UInt8], showsHidden: Bool = false)
        -> (text: String?, leavesOutHidden: Bool)
    {
        if TextWriter.isTextAsItIs(html.span, inHTML: true) {
            return (html.knownText(html.indices), false)
        }
        var reader = HTMLTextReader(html, showsHidden: showsHidden)
        guard let text = reader.text() else {
            // All of it may wait for a script to show it.
            return reader.hasHiddenText ? reading(of: html, showsHidden: true) : (nil, false)
        }
        if isEscapedTwice(html, text: text) { return reading(of: Array(text.utf8)) }
        if isMail(html) { return (mail(html), reader.hasStatedHiddenText) }
        return (paragraphs(html) ?? text, reader.hasStatedHiddenText)
    }

    /// Plain text in lines, of paragraphs that blank lines part, as networks send what people typed;
    /// `nil` where there is but one, or it is no plain text.
    private static func paragraphs(_ html: [UInt8]) -> String? {
        guard !html.holds(.lessThan) else { return nil }
        var lines: [String] = []
        var start = 0
        var end = html.offset(of: .lineFeed, from: 0, to: html.count)
        while end < html.count {
            var next = end + 1
            while next < html.count, html[next] == .carriageReturn { next += 1 }
            if next < html.count, html[next] == .lineFeed {
                lines += [line(ofParagraph: html[start..<end])].compactMap(\.self)
                start = next
            }
            end = html.offset(of: .lineFeed, from: next, to: html.count)
        }
        guard start > 0 else { return nil }
        lines += [line(ofParagraph: html[start...])].compactMap(\.self)
        return lines.count > 1 ? lines.joined(separator: "\n") : nil
    }

    private static func line(ofParagraph html: ArraySlice<UInt8>) -> String? {
        var reader = HTMLTextReader(Array(html))
        return reader.text()
    }

    /// Whether it is plain text that is set as mail is: some lines are quoted, or are what mail programs and
    /// lists part a message by.
    ///
    /// An address, `<jan@example.pl>`, is no tag.
    private static func isMail(_ html: [UInt8]) -> Bool {
        guard !holdsTag(html[...], where: isTag) else { return false }
        if MailText.isSign(html, at: html.offsetPastSpaces(from: 0)) { return true }
        var position = html.offset(of: .lineFeed, from: 0, to: html.count)
        while position < html.count {
            // Empty lines are stepped over at once.
            position = html.offsetPastSpaces(from: position + 1)
            if MailText.isSign(html, at: position) { return true }
            position = html.offset(of: .lineFeed, from: position, to: html.count)
        }
        return false
    }

    private static func isTag(_ token: HTMLTokenizer.Token, _ bytes: [UInt8]) -> Bool {
        if case .text = token { false } else { true }
    }

    /// Plain text in lines, as those who wrote it set them.
    private static func mail(_ html: [UInt8]) -> String? {
        var reader = HTMLTextReader(html, keepsLines: true)
        return reader.text().flatMap { text in
            text.split(separator: "\n").compactMap { line in
                guard line.first == ">" else { return String(line) }
                let words = line.drop { $0 == ">" || $0 == " " }
                return words.isEmpty ? nil : "> \(words)"
            }.joined(separator: "\n").nonEmpty
        }
    }

    private static func isEscapedTwice(_ html: [UInt8], text: String) -> Bool {
        (text.utf8.first == .lessThan || text.utf8.last == .greaterThan)
            && !html.holds(.lessThan) && startsOrEndsWithTag(Array(text.utf8))
    }
}
