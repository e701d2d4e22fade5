/// Weights of n-grams, read off letter by letter: an automaton after Aho and Corasick (1975).
///
/// A state stands for the letters read last, as far as some n-gram begins with them; to each goes the
/// sum of the weights of all n-grams that end there, so that a letter costs one step and one sum.
struct NgramTable: Sendable {
    static let longest = 4

    /// By scalar: the number of the letter, 0 for those in no n-gram.
    private var letters = [UInt8](repeating: 0, count: Int(scalarEnd))
    // A byte each, which four weights of 26 at most do not fill: reading waits for memory more than
    // for anything else.
    /// By state.
    private var sums: [SIMD16<Int8>] = []
    /// Rows of the states that the letters lead to, by number.
    private var states: [State] = []
    private let rowLength: Int

    private struct State {
        /// Index into the sums.
        var number: UInt16 = 0
        /// What letters lead to from here: that of the longest state it ends in where no n-gram goes
        /// on from this one.
        var row: UInt16 = 0
    }

    private static let edge = UInt8(ascii: "_")
    /// Scalars from here on take three bytes; no language of ours has them.
    private static let scalarEnd: UInt32 = 0x800

    init(_ rows: [LanguageModel.Row]) {
        let readable = rows.map { (Array(String(Substring($0.ngram)).unicodeScalars), $0) }
            .filter { $0.0.allSatisfy { $0.value < Self.scalarEnd } }
        // Frequent letters side by side, so that a row's used part is small.
        let counts = readable.flatMap(\.0).reduce(into: [:]) { $0[$1, default: 0] += 1 }
        let byCount = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        for (number, scalar) in byCount.enumerated() {
            letters[Int(scalar.value)] = UInt8(number + 1)
        }
        rowLength = byCount.count + 1
        let letters = letters
        let weights = Dictionary(
            readable.map { ngram, row in
                (LetterRun(ngram.map { letters[Int($0.value)] }), row.weights)
            }
        ) { $0 &+ $1 }
        addStates(weights)
    }

    /// The sum over all n-grams of a word, its edges included.
    func weights(of bytes: [UInt8], in word: Range<Int>) -> LanguageModel.Weights {
        var sum = LanguageModel.Weights.zero
        let edge = letters[Int(Self.edge)]
        var state = step(from: State(), by: edge)
        var index = word.lowerBound
        while index < word.upperBound {
            let first = bytes[index]
            guard first < 0xE0 else { return sum }
            var letter: UInt8 = 0
            if first < 0x80 {
                letter = letters[Int(first)]
                index += 1
            } else {
                if index + 1 < word.upperBound {
                    letter = letters[Int(first & 0x1F) << 6 | Int(bytes[index + 1] & 0x3F)]
                }
                index += 2
            }
            state = step(from: state, by: letter)
            sum &+= self.sum(at: state)
        }
        return sum &+ self.sum(at: step(from: state, by: edge))
    }

    // MARK: - Private

    @inline(__always)
    private func step(from state: State, by letter: UInt8) -> State {
        states[Int(state.row) * rowLength + Int(letter)]
    }

    @inline(__always)
    private func sum(at state: State) -> LanguageModel.Weights {
        LanguageModel.Weights(truncatingIfNeeded: sums[Int(state.number)])
    }

    /// - Parameter weights: By n-gram.
    private mutating func addStates(_ weights: [LetterRun: LanguageModel.Weights]) {
        var beginnings: Set<LetterRun> = [LetterRun([])]
        for ngram in weights.keys {
            var beginning = ngram
            while beginnings.insert(beginning).inserted { beginning = beginning.withoutLast }
        }
        // A state comes after those it ends in, and after the one it goes on from. So what goes on from
        // them stands in the same order as they do.
        let runs = beginnings.sorted()
        let longer = Set(runs.dropFirst().map(\.withoutLast))
        var known = [LetterRun: State](minimumCapacity: runs.count)
        var rowCount = 0
        sums.reserveCapacity(runs.count)
        for (number, letters) in runs.enumerated() {
            let ending = Self.ending(of: letters, in: known)
            let inherited = ending.map(sum) ?? .zero
            let sum = inherited &+ (weights[letters] ?? .zero)
            sums.append(SIMD16(truncatingIfNeeded: sum))
            precondition(
                LanguageModel.Weights(truncatingIfNeeded: sums[number]) == sum,
                "a weight is 26 at most")
            let hasRow = longer.contains(letters)
            known[letters] = State(
                number: UInt16(number), row: hasRow ? UInt16(rowCount) : ending?.row ?? 0)
            if hasRow { rowCount += 1 }
        }
        states = Array(repeating: State(), count: rowCount * rowLength)
        var child = 1
        for letters in runs where longer.contains(letters) {
            guard let state = known[letters] else { continue }
            let start = row(of: state)
            if let ending = Self.ending(of: letters, in: known) {
                let others = row(of: ending)
                for letter in 0..<rowLength { states[start + letter] = states[others + letter] }
            }
            while child < runs.count, runs[child].withoutLast == letters {
                if let next = known[runs[child]] { states[start + Int(runs[child].last)] = next }
                child += 1
            }
        }
    }

    /// Where the row of a state begins.
    private func row(of state: State) -> Int {
        Int(state.row) * rowLength
    }

    /// The longest state that a run of letters ends in, other than itself.
    private static func ending(of letters: LetterRun, in known: [LetterRun: State]) -> State? {
        var letters = letters
        while !letters.isEmpty {
            letters = letters.withoutFirst
            if let state = known[letters] { return state }
        }
        return nil
    }
}

/// Letters in a row, by their numbers, none of which is 0: shorter runs come first.
private struct LetterRun: Hashable, Comparable {
    /// The last letter in the lowest byte.
    private let packed: UInt32

    /// - Parameter letters: Four at most.
    init(_ letters: [UInt8]) {
        packed = letters.reduce(0) { $0 << 8 | UInt32($1) }
    }

    private init(packed: UInt32) {
        self.packed = packed
    }

    var isEmpty: Bool { packed == 0 }

    /// 0 of none.
    var last: UInt8 { UInt8(truncatingIfNeeded: packed) }

    var withoutLast: LetterRun { LetterRun(packed: packed >> 8) }

    var withoutFirst: LetterRun {
        let bits = UInt32.bitWidth - packed.leadingZeroBitCount
        return LetterRun(packed: packed & ((1 << UInt32(max(0, bits - 1) / 8 * 8)) - 1))
    }

    static func < (one: Self, other: Self) -> Bool { one.packed < other.packed }
}
