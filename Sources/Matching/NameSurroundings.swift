import Tokenizing

/// The words around a name, as far as they tell what its capital means.
struct NameSurroundings {
    private let words: Words
    private let name: Range<Int>
    private let writing: NameMatch.Writing

    init(_ words: Words, name: Range<Int>, _ writing: NameMatch.Writing = .asListed) {
        self.words = words
        self.name = name
        self.writing = writing
    }

    /// Whether the capital of a name of one word tells that it is a name.
    ///
    /// Any word has one at the beginning of a sentence, or where all others have. Several words are
    /// taken for a name, and handles and hashtags that the rules list are what they are.
    var hasTellingCapital: Bool {
        let isWord =
            writing == .hashtag
            || writing != .joined && words[name.lowerBound].kind == .word
        guard name.count == 1, isWord else { return true }
        return !beginsSentence(name.lowerBound) && !isAmongCapitals
    }

    /// The word directly before or behind that has a telling capital of its own; `nil` when there is
    /// none.
    var capitalizedNeighbour: String? {
        guard words[name.lowerBound].kind == .word, !isAmongCapitals else { return nil }
        let neighbours = [
            isSideBySide(name.lowerBound - 1) ? name.lowerBound - 1 : nil,
            isSideBySide(name.upperBound - 1) ? name.upperBound : nil,
        ].compactMap(\.self)
        return neighbours.first(where: isPartOfName).map { words.string($0..<$0 + 1) }
    }

    /// Whether the name begins with a mark that touches a word before it, as ".NET" does in "ASP.NET".
    var isEndOfLongerName: Bool {
        let first = words[name.lowerBound]
        guard name.count > 1, first.kind == .mark, !first.followsSpace, name.lowerBound > 0 else {
            return false
        }
        return switch words[name.lowerBound - 1].kind {
        case .word, .handle, .hashtag, .link: true
        case .mark, .emoji: false
        }
    }

    /// Whether the name is a handle that goes on behind a full stop, as `@kawka.cafe` does, which is
    /// somebody else's; a capital there begins the next sentence.
    var isBeginningOfLongerHandle: Bool {
        let (stop, next) = (name.upperBound, name.upperBound + 1)
        guard next < words.count, words[stop - 1].kind == .handle, isDot(stop), touches(stop),
            touches(next)
        else { return false }
        return words[next].kind == .word && !words[next].isCapitalized
    }

    /// Whether the name stands in a host without its `https://`, as in `shop.kawka.pl`.
    var isInHost: Bool {
        var index = name.upperBound
        let end = min(words.count, index + 2 * Self.mostLabels)
        while index + 1 < end, isDot(index), touches(index), touches(index + 1) {
            if Self.topLevelDomains.contains(words.folded(index + 1)) { return true }
            index += 2
        }
        return false
    }

    // MARK: - Private

    /// What the hosts of our users end in.
    ///
    /// Not every word behind a full stop can be taken for one, as people often leave out the space
    /// between sentences.
    private static let topLevelDomains: Set<String> = [
        "app", "biz", "com", "de", "dev", "ee", "eu", "info", "io", "lt", "lv", "net", "online",
        "org",
        "pl", "shop", "store", "uk",
    ]

    /// Parts of a host behind a name; a text of nothing but words and dots must not be read anew for each
    /// name.
    private static let mostLabels = 8

    /// Words to either side that tell of a sentence's capitals: a heading is short, and a text without
    /// full stops must not be read anew for each name.
    private static let reach = 24

    private func isDot(_ index: Int) -> Bool {
        words[index].kind == .mark && words.folded(index) == "."
    }

    private func touches(_ index: Int) -> Bool {
        !words[index].followsSpace
    }

    /// Whether a word and the next are parted by a space and nothing else.
    private func isSideBySide(_ index: Int) -> Bool {
        guard index >= 0, index + 1 < words.count else { return false }
        let (one, next) = (words[index], words[index + 1])
        return one.kind == .word && next.kind == .word && next.followsSpace
            && one.sentence == next.sentence
    }

    private func isPartOfName(_ index: Int) -> Bool {
        let word = words[index]
        return word.isCapitalized && word.range.count > 1
            && (!beginsSentence(index) || isGivenName(index))
    }

    /// Whether a word before the name is a given name, which is no other word at the beginning of a
    /// sentence either: `Kasia Ogórek`, `Pani Ogórek`; but `Sam Ogórek` is "Ogórek itself".
    private func isGivenName(_ index: Int) -> Bool {
        guard index < name.lowerBound else { return false }
        let word = words.folded(index)
        if PolishGivenName.isTitle(word) { return word == "pan" || word == "pani" }
        return word != "sam" && PolishGivenName.gender(of: word) != nil
    }

    private func beginsSentence(_ index: Int) -> Bool {
        var before = index - 1
        while before >= 0, words[before].sentence == words[index].sentence {
            if words[before].kind != .mark && words[before].kind != .emoji { return false }
            before -= 1
        }
        return true
    }

    /// Whether the other longer words of the sentence are capitalised too, as in headings.
    private var isAmongCapitals: Bool {
        let sentence = words[name.lowerBound].sentence
        var start = name.lowerBound
        let first = max(0, start - Self.reach)
        while start > first, words[start - 1].sentence == sentence { start -= 1 }
        var others = 0
        var index = start
        let end = min(words.count, name.upperBound + Self.reach)
        while index < end, words[index].sentence == sentence {
            let word = words[index]
            if word.kind == .word, word.range.count > 3, !name.contains(index),
                !beginsSentence(index)
            {
                guard word.isCapitalized else { return false }
                others += 1
            }
            index += 1
        }
        return others > 1
    }
}
