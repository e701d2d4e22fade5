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

    package init(brands: [Brand]) {
        var trie = TermTrie()
        var owners: [Int32] = []
        for (number, brand) in brands.enumerated() {
            for name in BrandName.all(of: brand) where trie.insert(name.pattern) != nil {
                owners.append(Int32(number))
            }
        }
        self.trie = trie
        self.brands = owners
    }

    /// - Returns: `nil` where the bytes are no index of so many brands.
    package init?(bytes: ArraySlice<UInt8>, brandCount: Int) {
        var reader = PlainArrayReader(bytes)
        guard let trie = TermTrie(from: &reader), let brands = reader.array(of: Int32.self),
            reader.isAtEnd, brands.count == trie.count,
            brands.allSatisfy({ $0 >= 0 && $0 < brandCount }),
            zip(brands, brands.dropFirst()).allSatisfy({ $0 <= $1 })
        else { return nil }
        self.trie = trie
        self.brands = brands
    }

    package var bytes: [UInt8] {
        var writer = PlainArrayWriter()
        trie.write(to: &writer)
        writer.add(brands)
        return writer.bytes
    }

    /// The number of the brand's first form, or of the first that follows it where it has none.
    func firstForm(of brand: Int) -> Int {
        brands.partitioningIndex { $0 >= brand }
    }
}
