/// The short words that terms begin with, and the nodes they lead to.
///
/// Two bits for the outline of each tell most other words away with one look at memory, before their
/// letters are folded (Putze, Sanders and Singler, "Cache-, Hash- and Space-Efficient Bloom Filters",
/// 2007), and all bits together stay near the processor: what a text costs hardly depends on how many
/// terms there are.
struct FirstWords: Sendable {
    private var table = Table(slotCount: 64)

    mutating func insert(_ word: ShortWord, node: Int32) {
        if !isKnownUniquelyReferenced(&table) || table.isFull {
            table = Table(table, slotCount: table.isFull ? table.slotCount * 2 : table.slotCount)
        }
        table.enter(Slot(word: word, node: node))
    }

    /// Whether a word of this outline may be among them: `false` of most words.
    @inline(__always)
    func mayHave(outline: ShortWord) -> Bool {
        table.mayHave(outline.hash)
    }

    /// The node that a word leads to, 0 for none.
    func node(of word: ShortWord) -> Int32 {
        table.node(of: word)
    }
}

private struct Slot {
    let word: ShortWord
    /// 0 for an empty slot.
    let node: Int32
}

/// Open addressing by the upper bits of hashes; at most three of four slots are taken, since most words
/// that are not there are told before: small, it stays in the processor's cache.
///
/// It owns its memory, so that nothing is counted or checked for each word of a text. Unchecked because
/// it is written to only while one `FirstWords` alone has it.
@safe private final class Table: @unchecked Sendable {
    let slotCount: Int
    private(set) var count = 0
    private let slots: UnsafeMutablePointer<Slot>
    /// Sixteen for each slot.
    private let bits: UnsafeMutablePointer<UInt64>
    /// How far a hash is shifted to be a slot's number.
    private let shift: UInt64

    var isFull: Bool { count * 4 >= slotCount * 3 }

    /// - Parameter slotCount: A power of two, 64 or more.
    init(slotCount: Int) {
        self.slotCount = slotCount
        shift = UInt64(64 - slotCount.trailingZeroBitCount)
        unsafe slots = .allocate(capacity: slotCount)
        unsafe slots.initialize(repeating: Slot(word: .empty, node: 0), count: slotCount)
        unsafe bits = .allocate(capacity: slotCount / 4)
        unsafe bits.initialize(repeating: 0, count: slotCount / 4)
    }

    convenience init(_ other: Table, slotCount: Int) {
        self.init(slotCount: slotCount)
        for number in 0..<other.slotCount {
            let slot = unsafe other.slots[number]
            if slot.node != 0 { enter(slot) }
        }
    }

    deinit {
        unsafe slots.deallocate()
        unsafe bits.deallocate()
    }

    func enter(_ new: Slot) {
        let outline = new.word.outline.hash
        unsafe bits[group(of: outline)] |= Self.pair(outline)
        let hash = new.word.hash
        var slot = Int(truncatingIfNeeded: hash &>> shift)
        while unsafe slots[slot].node != 0 { slot = (slot + 1) & (slotCount - 1) }
        unsafe slots[slot] = new
        count += 1
    }

    @inline(__always)
    func mayHave(_ outline: UInt64) -> Bool {
        let pair = Self.pair(outline)
        return unsafe bits[group(of: outline)] & pair == pair
    }

    @inline(never)
    func node(of word: ShortWord) -> Int32 {
        var slot = Int(truncatingIfNeeded: word.hash &>> shift)
        while true {
            let found = unsafe slots[slot]
            if found.node == 0 || found.word == word { return found.node }
            slot = (slot + 1) & (slotCount - 1)
        }
    }

    // MARK: - Private

    /// Of the groups of 64 bits, that of a hash: there is one for four slots.
    @inline(__always)
    private func group(of hash: UInt64) -> Int {
        Int(truncatingIfNeeded: hash &>> (shift &+ 2))
    }

    /// The two bits of a hash in its group, by other parts of it than the group.
    @inline(__always)
    private static func pair(_ hash: UInt64) -> UInt64 {
        1 << (hash &>> 40 & 63) | 1 << (hash &>> 34 & 63)
    }
}
