/// Weights by n-gram: open addressing over keys that hold the n-gram itself, at most eight bytes.
struct NgramTable: Sendable {
    static let longest = 4

    /// 0 is an empty slot.
    private var keys: [UInt64]
    private var rows: [UInt16]
    private var weights: [LanguageModel.Weights] = []
    private let shift: Int

    private static let edge = UInt64(UInt8(ascii: "_"))

    init(_ table: [LanguageModel.Row]) {
        let bits = max(4, 64 - (table.count * 2).leadingZeroBitCount)
        shift = 64 - bits
        keys = Array(repeating: 0, count: 1 << bits)
        rows = Array(repeating: 0, count: 1 << bits)
        for row in table { insert(row) }
    }

    /// The sum over all n-grams of a word, its edges included.
    func weights(ofWord word: ArraySlice<UInt8>) -> LanguageModel.Weights {
        var sum = LanguageModel.Weights.zero
        // The last one, two and three letters, and then the next one joined to them.
        var recent = Recent()
        recent.append(Self.edge, bits: 8)
        var index = word.startIndex
        while index < word.endIndex {
            let first = word[index]
            let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
            var letter: UInt64 = 0
            for byte in word[index..<min(index + length, word.endIndex)] {
                letter = letter << 8 | UInt64(byte)
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
        var slot = slot(of: key)
        while keys[slot] != 0 {
            if keys[slot] == key {
                sum &+= weights[Int(rows[slot])]
                return
            }
            slot = (slot + 1) & (keys.count - 1)
        }
    }

    private mutating func insert(_ row: LanguageModel.Row) {
        let key = row.ngram.reduce(0) { $0 << 8 | UInt64($1) }
        var slot = slot(of: key)
        while keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
        keys[slot] = key
        rows[slot] = UInt16(weights.count)
        weights.append(row.weights)
    }

    private func slot(of key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> UInt64(shift))
    }
}
