extension TermTrie {
    /// A term found: which words it covers, and its number in the order of insertion.
    package struct Match: Hashable, Sendable {
        /// Indices into the `Words`.
        package let words: Range<Int>
        package let term: Int

        package init(words: Range<Int>, term: Int) {
            self.words = words
            self.term = term
        }
    }

    /// Every place of every term, by start, then by length; places may overlap.
    ///
    /// - Parameter acrossQuotes: Between two words of a term a quotation mark may stand that the term
    ///   does not have, as in `Hotel „Pod Lipą”`.
    package func matches(in words: Words, acrossQuotes: Bool = false) -> [Match] {
        var found: [Match] = []
        for start in words.indices {
            collect(
                from: 0, at: start, start: start, in: words, acrossQuotes: acrossQuotes,
                into: &found)
        }
        return found
    }

    /// Whether a term may stand among the words: `false` only where none does, as a look at one bit for
    /// most of the words tells.
    package func mayMatch(in words: Words) -> Bool {
        hasStems || words.indices.contains { mayBegin(words[$0].hash, .word) }
    }

    /// The terms that begin at a word, by length.
    package func matches(
        in words: Words, at start: Int, acrossQuotes: Bool = false
    ) -> [Match] {
        var found: [Match] = []
        collect(
            from: 0, at: start, start: start, in: words, acrossQuotes: acrossQuotes, into: &found)
        return found
    }

    /// Whether some term begins at a word.
    package func hasMatch(in words: Words, at start: Int) -> Bool {
        !matches(in: words, at: start).isEmpty
    }

    // MARK: - Private

    private func collect(
        from node: Int32, at index: Int, start: Int, in words: Words, acrossQuotes: Bool,
        into found: inout [Match]
    ) {
        guard index < words.count else { return }
        forEachStep(from: node, nodes[Int(node)], at: index, in: words) { next in
            take(
                next, at: index, start: start, in: words, acrossQuotes: acrossQuotes,
                into: &found)
        }
        // Behind a mark no other is passed over, or a text of nothing but marks would take long.
        guard acrossQuotes, node != 0, words[index - 1].kind != .mark,
            let next = words.endOfQuotationMark(at: index)
        else { return }
        collect(
            from: node, at: next, start: start, in: words, acrossQuotes: true, into: &found)
    }

    /// The nodes that a word leads to: by the whole of it, then by its beginnings, the shortest first.
    ///
    /// - Parameter place: What is said of the node; its terms do not matter.
    @inline(__always)
    func forEachStep(
        from node: Int32, _ place: TermNode, at index: Int, in words: Words, _ body: (Int32) -> Void
    ) {
        guard !place.exits.isEmpty else { return }
        let word = words[index]
        if node == 0 ? edges.mayBeFirst(word.hash) : place.mayGoOn(by: word.hash),
            let next = target(of: node, word.hash, .word, words, word.foldedRange)
        {
            body(next)
        }
        if place.exits.contains(.close), !word.followsSpace,
            let next = target(of: node, word.hash, .close, words, word.foldedRange)
        {
            body(next)
        }
        let mayBeCloseStem = place.exits.contains(.closeStem) && !word.followsSpace
        let mayBeStem = place.exits.contains(.stem) || mayBeCloseStem
        guard mayBeStem, word.kind != .mark else { return }
        var hash = WordHash()
        for offset in word.foldedRange {
            hash.add(words.foldedBytes[offset])
            guard edges.mayBeStem(hash.value) else { continue }
            let prefix = word.foldedRange.lowerBound..<offset + 1
            if let next = target(of: node, hash.value, .stem, words, prefix) { body(next) }
            if mayBeCloseStem, let next = target(of: node, hash.value, .closeStem, words, prefix) {
                body(next)
            }
        }
    }

    private func target(
        of node: Int32, _ hash: UInt64, _ kind: TermEdges.Kind, _ words: Words, _ folded: Range<Int>
    ) -> Int32? {
        edges.target(of: node, hash, kind, words.foldedBytes, folded)
    }

    /// Takes the terms that end at a node, in the order of their insertion, and those that go on.
    private func take(
        _ node: Int32, at index: Int, start: Int, in words: Words, acrossQuotes: Bool,
        into found: inout [Match]
    ) {
        let place = nodes[Int(node)]
        if place.lastTerm >= 0 {
            if found.isEmpty { found.reserveCapacity(32) }
            let first = found.count
            var term = place.lastTerm
            repeat {
                found.append(Match(words: start..<index + 1, term: Int(term)))
                term = nextTerm[Int(term)]
            } while term >= 0
            if found.count - first > 1 { found[first...].reverse() }
        }
        guard !place.exits.isEmpty else { return }
        collect(
            from: node, at: index + 1, start: start, in: words, acrossQuotes: acrossQuotes,
            into: &found)
    }
}
