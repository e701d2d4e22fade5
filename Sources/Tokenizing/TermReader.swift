/// A trie that has all its terms, made ready to read many texts with.
///
/// Reading waits for memory more than for anything else. So the terms that end at one node have numbers
/// that follow one another, what is asked of a node lies side by side, what the words of texts lead to
/// is remembered, and words are looked up some at a time, to wait for all of them at once.
package struct TermReader: Sendable {
    /// Only its edges are used: what is needed of its nodes and terms is kept here.
    private let trie: TermTrie
    /// By node, and one more: the first of its terms as `lastTerm`; those up to that of the next node
    /// end there.
    private let nodes: [TermNode]
    private let index: WordIndex
    /// What the words that have been met lead to.
    private let known: WordTable<FirstSteps>

    /// By number of a term here, its number in the trie.
    package let numbersInTrie: [Int32]

    /// How many words are looked up before the first of them is read on from.
    private static let atOnce = 16

    /// - Parameter index: Numbers the words that are remembered.
    package init(_ trie: TermTrie, index: WordIndex = .shared) {
        self.trie = trie.edgesAlone
        self.index = index
        known = WordTable(of: index)
        var nodes: [TermNode] = []
        nodes.reserveCapacity(trie.nodes.count + 1)
        nodes += trie.nodes
        var numbers: [Int32] = []
        numbers.reserveCapacity(trie.count)
        for node in nodes.indices {
            nodes[node].lastTerm = Int32(numbers.count)
            let first = numbers.count
            var term = trie.lastTerm(of: Int32(node))
            while let number = term {
                numbers.append(Int32(number))
                term = trie.term(before: number)
            }
            numbers[first...].reverse()
        }
        nodes.append(TermNode(lastTerm: Int32(numbers.count)))
        self.nodes = nodes
        numbersInTrie = numbers
    }

    /// Adds every place of every term, by its number here, in the order in which `TermTrie.matches(in:)`
    /// has them.
    package func addMatches(in words: Words, to found: inout [TermTrie.Match]) {
        var steps = InlineArray<16, FirstSteps>(repeating: FirstSteps())
        var places = InlineArray<16, TermNode>(repeating: TermNode())
        var first = 0
        while first < words.count {
            let count = min(Self.atOnce, words.count - first)
            for offset in 0..<count {
                let next = firstSteps(at: first + offset, in: words)
                steps[offset] = next
                // The node of one that leads nowhere is the root, which is near.
                places[offset] = nodes[next.isMany ? 0 : Int(next.first)]
            }
            for offset in 0..<count where !steps[offset].isNone {
                read(steps[offset], places[offset], at: first + offset, in: words, into: &found)
            }
            first += count
        }
    }

    /// Whether some term begins at a word.
    package func hasMatch(in words: Words, at position: Int) -> Bool {
        let steps = firstSteps(at: position, in: words)
        guard !steps.isNone else { return false }
        var found: [TermTrie.Match] = []
        let place = nodes[steps.isMany ? 0 : Int(steps.first)]
        read(steps, place, at: position, in: words, into: &found)
        return !found.isEmpty
    }

    /// Adds the places of terms that go on over a gap as though its words did not stand there.
    ///
    /// "Gdyby Kawka miała" is such a place of "gdyby miała". They come in no order.
    ///
    /// - Parameters:
    ///   - gap: Not empty; each place begins before it and ends behind it.
    ///   - reach: Of how many words before the gap one may be the first.
    package func addMatches(
        in words: Words, across gap: Range<Int>, within reach: Int,
        to found: inout [TermTrie.Match]
    ) {
        for start in max(0, gap.lowerBound - reach)..<gap.lowerBound {
            goOn(from: 0, at: start, start: start, across: gap, in: words, into: &found)
        }
    }

    // MARK: - Private

    private func goOn(
        from node: Int32, at index: Int, start: Int, across gap: Range<Int>, in words: Words,
        into found: inout [TermTrie.Match]
    ) {
        let place = nodes[Int(node)]
        guard index < words.count, !place.exits.isEmpty else { return }
        let following = index + 1 == gap.lowerBound ? gap.upperBound : index + 1
        trie.forEachStep(from: node, place, at: index, in: words) { next in
            if index >= gap.upperBound {
                for term in nodes[Int(next)].lastTerm..<nodes[Int(next) + 1].lastTerm {
                    found.append(TermTrie.Match(words: start..<index + 1, term: Int(term)))
                }
            }
            goOn(from: next, at: following, start: start, across: gap, in: words, into: &found)
        }
    }

    private func firstSteps(at position: Int, in words: Words) -> FirstSteps {
        let number = words.number(position, in: index)
        guard number >= 0 else { return .many }
        return known.value(at: number) ?? findFirstSteps(at: position, in: words, number)
    }

    @inline(never)
    private func findFirstSteps(at position: Int, in words: Words, _ number: Int) -> FirstSteps {
        var steps = FirstSteps()
        trie.forEachStep(from: 0, nodes[0], at: position, in: words) { steps.add($0) }
        known.keep(steps, at: number)
        return steps
    }

    /// - Parameter place: The first node that the word leads to.
    private func read(
        _ steps: FirstSteps, _ place: TermNode, at index: Int, in words: Words,
        into found: inout [TermTrie.Match]
    ) {
        if steps.isMany {
            trie.forEachStep(from: 0, nodes[0], at: index, in: words) { node in
                take(node, nodes[Int(node)], at: index, start: index, in: words, into: &found)
            }
            return
        }
        take(steps.first, place, at: index, start: index, in: words, into: &found)
        guard steps.second != 0 else { return }
        take(
            steps.second, nodes[Int(steps.second)], at: index, start: index, in: words,
            into: &found)
        guard steps.third != 0 else { return }
        take(
            steps.third, nodes[Int(steps.third)], at: index, start: index, in: words, into: &found)
    }

    /// Takes the terms that end at a node, and those that go on.
    private func take(
        _ node: Int32, _ place: TermNode, at index: Int, start: Int, in words: Words,
        into found: inout [TermTrie.Match]
    ) {
        let end = nodes[Int(node) + 1].lastTerm
        var term = place.lastTerm
        while term < end {
            found.append(TermTrie.Match(words: start..<index + 1, term: Int(term)))
            term &+= 1
        }
        guard !place.exits.isEmpty, index + 1 < words.count else { return }
        trie.forEachStep(from: node, place, at: index + 1, in: words) { next in
            take(next, nodes[Int(next)], at: index + 1, start: start, in: words, into: &found)
        }
    }
}

/// The nodes that a word leads to from the root of a trie, as far as they are few.
private struct FirstSteps: BitwiseCopyable, Sendable {
    private(set) var first: Int32 = 0
    private(set) var second: Int32 = 0
    private(set) var third: Int32 = 0

    static var many: FirstSteps { FirstSteps(first: -1) }

    var isNone: Bool { first == 0 }
    /// There are more than three, which must be looked for each time; or they are not remembered.
    var isMany: Bool { first < 0 }

    mutating func add(_ node: Int32) {
        if isNone {
            first = node
        } else if second == 0 {
            second = node
        } else if third == 0 {
            third = node
        } else {
            first = -1
        }
    }
}
