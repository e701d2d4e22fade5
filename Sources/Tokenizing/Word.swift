/// One word of a text, or one mark between words, and where it stands.
///
/// A text has many words, so a word is kept small: offsets are 32 bits wide.
@frozen public struct Word: Hashable, Sendable {
    @frozen public enum Kind: UInt8, Sendable {
        /// Letters and digits.
        case word
        /// `@name`
        case handle
        /// `#topic`
        case hashtag
        /// A web address or an e-mail address, in one piece; or what stands for a masked one, or for a
        /// masked number, such as `[phone]`.
        case link
        /// One emoji, with its modifiers and joined parts.
        case emoji
        /// One punctuation mark or symbol.
        case mark
    }

    /// FNV-1a of the folded bytes.
    public let hash: UInt64
    @usableFromInline let scalarStart: Int32
    @usableFromInline let scalarEnd: Int32
    @usableFromInline let byteStart: Int32
    @usableFromInline let byteEnd: Int32
    @usableFromInline let foldedStart: Int32
    @usableFromInline let foldedEnd: Int32
    @usableFromInline let storedNumber: Int32
    @usableFromInline let storedSentence: Int32
    /// Its number in the `WordIndex` that the words were numbered in; −1 for none.
    @usableFromInline var storedEntry: Int32 = -1
    public let kind: Kind
    /// Begins with an upper-case letter.
    public let isCapitalized: Bool
    /// Two or more letters, all of them upper-case.
    public let isUppercase: Bool
    /// White space stands before it, or the start of the text.
    public let followsSpace: Bool

    init(
        kind: Kind, range: Range<Int>, byteRange: Range<Int>, foldedRange: Range<Int>,
        hash: UInt64, isCapitalized: Bool, isUppercase: Bool, followsSpace: Bool, number: Int,
        sentence: Int
    ) {
        self.kind = kind
        self.hash = hash
        scalarStart = Int32(truncatingIfNeeded: range.lowerBound)
        scalarEnd = Int32(truncatingIfNeeded: range.upperBound)
        byteStart = Int32(truncatingIfNeeded: byteRange.lowerBound)
        byteEnd = Int32(truncatingIfNeeded: byteRange.upperBound)
        foldedStart = Int32(truncatingIfNeeded: foldedRange.lowerBound)
        foldedEnd = Int32(truncatingIfNeeded: foldedRange.upperBound)
        storedNumber = Int32(truncatingIfNeeded: number)
        storedSentence = Int32(truncatingIfNeeded: sentence)
        self.isCapitalized = isCapitalized
        self.isUppercase = isUppercase
        self.followsSpace = followsSpace
    }

    /// The same word, folded in another way.
    func folded(in bytes: Range<Int>, hash: UInt64) -> Word {
        Word(
            kind: kind, range: range, byteRange: byteRange, foldedRange: bytes, hash: hash,
            isCapitalized: isCapitalized, isUppercase: isUppercase, followsSpace: followsSpace,
            number: number, sentence: sentence)
    }

    /// Unicode scalars of the text.
    @inlinable public var range: Range<Int> { Int(scalarStart)..<Int(scalarEnd) }
    /// UTF-8 bytes of the text.
    @inlinable public var byteRange: Range<Int> { Int(byteStart)..<Int(byteEnd) }
    /// Bytes of `Words.foldedBytes`.
    @inlinable public var foldedRange: Range<Int> { Int(foldedStart)..<Int(foldedEnd) }
    /// Running number among the words that are not marks; a mark has that of the next word.
    @inlinable public var number: Int { Int(storedNumber) }
    /// Running number of the sentence; lines end sentences.
    @inlinable public var sentence: Int { Int(storedSentence) }
}
