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
    static func text(ofHTML html: [UInt8]) -> String? {
        var reader = HTMLTextReader(html)
        return reader.text()
    }

    /// The text of a title, on one line; `nil` if there is none.
    ///
    /// Only what HTML has an element for is mark-up, so that "a < b" and "vector<int>" stay.
    static func line(ofHTML html: [UInt8]) -> String? {
        var reader = HTMLTextReader(html, isTitle: true)
        return reader.text()
    }

    /// Plain text, tidied as the text of HTML is, its line breaks kept; `nil` if it is empty.
    static func text(ofPlain text: [UInt8]) -> String? {
        var writer = TextWriter(capacity: text.count)
        writer.isPreformatted = true
        writer.append(text)
        return writer.text
    }

    /// Plain text on one line; `nil` if it is empty.
    static func line(ofPlain text: [UInt8]) -> String? {
        var writer = TextWriter(capacity: text.count)
        writer.append(text)
        return writer.text
    }

    /// The title of an entry as RSS and Atom's `html` have it.
    ///
    /// Escaped once too often, as `AT&amp;amp;T` in a feed's source, the reference left over after
    /// HTML has been read is decoded as well; nobody means to show one in a title.
    static func title(ofHTML html: [UInt8]) -> String? {
        let line = line(ofHTML: html)
        return html.contains(.ampersand) ? line.map(HTMLReference.decoded)?.nonEmpty : line
    }

    /// The title of an entry as Atom's `text` has it: no mark-up, and a reference left over decoded.
    static func title(ofPlain text: [UInt8]) -> String? {
        let line = line(ofPlain: text)
        return text.contains(.ampersand) ? line.map(HTMLReference.decoded)?.nonEmpty : line
    }
}
