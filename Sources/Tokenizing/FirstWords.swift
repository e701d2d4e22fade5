/// The short ASCII words that terms begin with, and the nodes they lead to.
///
/// One bit for each tells most other words away, and all bits together stay in the processor's nearest
/// cache: what a text costs hardly depends on how many terms there are.
struct FirstWords: Sendable {
    private var table = Table(slotCount: 64)

    mutating func insert(_ word: ShortWord, node: Int32) {
        if !isKnownUniquelyReferenced(&table) || table.isFull {
            table = Table(table, slotCount: table.isFull ? table.slotCount * 2 : table.slotCount)
        }
        table.enter(Slot(word: word, node: node))
    }

    /// The node that a word leads to, 0 for none: soon said of most words.
    @inline(__always)
    func node(of word: ShortWord) -> Int32 {
        table.node(of: word)
    }
}

private struct Slot {
    let word: ShortWord
    /// 0 for an empty slot.
    let node: Int32
}

/// Open addressing by the upper bits of hashes; at most half of the slots are taken.
///
/// It owns its memory, so that nothing is counted or checked for each word of a text. Unchecked because
/// it is written to only while one `FirstWords` alone has it.
@safe private final class Table: @unchecked Sendable {
    let slotCount: Int
    private(set) var count = 0
    private let slots: UnsafeMutablePointer<Slot>
    /// Eight for each slot.
    private let bits: UnsafeMutablePointer<UInt64>
    /// How far a hash is shifted to be a slot's number.
    private let shift: UInt64

    var isFull: Bool { count * 2 >= slotCount }

    /// - Parameter slotCount: A power of two, 64 or more.
    init(slotCount: Int) {
        self.slotCount = slotCount
        shift = UInt64(64 - slotCount.trailingZeroBitCount)
        unsafe slots = .allocate(capacity: slotCount)
        unsafe slots.initialize(repeating: Slot(word: .empty, node: 0), count: slotCount)
        unsafe bits = .allocate(capacity: slotCount / 8)
        unsafe bits.initialize(repeating: 0, count: slotCount / 8)
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
        let hash = new.word.hash
        let bit = hash &>> (shift &- 3)
        unsafe bits[Int(truncatingIfNeeded: bit >> 6)] |= 1 << (bit & 63)
        var slot = Int(truncatingIfNeeded: hash &>> shift)
        while unsafe slots[slot].node != 0 { slot = (slot + 1) & (slotCount - 1) }
        unsafe slots[slot] = new
        count += 1
    }

    @inline(__always)
    func node(of word: ShortWord) -> Int32 {
        let hash = word.hash
        // There are as many bits as the shift leaves numbers for.
        let bit = hash &>> (shift &- 3)
        let group = unsafe bits[Int(truncatingIfNeeded: bit >> 6)]
        guard group &>> (bit & 63) & 1 != 0 else { return 0 }
        return node(of: word, hash)
    }

    // MARK: - Private

    @inline(never)
    private func node(of word: ShortWord, _ hash: UInt64) -> Int32 {
        var slot = Int(truncatingIfNeeded: hash &>> shift)
        while true {
            let found = unsafe slots[slot]
            if found.node == 0 || found.word == word { return found.node }
            slot = (slot + 1) & (slotCount - 1)
        }
    }
}
