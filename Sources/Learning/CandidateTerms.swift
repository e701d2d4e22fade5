import Model
import Tokenizing

/// The terms of a text that weights can be learnt for: words, pairs of neighbours, stems in languages
/// that inflect, emoji, and the marks that people shout, ask, list and quote with.
///
/// Left out are handles, hashtags, links, numbers, and the halves of words that an apostrophe joins,
/// which no reader of the file would know again.
struct CandidateTerms {
    /// Lengths of stems in letters, the longest first; none where words hardly change.
    private let stems: [Int]

    /// Whether words are cut to stems too.
    var areStemmed: Bool { !stems.isEmpty }

    private let marks: Set<String>

    private static let loudMarks: Set<String> = ["!", "?"]
    private static let quietMarks: Set<String> = [
        ".", ",", ":", ";", "(", ")", "-", "–", "—", "/", "…", "\"", "„", "”", "“",
    ]

    /// Quiet marks tell Latvian sets apart, not tones: learning them was right less often on sets left
    /// out, where it was more often in English and Polish.
    init(language: LanguageCode) {
        stems = language == .polish || language == .latvian ? [6, 5, 4] : []
        marks = language == .latvian ? Self.loudMarks : Self.loudMarks.union(Self.quietMarks)
    }

    /// Each once: a word, its stems, and the pair that it begins.
    ///
    /// - Parameter phrases: Of the lexicon, in reading order, none overlapping. What stands inside one is
    ///   not read beside it, so nothing can be learnt from it there.
    func terms(of words: Words, besides phrases: [Range<Int>]) -> Set<String> {
        var terms: Set<String> = []
        var phrases = phrases[...]
        for index in words.indices {
            while let phrase = phrases.first, phrase.upperBound <= index {
                phrases.removeFirst()
            }
            guard let word = term(at: index, of: words) else { continue }
            let phrase = phrases.first ?? 0..<0
            if !isJoined(index, in: words), !phrase.contains(index) {
                terms.insert(word)
                terms.formUnion(stems(of: word))
            }
            let next = index + 1
            if words[index].kind == .word, next < words.count, words[next].kind == .word,
                term(at: next, of: words) != nil,
                phrase == index..<next + 1 || !phrase.contains(index) || !phrase.contains(next)
            {
                terms.insert(pair(index, of: words))
            }
        }
        return terms
    }

    /// Words that begin with a capital where no sentence begins, in a text that is not all capitals, and their
    /// stems.
    func names(in words: Words) -> Set<String> {
        let capitalised = words.indices.filter { index in
            words[index].kind == .word && words[index].isCapitalized && index > 0
                && words[index].sentence == words[index - 1].sentence
        }
        guard capitalised.count * 2 < words.count else { return [] }
        let names = capitalised.map(words.folded)
        return Set(names).union(names.flatMap(stems(of:)))
    }

    // MARK: - Private

    /// As `chrup*`.
    private func stems(of word: String) -> [String] {
        stems.filter { word.count > $0 }.map { word.prefix($0) + "*" }
    }

    private func term(at index: Int, of words: Words) -> String? {
        let folded = words.folded(index)
        switch words[index].kind {
        case .word: return folded.allSatisfy(\.isLetter) ? folded : nil
        case .emoji: return folded
        case .mark: return marks.contains(folded) ? folded : nil
        case .handle, .hashtag, .link: return nil
        }
    }

    /// Part of a word with an apostrophe or a hyphen, or a single letter.
    private func isJoined(_ index: Int, in words: Words) -> Bool {
        guard words[index].kind == .word else { return false }
        let next = index + 1
        let isJoinedToLast =
            index > 0 && words[index - 1].kind == .word && !words[index].followsSpace
        let isJoinedToNext =
            next < words.count && words[next].kind == .word && !words[next].followsSpace
        return words[index].range.count < 2 || isJoinedToLast || isJoinedToNext
    }

    /// As it is written, in lower case: `isn't`, `no one`.
    private func pair(_ index: Int, of words: Words) -> String {
        let isClose = !words[index + 1].followsSpace
        let joint = isClose ? words.string(index..<index + 2).contains("-") ? "-" : "'" : " "
        return words.folded(index) + joint + words.folded(index + 1)
    }
}
