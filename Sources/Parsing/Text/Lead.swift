/// What a feed says of an entry before its content: the lead of a newspaper, the subtitle of a letter.
///
/// Most summaries are the content's own beginning, or its words once more without some tags. Those say
/// nothing new; others are part of what was written.
struct Lead {
    private let text: String
    /// Of each three words that follow one another.
    private let runs: Set<UInt64>

    /// - Parameters:
    ///   - summary: HTML.
    ///   - title: which some repeat there.
    /// - Returns: `nil` where it says too little or too much to be a lead, or what the title says.
    init?(summary: String, title: String?) {
        guard summary.utf8.count <= Self.longest,
            let text = PlainText.text(ofHTML: Array(summary.utf8)),
            let said = FeedFooter(title: title, html: summary).removed(from: text)
        else { return nil }
        let words = Self.words(of: said)
        guard words.count >= Self.fewestWords else { return nil }
        if let title, Self.words(of: title).starts(with: words) { return nil }
        self.text = said
        runs = Set(Self.runs(of: words))
    }

    /// Whether most of it stands in a text.
    func isSaid(in content: String) -> Bool {
        // As nearly always: the beginning, cut off somewhere.
        if text.utf8.count >= Self.surelySame,
            content.utf8.starts(with: text.utf8.prefix(Self.surelySame))
        {
            return true
        }
        return runs.subtracting(Self.runs(of: Self.words(of: content))).count * 2 <= runs.count
    }

    /// The content with the lead before it.
    func text(before content: String) -> String { "\(text)\n\(content)" }

    // MARK: - Private

    /// In bytes; what is longer is the content in another form.
    private static let longest = 2_000

    /// A few words are what a feed calls its entries, such as "Comments" or "Read more".
    private static let fewestWords = 4

    /// In bytes.
    private static let surelySame = 48

    /// A prime that mixes well (Fowler, Noll and Vo's, of 64 bits).
    private static let prime: UInt64 = 0x100_0000_01B3

    private static func runs(of words: [UInt64]) -> [UInt64] {
        words.indices.dropLast(2).map {
            (words[$0] &* prime &+ words[$0 + 1]) &* prime &+ words[$0 + 2]
        }
    }

    /// The hashes of a text's words, without regard to the case of letters of ASCII.
    private static func words(of text: String) -> [UInt64] {
        var words: [UInt64] = []
        var word: UInt64 = 0
        for byte in text.utf8 {
            if byte.isASCIIAlphanumeric || byte >= 0x80 {
                word = (word ^ UInt64(byte.lowercasedASCII)) &* prime &+ 1
            } else if word != 0 {
                words.append(word)
                word = 0
            }
        }
        if word != 0 { words.append(word) }
        return words
    }
}
