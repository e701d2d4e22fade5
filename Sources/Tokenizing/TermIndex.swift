/// Many terms, looked for in one pass over a text's words.
///
/// A term is a word, a `stem*`, or a phrase of such; it is cut into words exactly as a text is. The
/// words of a phrase stand side by side with no mark between them; marks of a term (`c++`, `:)`)
/// stand close to what they follow. Terms form a trie whose edges are words: a step is one look-up
/// by the word's hash, and one for each of its prefixes that is the length of some stem, so the cost
/// of a text hardly depends on how many terms there are.
package struct TermIndex<Value: Sendable>: Sendable {
    /// A term found: which words it covers, and what was stored with it.
    package struct Match: Sendable {
        /// Indices into the `Words`.
        package let words: Range<Int>
        package let value: Value
    }

    /// The terms that were given, and could be used.
    package private(set) var count = 0

    private struct Edge: Hashable {
        let node: Int32
        let hash: UInt64
        let isStem: Bool
        /// The mark it leads over must stand close to the word before.
        let isClose: Bool
    }

    private struct Node {
        var values: [Value] = []
        /// Folded bytes of the word on the edge that leads here: hashes may collide.
        var word: [UInt8] = []
        var hasChildren = false
        var hasStemChildren = false
    }

    private var nodes = [Node()]
    private var edges: [Edge: Int32] = [:]
    /// One bit for each hash of a stem, by its low bits: most prefixes are turned away here.
    private var stemFilter = [Bool](repeating: false, count: 1 << 14)

    package init() {}

    package init(_ terms: some Sequence<(term: String, value: Value)>) {
        for (term, value) in terms { insert(term, value) }
    }

    /// Adds a term.
    ///
    /// - Returns: `false` when the term holds no word and no mark, so that it could never match.
    @discardableResult
    package mutating func insert(_ term: String, _ value: Value) -> Bool {
        insert(TermPattern(term), value)
    }

    @discardableResult
    package mutating func insert(_ pattern: TermPattern, _ value: Value) -> Bool {
        guard !pattern.steps.isEmpty else { return false }
        var node: Int32 = 0
        for step in pattern.steps { node = child(of: node, by: step) }
        nodes[Int(node)].values.append(value)
        count += 1
        return true
    }

    /// Every place of every term, by start, then by length; places may overlap.
    package func matches(in words: Words) -> [Match] {
        var found: [Match] = []
        for start in words.indices {
            collect(from: 0, at: start, start: start, in: words, into: &found)
        }
        return found
    }

    /// The longest term at each place from left to right, none overlapping.
    package func longestMatches(in words: Words) -> [Match] {
        var found: [Match] = []
        var start = 0
        while start < words.count {
            var here: [Match] = []
            collect(from: 0, at: start, start: start, in: words, into: &here)
            if let longest = here.map(\.words.count).max() {
                found.append(contentsOf: here.filter { $0.words.count == longest })
                start += longest
            } else {
                start += 1
            }
        }
        return found
    }

    // MARK: - Private

    private mutating func child(of node: Int32, by step: TermPattern.Step) -> Int32 {
        let hash = WordHash(step.folded).value
        let edge = Edge(node: node, hash: hash, isStem: step.isStem, isClose: step.isClose)
        if let next = edges[edge], nodes[Int(next)].word == step.folded { return next }
        let next = Int32(nodes.count)
        nodes.append(Node(word: step.folded))
        edges[edge] = next
        nodes[Int(node)].hasChildren = true
        if step.isStem {
            nodes[Int(node)].hasStemChildren = true
            stemFilter[Int(hash & UInt64(stemFilter.count - 1))] = true
        }
        return next
    }

    private func collect(
        from node: Int32, at index: Int, start: Int, in words: Words, into found: inout [Match]
    ) {
        guard index < words.count, nodes[Int(node)].hasChildren else { return }
        let word = words[index]
        let folded = words.foldedBytes[word.foldedRange]
        follow(
            Edge(node: node, hash: word.hash, isStem: false, isClose: false), folded, index, start,
            words, &found)
        if !word.followsSpace {
            follow(
                Edge(node: node, hash: word.hash, isStem: false, isClose: true), folded, index,
                start, words, &found)
        }
        guard nodes[Int(node)].hasStemChildren, word.kind != .mark else { return }
        var hash = WordHash()
        for (offset, byte) in folded.enumerated() {
            hash.add(byte)
            guard stemFilter[Int(hash.value & UInt64(stemFilter.count - 1))] else { continue }
            follow(
                Edge(node: node, hash: hash.value, isStem: true, isClose: false),
                folded.prefix(offset + 1), index, start, words, &found)
        }
    }

    private func follow(
        _ edge: Edge, _ folded: ArraySlice<UInt8>, _ index: Int, _ start: Int, _ words: Words,
        _ found: inout [Match]
    ) {
        guard let next = edges[edge], nodes[Int(next)].word.elementsEqual(folded) else { return }
        for value in nodes[Int(next)].values {
            found.append(Match(words: start..<index + 1, value: value))
        }
        collect(from: next, at: index + 1, start: start, in: words, into: &found)
    }
}
