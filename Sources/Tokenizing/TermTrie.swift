/// Many terms, looked for in one pass over a text's words; a term found is told by its number.
///
/// Terms form a trie whose edges are words. An edge is found by one probe of a hash table, and a
/// filter of one bit for each hash turns most words and prefixes away before it: the cost of a text
/// hardly depends on how many terms there are.
///
/// A term is a word, a `stem*`, or a phrase of such; it is cut into words exactly as a text is. The
/// words of a phrase stand side by side with no mark between them; marks of a term (`c++`, `:)`)
/// stand close to what they follow.
package struct TermTrie: Sendable {
    private(set) var edges = TermEdges()
    private(set) var nodes = [TermNode()]
    /// By term: another that ends at the same node, −1 for none.
    private(set) var nextTerm: [Int32] = []
    /// Terms that begin with something that a look at bytes does not read.
    private(set) var isBeyondScan = false
    /// Terms that begin with a handle or hashtag.
    private(set) var hasSigns = false
    /// The first words that need no reading letter by letter; empty unless it looks at bytes.
    private(set) var shortFirstWords = FirstWords()
    private let looksAtBytes: Bool

    /// - Parameter looksAtBytes: whether it is asked about the bytes of texts, before there are words.
    package init(looksAtBytes: Bool = true) {
        self.looksAtBytes = looksAtBytes
    }

    /// The terms that were given, and could be used.
    package var count: Int { nextTerm.count }

    /// Terms that begin with a stem.
    var hasStems: Bool { nodes[0].exits.contains(.stem) }

    /// Adds a term.
    ///
    /// - Returns: Its number; `nil` when it holds no word and no mark, so that it could never match.
    @discardableResult
    package mutating func insert(_ pattern: TermPattern) -> Int? {
        guard let first = pattern.steps.first else { return nil }
        if looksAtBytes {
            if !TermScan.reads(first.folded) { isBeyondScan = true }
            if TermScan.beginsWithSign(first.folded) { hasSigns = true }
        }
        var node: Int32 = 0
        for step in pattern.steps { node = child(of: node, by: step) }
        nextTerm.append(nodes[Int(node)].lastTerm)
        nodes[Int(node)].lastTerm = Int32(nextTerm.count - 1)
        updateFirstWord(of: node)
        return nextTerm.count - 1
    }

    /// Whether a term of this pattern was added.
    package func holds(_ pattern: TermPattern) -> Bool {
        var node: Int32 = 0
        for step in pattern.steps {
            let next = edges.target(
                of: node, step.hash, TermEdges.Kind(step), step.folded, step.folded.indices)
            guard let next else { return false }
            node = next
        }
        return nodes[Int(node)].lastTerm >= 0
    }

    /// What leads over words, without what stands at nodes; for who has that elsewhere.
    var edgesAlone: TermTrie {
        var trie = TermTrie(looksAtBytes: false)
        trie.edges = edges.trimmed
        return trie
    }

    /// What is known of a node.
    func place(of node: Int32) -> FirstWords.Place {
        let onlyTerm = nodes[Int(node)].exits.isEmpty ? nodes[Int(node)].lastTerm : -1
        return FirstWords.Place(node: node, onlyTerm: onlyTerm)
    }

    /// Makes room for so many nodes, the root among them.
    package mutating func reserve(nodes count: Int) {
        nodes.reserveCapacity(count)
        edges.reserve(count)
    }

    // MARK: - For what is read from bytes

    /// Adds a node that is not there yet.
    ///
    /// - Parameter hash: Of the word.
    mutating func append(
        _ word: ArraySlice<UInt8>, _ hash: UInt64, _ kind: TermEdges.Kind, to node: Int32,
        lastTerm: Int32 = -1
    ) {
        edges.append(word, hash, kind, from: node)
        nodes.append(TermNode(lastTerm: lastTerm))
        nodes[Int(node)].addExit(kind, hash: hash)
        if looksAtBytes, node != 0, !TermScan.reads(word) { nodes[Int(node)].addUnreadExit() }
        if looksAtBytes, node == 0, kind == .word, let word = ShortWord(word) {
            shortFirstWords.insert(word, place(of: Int32(nodes.count - 1)))
        }
        updateFirstWord(of: node)
    }

    mutating func take(_ nextTerm: [Int32], isBeyondScan: Bool, hasSigns: Bool) {
        self.nextTerm = nextTerm
        self.isBeyondScan = isBeyondScan
        self.hasSigns = hasSigns
    }

    // MARK: - Private

    /// Keeps what is known of the node of a first word as it is.
    private mutating func updateFirstWord(of node: Int32) {
        guard looksAtBytes else { return }
        let edge = edges.edges[Int(node)]
        guard edge.parent == 0, edge.kind == .word,
            let word = ShortWord(edges.bytes[edge.word])
        else { return }
        shortFirstWords.update(word, place(of: node))
    }

    private mutating func child(of node: Int32, by step: TermPattern.Step) -> Int32 {
        let kind = TermEdges.Kind(step)
        if let next = edges.target(of: node, step.hash, kind, step.folded, step.folded.indices) {
            return next
        }
        append(step.folded[...], step.hash, kind, to: node)
        return Int32(nodes.count - 1)
    }
}
