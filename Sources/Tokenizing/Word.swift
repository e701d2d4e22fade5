/// One word of a text, or one mark between words, and where it stands.
package struct Word: Hashable, Sendable {
    package enum Kind: UInt8, Sendable {
        /// Letters and digits.
        case word
        /// `@name`
        case handle
        /// `#topic`
        case hashtag
        /// A web address or an e-mail address, in one piece.
        case link
        /// One emoji, with its modifiers and joined parts.
        case emoji
        /// One punctuation mark or symbol.
        case mark
    }

    package let kind: Kind
    /// Unicode scalars of the text.
    package let range: Range<Int>
    /// UTF-8 bytes of the text.
    package let byteRange: Range<Int>
    /// Bytes of `Words.foldedBytes`.
    package let foldedRange: Range<Int>
    /// FNV-1a of the folded bytes.
    package let hash: UInt64
    /// Begins with an upper-case letter.
    package let isCapitalized: Bool
    /// Two or more letters, all of them upper-case.
    package let isUppercase: Bool
    /// White space stands before it, or the start of the text.
    package let followsSpace: Bool
    /// Running number among the words that are not marks; a mark has that of the next word.
    package let number: Int
    /// Running number of the sentence; lines end sentences.
    package let sentence: Int
}
