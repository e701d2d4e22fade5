/// What a feed says of an entry beside its content: the lead of a newspaper, the subtitle of a letter.
///
/// Most summaries are the content's own beginning, cut off somewhere: a look at the first letters tells
/// those, and nothing of them is read.
enum Lead {
    /// The text of a summary; `nil` where the entry's text says it, or it is what the title says, or too
    /// little or too much to be a lead.
    ///
    /// - Parameters:
    ///   - summary: HTML, as is `content`.
    ///   - text: the content's.
    static func text(of summary: String, title: String?, content: String, text: String) -> String? {
        guard (shortest...longest).contains(summary.utf8.count), summary != content,
            !Letters.begin(content, as: summary, upTo: surelySame),
            let said = PlainText.text(ofHTML: Array(summary.utf8)),
            let lead = withoutFooter(said, title, summary),
            hasWords(lead),
            title.map({ Letters.begin($0, as: lead, upTo: .max) }) != true, !isSaid(lead, in: text)
        else { return nil }
        return lead
    }

    // MARK: - Private

    /// In bytes, of the summary.
    private static let shortest = 16

    /// What is longer is an article of its own.
    private static let longest = 32_768

    /// Three words and less are what a feed calls its entries, such as "Comments" or "Read more".
    private static let leastBlanks = 3

    private static func hasWords(_ text: String) -> Bool {
        let bytes = text.utf8.span
        var found = 0
        var position = bytes.offset(of: .space, from: 0)
        while position < bytes.count, found < leastBlanks {
            found += 1
            position = bytes.offset(of: .space, from: position + 1)
        }
        return found == leastBlanks
    }

    /// In letters.
    private static let surelySame = 48

    private static func withoutFooter(_ text: String, _ title: String?, _ html: String) -> String? {
        guard FeedFooter.mayBeAtEnd(of: text) else { return text }
        return FeedFooter.withoutOrigin(text)
            ?? FeedFooter(title: title, html: html).removed(from: text)
    }

    /// In bytes: a few words that hardly anybody writes twice.
    private static let probe = 24

    /// Whether most of it stands somewhere in a text, as it does where a picture or a date is first: of
    /// its beginning, its middle and its end at least two.
    private static func isSaid(_ lead: String, in text: String) -> Bool {
        let bytes = lead.utf8.span
        let text = text.utf8.span
        let end = endOfWords(in: bytes)
        guard end >= 2 * probe else { return text.holds(bytes.extracting(0..<end)) }
        let starts = [0, (end - probe) / 2, end - probe]
        var found = 0
        for (index, start) in starts.enumerated() {
            if text.holds(bytes.extracting(start..<start + probe)) { found += 1 }
            if found == 2 { return true }
            if found < index { return false }
        }
        return false
    }

    /// Where the words end that signs of a cut may stand behind: `…`, `[...]`, `»`.
    private static func endOfWords(in bytes: Span<UInt8>) -> Int {
        var end = bytes.count
        while end > 0 {
            if end >= 3, bytes[end - 3] == 0xE2 {
                end -= 3
            } else if end >= 2, bytes[end - 2] == 0xC2 {
                end -= 2
            } else if bytes[end - 1] < 0x80, !bytes[end - 1].isASCIIAlphanumeric {
                end -= 1
            } else {
                break
            }
        }
        return end
    }

    /// The letters and digits that HTML shows, without regard to the case of those of ASCII; of others
    /// the last byte stands for the whole.
    private enum Letters {
        /// - Parameter count: of letters; more are not compared.
        static func begin(_ html: String, as beginning: String, upTo count: Int) -> Bool {
            let (beginning, html) = (beginning.utf8.span, html.utf8.span)
            let firstOfBeginning = beginning.extracting(0..<min(beginning.count, most))
            let firstOfHTML = html.extracting(0..<min(html.count, most))
            var positions = (0, 0)
            var found = 0
            while found < count, let letter = next(in: firstOfBeginning, &positions.0) {
                guard next(in: firstOfHTML, &positions.1) == letter else { return false }
                found += 1
            }
            return found > 0
        }

        /// In bytes: where letters begin later, pictures stand before them.
        private static let most = 2_048

        /// No reference that HTML knows is longer, in bytes.
        private static let longestReference = 40

        private static func next(in bytes: Span<UInt8>, _ position: inout Int) -> UInt8? {
            while position < bytes.count {
                let byte = bytes[position]
                switch byte {
                case .lessThan:
                    position = bytes.offset(of: .greaterThan, from: position) + 1
                case .ampersand:
                    if let letter = reference(in: bytes, &position) { return letter }
                // Signs, punctuation and blanks that hold together.
                case 0xC2: position += 2
                case 0xE2: position += 3
                case 0x80...:
                    position += byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
                    return bytes[min(position, bytes.count) - 1]
                default:
                    position += 1
                    if byte.isASCIIAlphanumeric { return byte.lowercasedASCII }
                }
            }
            return nil
        }

        /// The letter that a reference stands for; `nil` for other characters, and a `&` that is one.
        private static func reference(in bytes: Span<UInt8>, _ position: inout Int) -> UInt8? {
            let end = min(bytes.count, position + longestReference)
            let source = unsafe bytes.extracting(position..<end).withUnsafeBufferPointer {
                unsafe Array($0)
            }
            guard let reference = HTMLReference(in: source, at: 0, to: source.count) else {
                position += 1
                return nil
            }
            position += reference.length
            let scalar = reference.scalar
            if scalar.isASCII {
                let byte = UInt8(truncatingIfNeeded: scalar.value)
                return byte.isASCIIAlphanumeric ? byte.lowercasedASCII : nil
            }
            let isSign = scalar.value < 0xC0 || (0x2000..<0x3000).contains(scalar.value)
            return isSign ? nil : UInt8(truncatingIfNeeded: scalar.value & 0x3F | 0x80)
        }
    }
}
