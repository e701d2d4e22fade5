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
    /// By number of a form, 1 where it is a hashtag made of several words, else 0.
    private let joined: [UInt8]

    package init(brands: [Brand]) {
        var trie = TermTrie()
        var owners: [Int32] = []
        var joined: [UInt8] = []
        for (number, brand) in brands.enumerated() {
            for name in BrandName.all(of: brand) where trie.insert(name.pattern) != nil {
                owners.append(Int32(number))
                joined.append(name.isJoined ? 1 : 0)
            }
        }
        self.trie = trie
        self.brands = owners
        self.joined = joined
    }

    /// - Returns: `nil` where the bytes are no index of so many brands.
    package init?(bytes: ArraySlice<UInt8>, brandCount: Int) {
        var reader = PlainArrayReader(bytes)
        guard let trie = TermTrie(from: &reader), let brands = reader.array(of: Int32.self),
            let joined = reader.array(of: UInt8.self), joined.count == brands.count,
            reader.isAtEnd, brands.count == trie.count,
            brands.allSatisfy({ $0 >= 0 && $0 < brandCount }),
            zip(brands, brands.dropFirst()).allSatisfy({ $0 <= $1 })
        else { return nil }
        self.trie = trie
        self.brands = brands
        self.joined = joined
    }

    package var bytes: [UInt8] {
        var writer = PlainArrayWriter()
        trie.write(to: &writer)
        writer.add(brands)
        writer.add(joined)
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
                words: match.words, form: match.term,
                writing: joined[match.term] == 1 ? .joinedHashtag : .asListed)
        }
        let tags = trie.matches(ofHashtagsIn: words)
        guard !tags.isEmpty else { return listed }
        let all =
            listed
            + tags.map { NameMatch(words: $0.words, form: $0.term, writing: .hashtag) }
        // The sort is stable.
        return all.sorted { $0.words.lowerBound < $1.words.lowerBound }
    }

    /// The number of the brand's first form, or of the first that follows it where it has none.
    func firstForm(of brand: Int) -> Int {
        brands.partitioningIndex { $0 >= brand }
    }
}
