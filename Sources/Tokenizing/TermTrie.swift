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

    /// The terms that were given, and could be used.
    package var count: Int { nextTerm.count }

    enum EdgeKind: UInt64 {
        case word
        /// A prefix of the word is enough.
        case stem
        /// What it leads over must stand close to the word before.
        case close
        case closeStem

        init(_ step: TermPattern.Step) {
            self =
                step.isStem
                ? step.isClose ? .closeStem : .stem
                : step.isClose ? .close : .word
        }
    }

    struct Node {
        /// Of the edge that leads here.
        let key: UInt64
        let parent: Int32
        /// Folded word on the edge, in `bytes`: hashes may collide.
        let wordStart: Int32
        let wordEnd: Int32
        /// The last term that ends here, −1 for none; `nextTerm` goes on from it.
        var lastTerm: Int32 = -1
        var hasChildren = false
        var hasStemChildren = false
        var hasCloseChildren = false
        var hasCloseStemChildren = false
        let kind: EdgeKind

        var word: Range<Int> { Int(wordStart)..<Int(wordEnd) }
    }

    private(set) var nodes = [Node(key: 0, parent: -1, wordStart: 0, wordEnd: 0, kind: .word)]
    private(set) var bytes: [UInt8] = []
    /// By term: another that ends at the same node, −1 for none.
    private(set) var nextTerm: [Int32] = []
    /// Open addressing by the keys of nodes: 0 for an empty slot.
    private var slots: [Int32] = Array(repeating: 0, count: 64)
    private var filter = HashFilter(capacity: 64)
    private var stemFilter = HashFilter(capacity: 64)
    /// Terms that begin with something that a look at bytes does not read.
    private(set) var isBeyondScan = false
    /// Terms that begin with a handle or hashtag.
    private(set) var hasSigns = false
    /// The first words that need no reading letter by letter.
    private(set) var shortFirstWords = FirstWords()

    package init() {}

    /// Terms that begin with a stem.
    var hasStems: Bool { nodes[0].hasStemChildren }

    /// Adds a term.
    ///
    /// - Returns: Its number; `nil` when it holds no word and no mark, so that it could never match.
    @discardableResult
    package mutating func insert(_ pattern: TermPattern) -> Int? {
        guard let first = pattern.steps.first else { return nil }
        if !TermScan.reads(first) { isBeyondScan = true }
        if TermScan.beginsWithSign(first.folded) { hasSigns = true }
        var node: Int32 = 0
        for step in pattern.steps { node = child(of: node, by: step) }
        nextTerm.append(nodes[Int(node)].lastTerm)
        nodes[Int(node)].lastTerm = Int32(nextTerm.count - 1)
        return nextTerm.count - 1
    }

    /// Every place of every term, by start, then by length; places may overlap.
    package func matches(in words: Words) -> [Match] {
        var found: [Match] = []
        for start in words.indices {
            collect(from: 0, at: start, start: start, in: words, into: &found)
        }
        return found
    }

    /// The terms that begin at a word, by length.
    package func matches(in words: Words, at start: Int) -> [Match] {
        var found: [Match] = []
        collect(from: 0, at: start, start: start, in: words, into: &found)
        return found
    }

    /// Whether some term begins at a word.
    package func hasMatch(in words: Words, at start: Int) -> Bool {
        !matches(in: words, at: start).isEmpty
    }

    // MARK: - For looks at bytes

    /// Whether a term begins with a word of this hash; another word may have the same.
    @inline(__always)
    func mayBegin(_ hash: UInt64, _ kind: EdgeKind) -> Bool {
        let isKept = kind == .word ? filter.contains(hash) : stemFilter.contains(hash)
        return isKept && hasEdge(from: 0, hash, kind)
    }

    /// The node that a term's first word leads to.
    func first(_ folded: [UInt8], _ hash: UInt64) -> Int32? {
        target(of: 0, hash, .word, folded, folded.indices)
    }

    func hasChildren(_ node: Int32) -> Bool {
        nodes[Int(node)].hasChildren
    }

    /// Whether a word of this hash may follow in a term.
    func mayGoOn(from node: Int32, by hash: UInt64) -> Bool {
        let node = Int(node)
        return nodes[node].hasStemChildren || nodes[node].hasCloseChildren
            || nodes[node].hasCloseStemChildren || hasEdge(from: Int32(node), hash, .word)
    }

    func isTerm(_ node: Int32) -> Bool {
        nodes[Int(node)].lastTerm >= 0
    }

    /// The term that ends at a node, the last to be inserted of several.
    func lastTerm(of node: Int32) -> Int? {
        let term = nodes[Int(node)].lastTerm
        return term < 0 ? nil : Int(term)
    }

    /// Another that ends at the same node.
    func term(before term: Int) -> Int? {
        nextTerm[term] < 0 ? nil : Int(nextTerm[term])
    }

    // MARK: - For what is read from bytes

    /// Makes room for so many nodes, the root among them.
    mutating func reserve(nodes count: Int) {
        nodes.reserveCapacity(count)
        var slotCount = slots.count
        while count * 2 > slotCount { slotCount *= 2 }
        if slotCount > slots.count { grow(to: slotCount) }
    }

    /// Adds a node that is not there yet.
    mutating func append(
        _ word: ArraySlice<UInt8>, _ kind: EdgeKind, to node: Int32, lastTerm: Int32 = -1
    ) {
        let start = bytes.count
        bytes += word
        nodes.append(
            Node(
                key: Self.key(node, WordHash(word).value, kind), parent: node,
                wordStart: Int32(start), wordEnd: Int32(bytes.count), lastTerm: lastTerm,
                kind: kind))
        nodes[Int(node)].hasChildren = true
        switch kind {
        case .word: break
        case .stem: nodes[Int(node)].hasStemChildren = true
        case .close: nodes[Int(node)].hasCloseChildren = true
        case .closeStem: nodes[Int(node)].hasCloseStemChildren = true
        }
        let next = nodes.count - 1
        if node == 0, kind == .word, let word = ShortWord(word) {
            shortFirstWords.insert(word, node: Int32(next))
        }
        if nodes.count * 2 > slots.count { grow(to: slots.count * 2) } else { enter(next) }
    }

    mutating func take(_ nextTerm: [Int32], isBeyondScan: Bool, hasSigns: Bool) {
        self.nextTerm = nextTerm
        self.isBeyondScan = isBeyondScan
        self.hasSigns = hasSigns
    }

    // MARK: - Private

    private func hasEdge(from node: Int32, _ hash: UInt64, _ kind: EdgeKind) -> Bool {
        let key = Self.key(node, hash, kind)
        var slot = slot(of: key)
        while slots[slot] != 0 {
            if nodes[Int(slots[slot])].key == key { return true }
            slot = (slot + 1) & (slots.count - 1)
        }
        return false
    }

    private mutating func child(of node: Int32, by step: TermPattern.Step) -> Int32 {
        let kind = EdgeKind(step)
        if let next = target(of: node, step.hash, kind, step.folded, step.folded.indices) {
            return next
        }
        append(step.folded[...], kind, to: node)
        return Int32(nodes.count - 1)
    }

    private mutating func grow(to slotCount: Int) {
        slots = Array(repeating: 0, count: slotCount)
        filter = HashFilter(capacity: slots.count)
        stemFilter = HashFilter(capacity: slots.count)
        for node in nodes.indices.dropFirst() { enter(node) }
    }

    private mutating func enter(_ number: Int) {
        let node = nodes[number]
        var slot = slot(of: node.key)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = Int32(number)
        let hash = WordHash(bytes[node.word]).value
        switch node.kind {
        case .word: filter.insert(hash)
        case .stem, .closeStem: stemFilter.insert(hash)
        case .close: break
        }
    }

    private func collect(
        from node: Int32, at index: Int, start: Int, in words: Words, into found: inout [Match]
    ) {
        guard index < words.count, nodes[Int(node)].hasChildren else { return }
        let word = words[index]
        if filter.contains(word.hash) {
            follow(node, word.hash, .word, word.foldedRange, index, start, words, &found)
        }
        if nodes[Int(node)].hasCloseChildren, !word.followsSpace {
            follow(node, word.hash, .close, word.foldedRange, index, start, words, &found)
        }
        let mayBeCloseStem = nodes[Int(node)].hasCloseStemChildren && !word.followsSpace
        guard nodes[Int(node)].hasStemChildren || mayBeCloseStem, word.kind != .mark else { return }
        var hash = WordHash()
        for offset in word.foldedRange {
            hash.add(words.foldedBytes[offset])
            if stemFilter.contains(hash.value) {
                let prefix = word.foldedRange.lowerBound..<offset + 1
                follow(node, hash.value, .stem, prefix, index, start, words, &found)
                if mayBeCloseStem {
                    follow(node, hash.value, .closeStem, prefix, index, start, words, &found)
                }
            }
        }
    }

    private func follow(
        _ node: Int32, _ hash: UInt64, _ kind: EdgeKind, _ folded: Range<Int>, _ index: Int,
        _ start: Int, _ words: Words, _ found: inout [Match]
    ) {
        guard let next = target(of: node, hash, kind, words.foldedBytes, folded) else { return }
        if found.isEmpty { found.reserveCapacity(32) }
        let first = found.count
        var term = nodes[Int(next)].lastTerm
        while term >= 0 {
            found.append(Match(words: start..<index + 1, term: Int(term)))
            term = nextTerm[Int(term)]
        }
        if found.count - first > 1 { found[first...].reverse() }
        collect(from: next, at: index + 1, start: start, in: words, into: &found)
    }

    /// The node that an edge over a word leads to.
    ///
    /// - Parameters:
    ///   - folded: Holds the word in `range`.
    ///   - hash: Of the word.
    private func target(
        of node: Int32, _ hash: UInt64, _ kind: EdgeKind, _ folded: [UInt8], _ range: Range<Int>
    ) -> Int32? {
        let key = Self.key(node, hash, kind)
        var slot = slot(of: key)
        while slots[slot] != 0 {
            let number = slots[slot]
            let next = nodes[Int(number)]
            if next.key == key, next.parent == node, next.kind == kind,
                isWord(next.word, folded, range)
            {
                return number
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Whether the bytes of an edge are those of a word; by hand, since slices are counted references.
    @inline(__always)
    private func isWord(_ own: Range<Int>, _ folded: [UInt8], _ range: Range<Int>) -> Bool {
        guard own.count == range.count else { return false }
        for offset in 0..<own.count
        where bytes[own.lowerBound &+ offset] != folded[range.lowerBound &+ offset] {
            return false
        }
        return true
    }

    private static func key(_ node: Int32, _ hash: UInt64, _ kind: EdgeKind) -> UInt64 {
        let origin = UInt64(bitPattern: Int64(node)) << 2 | kind.rawValue
        return (hash ^ (origin &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
    }

    private func slot(of key: UInt64) -> Int {
        Int(truncatingIfNeeded: key ^ key >> 32) & (slots.count - 1)
    }
}

/// One bit for each hash: tells for certain that one was never inserted.
private struct HashFilter: Sendable {
    private var bits: [UInt64]

    /// - Parameter capacity: A power of two, twice the hashes to come at least.
    init(capacity: Int) {
        bits = Array(repeating: 0, count: capacity / 8)
    }

    mutating func insert(_ hash: UInt64) {
        bits[word(of: hash)] |= 1 << (hash & 63)
    }

    func contains(_ hash: UInt64) -> Bool {
        bits[word(of: hash)] & 1 << (hash & 63) != 0
    }

    private func word(of hash: UInt64) -> Int {
        Int(truncatingIfNeeded: hash >> 6) & (bits.count - 1)
    }
}
