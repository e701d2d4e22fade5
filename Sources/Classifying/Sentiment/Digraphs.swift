import Tokenizing

/// Words of Latvian typed with two letters for one, `nestraadaa`, and what they are as it is spelled.
///
/// What the vocabulary knows as it stands is meant so: `neesmu` begins with a negator.
struct Digraphs {
    private let words: Set<Int>
    /// The whole text as it is spelled: the same words at the same indices.
    private let spelled: Words

    /// - Returns: `nil` where no word is typed so.
    init?(of words: Words, vocabulary: Vocabulary) {
        guard LatvianDigraphs.mayStand(in: words.foldedBytes) else { return nil }
        var (text, copied) = ("", 0)
        var respelled: Set<Int> = []
        for index in words.indices where words[index].kind == .word {
            guard !vocabulary.isKnown(words[index].hash),
                let spelling = LatvianDigraphs.read(words.folded(index))
            else { continue }
            let bytes = words[index].byteRange
            text += words.text.part(copied..<bytes.lowerBound) + spelling
            copied = bytes.upperBound
            respelled.insert(index)
        }
        guard !respelled.isEmpty else { return nil }
        let spelled = Words(of: text + words.text.part(copied..<words.text.utf8.count))
        guard spelled.count == words.count else { return nil }
        self.words = respelled
        self.spelled = spelled
    }

    /// Adds the terms that hold a word typed so.
    func addMatches(of vocabulary: Vocabulary, to matches: inout [TermTrie.Match]) {
        var found: [TermTrie.Match] = []
        vocabulary.reader.addMatches(in: spelled, to: &found)
        matches += found.filter { $0.words.contains(where: words.contains) }
        matches.sort {
            ($0.words.lowerBound, $0.words.count) < ($1.words.lowerBound, $1.words.count)
        }
    }
}
