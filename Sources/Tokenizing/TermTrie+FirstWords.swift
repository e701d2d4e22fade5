/// What is asked of a trie while a text is bytes, before it is cut into words.
extension TermTrie {
    /// Whether a term begins with a word of this hash; another word may have the same.
    @inline(__always)
    func mayBegin(_ hash: UInt64, _ kind: TermEdges.Kind) -> Bool {
        let isKept = kind == .word ? edges.mayBeFirst(hash) : edges.mayBeStem(hash)
        return isKept && edges.mayLead(from: 0, hash, kind)
    }

    /// The node that a term's first word leads to.
    func first(_ folded: [UInt8], _ hash: UInt64) -> Int32? {
        edges.target(of: 0, hash, .word, folded, folded.indices)
    }

    func hasChildren(_ node: Int32) -> Bool {
        !nodes[Int(node)].exits.isEmpty
    }

    /// Whether a word of this hash may follow in a term.
    func mayGoOn(from node: Int32, by hash: UInt64) -> Bool {
        let exits = nodes[Int(node)].exits
        return !exits.isDisjoint(with: [.stem, .close, .closeStem, .unread])
            || nodes[Int(node)].mayGoOn(by: hash) && edges.mayLead(from: node, hash, .word)
    }

    func isTerm(_ node: Int32) -> Bool {
        nodes[Int(node)].lastTerm >= 0
    }

    /// The term that ends at a node, the last to be inserted of several.
    func lastTerm(of node: Int32) -> Int? {
        let term = nodes[Int(node)].lastTerm
        return term < 0 ? nil : Int(term)
    }

    /// The term that was inserted before this one and ends at the same node; `nil` for none.
    package func term(before term: Int) -> Int? {
        nextTerm[term] < 0 ? nil : Int(nextTerm[term])
    }
}
