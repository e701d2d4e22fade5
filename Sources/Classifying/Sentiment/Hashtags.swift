import Tokenizing

/// Topics, `#fail`, and the words that one in small letters runs together, `#poorservice`.
///
/// A topic with capitals inside is the name of a film or a campaign more often than an opinion: read
/// as words, such names cost more right verdicts on labelled tweets than opinions gained. It is read as
/// one word.
struct Hashtags {
    private let topics: [(index: Int, words: Words)]

    /// Of a longer one, nothing is read.
    private static let mostLetters = 40
    private static let leastLetters = 2
    /// Shorter words on the average are found by chance: `#oscars` is not "os cars".
    private static let leastMeanLetters = 3

    /// - Returns: `nil` when there are no topics.
    init?(of words: Words, vocabulary: Vocabulary) {
        guard words.contains(where: { $0.kind == .hashtag }) else { return nil }
        topics = words.indices.filter { words[$0].kind == .hashtag }.map { index in
            (index, Words(of: Self.spelledOut(index, of: words, vocabulary)))
        }
    }

    /// Adds the terms that topics stand for.
    ///
    /// A topic with a negator in it says what a term that covers it whole says, and else nothing.
    func addMatches(of vocabulary: Vocabulary, to matches: inout [TermTrie.Match]) {
        for (index, words) in topics {
            var found: [TermTrie.Match] = []
            vocabulary.reader.addMatches(in: words, to: &found)
            let isNegated = found.contains { vocabulary.isNegator($0.term) }
            for match in found where vocabulary.isHeard(match.term) {
                guard !isNegated || match.words == words.indices else { continue }
                matches.append(TermTrie.Match(words: index..<index + 1, term: match.term))
            }
        }
        let numbers = vocabulary.reader.numbersInTrie
        matches.sort {
            ($0.words.lowerBound, $0.words.count, numbers[$0.term])
                < ($1.words.lowerBound, $1.words.count, numbers[$1.term])
        }
    }

    // MARK: - Private

    private static func spelledOut(_ index: Int, of words: Words, _ vocabulary: Vocabulary)
        -> String
    {
        let letters = Array(words.foldedBytes[words[index].foldedRange].dropFirst())
        let folded = String(decoding: letters, as: UTF8.self)
        guard letters.count <= mostLetters, words.isWrittenFolded(index),
            let starts = starts(of: letters, vocabulary)
        else { return folded }
        let ends = starts.dropFirst() + [letters.count]
        return zip(starts, ends).map { String(decoding: letters[$0..<$1], as: UTF8.self) }
            .joined(separator: " ")
    }

    /// Where the fewest known words begin that make up the letters; `nil` when none do.
    private static func starts(of letters: [UInt8], _ vocabulary: Vocabulary) -> [Int]? {
        /// By end: the number of words up to there, and where the last one begins.
        var ways: [(count: Int, start: Int)?] = Array(repeating: nil, count: letters.count + 1)
        ways[0] = (0, 0)
        for start in letters.indices {
            guard let way = ways[start] else { continue }
            var hash = WordHash()
            for end in start + 1...letters.count {
                hash.add(letters[end - 1])
                guard end - start >= leastLetters, way.count + 1 < ways[end]?.count ?? .max,
                    vocabulary.isKnown(hash.value)
                else { continue }
                ways[end] = (way.count + 1, start)
            }
        }
        var starts: [Int] = []
        var end = letters.count
        while end > 0, let way = ways[end] {
            starts.append(way.start)
            end = way.start
        }
        guard !starts.isEmpty, letters.count >= starts.count * leastMeanLetters else { return nil }
        return starts.reversed()
    }
}

extension Words {
    /// Whether a word is written in small letters alone.
    fileprivate func isWrittenFolded(_ index: Int) -> Bool {
        let (place, utf8) = (self[index].byteRange, text.utf8)
        let start = utf8.index(utf8.startIndex, offsetBy: place.lowerBound)
        let bytes = utf8[start..<utf8.index(start, offsetBy: place.count)]
        if bytes.elementsEqual(foldedBytes[self[index].foldedRange]) { return true }
        // Beyond ASCII, one letter is written in several ways.
        return !bytes.allSatisfy { $0 < 0x80 } && written(index) == folded(index)
    }
}
