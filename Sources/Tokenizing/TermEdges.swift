/// The edges of a trie: which node a word leads to from another node.
///
/// Each node but the root has one edge that leads to it, and goes by its number.
struct TermEdges: Sendable {
    enum Kind: UInt64 {
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

    struct Edge: Sendable {
        fileprivate let key: UInt64
        let parent: Int32
        /// Folded word on the edge, in `bytes`: hashes may collide.
        private let wordStart: Int32
        private let wordEnd: Int32
        let kind: Kind

        fileprivate init(key: UInt64, parent: Int32, word: Range<Int>, kind: Kind) {
            self.key = key
            self.parent = parent
            wordStart = Int32(word.lowerBound)
            wordEnd = Int32(word.upperBound)
            self.kind = kind
        }

        var word: Range<Int> { Int(wordStart)..<Int(wordEnd) }
    }

    /// By node; that of the root leads nowhere.
    private(set) var edges = [Edge(key: 0, parent: -1, word: 0..<0, kind: .word)]
    private(set) var bytes: [UInt8] = []
    /// Open addressing by the keys of edges; at most half of the slots are taken.
    private var slots = [Slot](repeating: Slot(), count: 64)
    /// Of the words, and of the stems, that lead on from the root.
    private var firstWords = HashFilter(capacity: 64)
    private var stems = HashFilter(capacity: 64)
    /// Of the keys of whole words that lead on from other nodes, at most one bit in sixteen: of a frequent
    /// word, a node knows too little of what follows it, and the slots are far from the processor.
    private var laterWords = HashFilter(capacity: 64)

    private struct Slot: Sendable {
        /// The upper half of the key: most other edges are told without a look at them.
        var mark: UInt32 = 0
        /// 0 in an empty slot.
        var node: Int32 = 0
    }

    /// Makes room for so many nodes, the root among them.
    mutating func reserve(_ count: Int) {
        edges.reserveCapacity(count)
        var slotCount = slots.count
        while count * 2 > slotCount { slotCount *= 2 }
        if slotCount > slots.count { grow(to: slotCount) }
    }

    /// The same without room for more.
    var trimmed: TermEdges {
        var trimmed = self
        trimmed.edges = []
        trimmed.edges.reserveCapacity(edges.count)
        trimmed.edges += edges
        trimmed.bytes = []
        trimmed.bytes.reserveCapacity(bytes.count)
        trimmed.bytes += bytes
        return trimmed
    }

    /// Adds an edge that is not there yet.
    mutating func append(_ word: ArraySlice<UInt8>, _ hash: UInt64, _ kind: Kind, from node: Int32)
    {
        let start = bytes.count
        bytes += word
        edges.append(
            Edge(
                key: Self.key(node, hash, kind), parent: node, word: start..<bytes.count,
                kind: kind))
        if edges.count * 2 > slots.count {
            grow(to: slots.count * 2)
        } else {
            enter(edges.count - 1, hash)
        }
    }

    /// The node that an edge over a word leads to.
    ///
    /// - Parameters:
    ///   - folded: Holds the word in `range`.
    ///   - hash: Of the word.
    func target(
        of node: Int32, _ hash: UInt64, _ kind: Kind, _ folded: [UInt8], _ range: Range<Int>
    ) -> Int32? {
        let key = Self.key(node, hash, kind)
        if node != 0, kind == .word, !laterWords.contains(Self.mixed(key)) { return nil }
        var slot = slot(of: key)
        while slots[slot].node != 0 {
            let found = slots[slot]
            if found.mark == Self.mark(key) {
                let edge = edges[Int(found.node)]
                if edge.key == key, edge.parent == node, edge.kind == kind,
                    isWord(edge.word, folded, range)
                {
                    return found.node
                }
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Whether a word of this hash leads on; another word may have the same.
    func mayLead(from node: Int32, _ hash: UInt64, _ kind: Kind) -> Bool {
        let key = Self.key(node, hash, kind)
        var slot = slot(of: key)
        while slots[slot].node != 0 {
            if slots[slot].mark == Self.mark(key), edges[Int(slots[slot].node)].key == key {
                return true
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return false
    }

    /// Whether a whole word of this hash may lead on from the root; quickly answered for most words.
    @inline(__always)
    func mayBeFirst(_ hash: UInt64) -> Bool {
        firstWords.contains(hash)
    }

    /// Whether a stem of this hash may lead on from any node.
    @inline(__always)
    func mayBeStem(_ hash: UInt64) -> Bool {
        stems.contains(hash)
    }

    // MARK: - Private

    private mutating func grow(to slotCount: Int) {
        slots = Array(repeating: Slot(), count: slotCount)
        firstWords = HashFilter(capacity: slotCount)
        stems = HashFilter(capacity: slotCount)
        laterWords = HashFilter(capacity: slotCount)
        for node in edges.indices.dropFirst() {
            enter(node, WordHash(bytes[edges[node].word]).value)
        }
    }

    /// - Parameter hash: Of the word on its edge.
    private mutating func enter(_ node: Int, _ hash: UInt64) {
        let edge = edges[node]
        var slot = slot(of: edge.key)
        while slots[slot].node != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = Slot(mark: Self.mark(edge.key), node: Int32(node))
        switch edge.kind {
        case .word:
            if edge.parent == 0 {
                firstWords.insert(hash)
            } else {
                laterWords.insert(Self.mixed(edge.key))
            }
        case .stem, .closeStem: stems.insert(hash)
        case .close: break
        }
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

    private static func key(_ node: Int32, _ hash: UInt64, _ kind: Kind) -> UInt64 {
        let origin = UInt64(bitPattern: Int64(node)) << 2 | kind.rawValue
        return (hash ^ (origin &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
    }

    private static func mark(_ key: UInt64) -> UInt32 {
        UInt32(truncatingIfNeeded: key >> 32)
    }

    private func slot(of key: UInt64) -> Int {
        Int(truncatingIfNeeded: Self.mixed(key)) & (slots.count - 1)
    }

    /// The lower bits of a key do not depend on all of it.
    @inline(__always)
    private static func mixed(_ key: UInt64) -> UInt64 {
        key ^ key >> 32
    }
}
