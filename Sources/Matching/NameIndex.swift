package import Model
import Tokenizing

/// Every form of every name of the brands, ready to be looked for, and which brand each belongs to.
///
/// To make it takes long for thousands of names; as bytes it can be kept from one run to the next.
package struct NameIndex: Sendable {
    /// The forms by their numbers.
    let trie: TermTrie
    /// By number of a form, the index of its brand; the forms of a brand follow one another.
    let brands: [Int32]
    /// By number of a form, its `BrandName.Kind`.
    private let kinds: [UInt8]

    package init(brands: [Brand]) {
        var trie = TermTrie()
        var owners: [Int32] = []
        var kinds: [UInt8] = []
        for (number, brand) in brands.enumerated() {
            for name in BrandName.all(of: brand) where trie.insert(name.pattern) != nil {
                owners.append(Int32(number))
                kinds.append(name.kind.rawValue)
            }
        }
        self.trie = trie
        self.brands = owners
        self.kinds = kinds
    }

    /// - Returns: `nil` where the bytes are no index of so many brands.
    package init?(bytes: ArraySlice<UInt8>, brandCount: Int) {
        var reader = PlainArrayReader(bytes)
        guard let trie = TermTrie(from: &reader), let brands = reader.array(of: Int32.self),
            let kinds = reader.array(of: UInt8.self), kinds.count == brands.count,
            reader.isAtEnd, brands.count == trie.count,
            brands.allSatisfy({ $0 >= 0 && $0 < brandCount }),
            zip(brands, brands.dropFirst()).allSatisfy({ $0 <= $1 })
        else { return nil }
        self.trie = trie
        self.brands = brands
        self.kinds = kinds
    }

    package var bytes: [UInt8] {
        var writer = PlainArrayWriter()
        trie.write(to: &writer)
        writer.add(brands)
        writer.add(kinds)
        return writer.bytes
    }

    /// Whether a form, or a hashtag that is one, may stand among the words.
    func mayMatch(in words: Words) -> Bool {
        trie.mayMatchWithHashtags(in: words)
    }

    /// Every place of every form, by start; hashtags that are forms without their sign come after those
    /// that are listed.
    func matches(in words: Words) -> [NameMatch] {
        let listed = trie.matches(in: words, acrossQuotes: true).map { match in
            NameMatch(
                words: match.words, form: match.term, writing: writing(of: match.term))
        }
        let tags = trie.matches(ofHashtagsIn: words)
        guard !tags.isEmpty else { return listed }
        let all =
            listed
            + tags.map { match in
                NameMatch(
                    words: match.words, form: match.term,
                    writing: writing(of: match.term) == .joined ? .joinedHashtag : .hashtag)
            }
        // The sort is stable.
        return all.sorted { $0.words.lowerBound < $1.words.lowerBound }
    }

    /// Whether a form counts wherever it stands, if its brand does not ask for more.
    func isPlain(_ form: Int) -> Bool {
        switch writing(of: form) {
        case .asListed, .respelled: true
        case .hashtag, .joinedHashtag, .joined, .inCapitals: false
        }
    }

    /// The number of the brand's first form, or of the first that follows it where it has none.
    func firstForm(of brand: Int) -> Int {
        brands.partitioningIndex { $0 >= brand }
    }

    /// How a form is written that stands without a `#`.
    func writing(of form: Int) -> NameMatch.Writing {
        switch BrandName.Kind(rawValue: kinds[form]) {
        case .plain, nil: .asListed
        case .respelled: .respelled
        case .joined: .joined
        case .inCapitals: .inCapitals
        }
    }
}
