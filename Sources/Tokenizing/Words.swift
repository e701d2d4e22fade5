/// A text cut into words and marks, with each word folded for comparing.
///
/// Words are runs of letters, digits and `_` (Unicode, UAX #29 in spirit); a `_` that no word stands
/// before or behind is a mark, since Markdown stresses words so. A hyphen or apostrophe
/// between letters parts two words and is no mark, so that "Acme's" begins with "acme" and
/// "wi-fi" and "wi fi" are the same two words. Folding is to lower case in NFC, scalar by scalar, and to
/// the plain letter of one in a style, as 𝐊 is.
///
/// Public, as `Word` is, although no other package sees it: only what is public is inlined where other
/// modules read word after word.
@frozen public struct Words: Sendable {
    /// What there is of them, in one place: they are handed on many times a text, and each time one
    /// reference is counted and not three.
    @usableFromInline
    final class Contents: Sendable {
        @usableFromInline let text: String
        @usableFromInline let foldedBytes: [UInt8]
        @usableFromInline let words: [Word]
        /// What gave the words their numbers; `nil` where they have none.
        @usableFromInline let index: WordIndex?

        init(text: String, foldedBytes: [UInt8], words: [Word], index: WordIndex? = nil) {
            self.text = text
            self.foldedBytes = foldedBytes
            self.words = words
            self.index = index
        }

        static let none = Contents(text: "", foldedBytes: [], words: [])
    }

    @usableFromInline let contents: Contents

    @inlinable public var text: String { contents.text }
    /// Holds the folded words, each where its `foldedRange` says.
    @inlinable public var foldedBytes: [UInt8] { contents.foldedBytes }
    @inlinable var words: [Word] { contents.words }

    /// - Parameter index: Numbers the words at once, where several will ask for their numbers.
    package init(of text: String, numberedIn index: WordIndex? = nil) {
        let length = text.utf8.count
        guard length > 0 else {
            self.init(.none)
            return
        }
        var folded: [UInt8] = []
        folded.reserveCapacity(length + 2)
        var copied = text
        copied.withUTF8 { unsafe folded.append(contentsOf: $0) }
        folded.append(0)
        folded.append(0)
        // No text has more words than bytes.
        let room = WordRoom.take(length + 1)
        defer { room.giveBack() }
        var words: [Word] = []
        var grown: [UInt8] = []
        unsafe folded.withUnsafeMutableBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return }
            var scanner = unsafe WordScanner(start, count: length, words: room.words)
            scanner.scan()
            grown = scanner.grown
            words.reserveCapacity(scanner.count)
            unsafe words.append(
                contentsOf: UnsafeBufferPointer(start: room.words, count: scanner.count))
        }
        folded.removeLast(2)
        if !grown.isEmpty { folded += grown }
        index?.enterNumbers(of: &words, in: folded)
        self.init(Contents(text: text, foldedBytes: folded, words: words, index: index))
    }

    private init(_ contents: Contents) {
        self.contents = contents
    }

    /// The word in lower case, NFC; handles and hashtags with their sign.
    package func folded(_ index: Int) -> String {
        String(decoding: foldedBytes[words[index].foldedRange], as: UTF8.self)
    }

    /// The word in its own case, NFC, in plain letters and without invisible characters.
    package func written(_ index: Int) -> String {
        let word = string(index..<index + 1)
        guard !word.utf8.allSatisfy({ $0 < 0x80 }) else { return word }
        let isEmoji = words[index].kind == .emoji
        var scalars = String.UnicodeScalarView()
        for scalar in word.unicodeScalars
        where ScalarClass.of(scalar.value) != .ignorable
            && (isEmoji || scalar.value != ScalarClass.joiner)
        {
            scalars.append(Unicode.Scalar(StyledScalar.plain(scalar.value)) ?? scalar)
        }
        return String(scalars).precomposed
    }

    /// The same words at the same indices, their folded scalars beyond ASCII changed one for one.
    package func folded(with change: (Unicode.Scalar) -> Unicode.Scalar) -> Words {
        guard foldedBytes.contains(where: { $0 >= 0x80 }) else { return self }
        var bytes = foldedBytes
        let changed = words.map { word -> Word in
            let folded = foldedBytes[word.foldedRange]
            guard folded.contains(where: { $0 >= 0x80 }) else { return word }
            let start = bytes.count
            for scalar in String(decoding: folded, as: UTF8.self).unicodeScalars {
                bytes += Array(String(change(scalar)).utf8)
            }
            return word.folded(
                in: start..<bytes.count, hash: WordHash(bytes[start...]).value)
        }
        return Words(Contents(text: text, foldedBytes: bytes, words: changed))
    }

    /// The words as they stand in the text, with what stands between them.
    package func string(_ range: Range<Int>) -> String {
        guard !range.isEmpty else { return "" }
        let bytes =
            words[range.lowerBound].byteRange
            .lowerBound..<words[range.upperBound - 1]
            .byteRange.upperBound
        let utf8 = text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: bytes.lowerBound)
        return String(text[start..<utf8.index(start, offsetBy: bytes.count)])
    }

    /// The Unicode scalars from the first of the words to the end of the last.
    @inlinable
    public func scalarRange(_ range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty else { return 0..<0 }
        return words[range.lowerBound].range
            .lowerBound..<words[range.upperBound - 1].range
            .upperBound
    }

    /// The running numbers that the words cover, marks not counted: what distances are counted in.
    @inlinable
    public func numbers(_ range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty else { return 0..<0 }
        let last = words[range.upperBound - 1]
        return words[range.lowerBound].number..<(last.kind == .mark ? last.number : last.number + 1)
    }

    /// How many words there are, marks not counted.
    package var countWithoutMarks: Int { numbers(indices).count }
}

extension Words: RandomAccessCollection {
    @inlinable public var startIndex: Int { 0 }
    @inlinable public var endIndex: Int { words.count }
    @inlinable public subscript(index: Int) -> Word { words[index] }
}
