/// Weights by n-gram, whose key are its bytes, at most eight.
///
/// An n-gram is stored with the sum of its own weights and those of the shorter n-grams that it ends
/// in, so that the longest one that ends at a letter says all.
struct NgramTable: Sendable {
    static let longest = 4

    private var table: WeightTable

    private static let edge = UInt64(UInt8(ascii: "_"))

    init(_ rows: [LanguageModel.Row]) {
        let own = Dictionary(rows.map { (Self.key($0.ngram), $0.weights) }) { $0 &+ $1 }
        table = WeightTable(capacity: own.count)
        for row in rows {
            let endings = row.ngram.indices.filter { row.ngram[$0] & 0xC0 != 0x80 }
            let sum = endings.reduce(LanguageModel.Weights.zero) { sum, start in
                sum &+ (own[Self.key(row.ngram[start...])] ?? .zero)
            }
            table.insert(sum, under: Self.key(row.ngram))
        }
    }

    /// The sum over all n-grams of a word, its edges included.
    func weights(of bytes: [UInt8], in word: Range<Int>) -> LanguageModel.Weights {
        var sum = LanguageModel.Weights.zero
        // The last one, two and three letters, and then the next one joined to them.
        var recent = Recent()
        recent.append(Self.edge, bits: 8)
        var index = word.lowerBound
        while index < word.upperBound {
            let first = bytes[index]
            let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
            var letter: UInt64 = 0
            for offset in index..<min(index + length, word.upperBound) {
                letter = letter << 8 | UInt64(bytes[offset])
            }
            index += length
            // Four letters of three bytes do not fit a key; no language of ours has them.
            guard length < 3 else { return sum }
            recent.append(letter, bits: 8 * UInt64(length))
            add(recent, to: &sum)
        }
        recent.append(Self.edge, bits: 8)
        add(recent, to: &sum)
        return sum
    }

    // MARK: - Private

    /// The n-grams that end at the letter read last.
    private struct Recent {
        var one: UInt64 = 0
        var two: UInt64 = 0
        var three: UInt64 = 0
        var four: UInt64 = 0
        var count = 0

        mutating func append(_ letter: UInt64, bits: UInt64) {
            four = three << bits | letter
            three = two << bits | letter
            two = one << bits | letter
            one = letter
            count += 1
        }
    }

    private func add(_ recent: Recent, to sum: inout LanguageModel.Weights) {
        if recent.count >= 4, table.add(recent.four, to: &sum) { return }
        if recent.count >= 3, table.add(recent.three, to: &sum) { return }
        if recent.count >= 2, table.add(recent.two, to: &sum) { return }
        table.add(recent.one, to: &sum)
    }

    private static func key(_ ngram: Substring.UTF8View) -> UInt64 {
        ngram.reduce(0) { $0 << 8 | UInt64($1) }
    }
}
