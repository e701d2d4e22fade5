/// Weights by n-gram, whose key are its bytes, at most eight.
struct NgramTable: Sendable {
    static let longest = 4

    private var table: WeightTable

    private static let edge = UInt64(UInt8(ascii: "_"))

    init(_ rows: [LanguageModel.Row]) {
        table = WeightTable(capacity: rows.count)
        for row in rows { table.insert(row.weights, under: Self.key(row.ngram)) }
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
        add(recent.one, to: &sum)
        if recent.count >= 2 { add(recent.two, to: &sum) }
        if recent.count >= 3 { add(recent.three, to: &sum) }
        if recent.count >= 4 { add(recent.four, to: &sum) }
    }

    private func add(_ key: UInt64, to sum: inout LanguageModel.Weights) {
        if let weights = table.weights(under: key) { sum &+= weights }
    }

    private static func key(_ ngram: Substring.UTF8View) -> UInt64 {
        ngram.reduce(0) { $0 << 8 | UInt64($1) }
    }
}
