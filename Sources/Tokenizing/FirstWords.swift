/// The short words that terms begin with, and the nodes they lead to.
///
/// Two bits for the outline of each turn most other words away with one look at memory, before their
/// letters are folded (Putze, Sanders and Singler, "Cache-, Hash- and Space-Efficient Bloom Filters",
/// 2007), and all bits together stay near the processor: what a text costs hardly depends on how many
/// terms there are.
struct FirstWords: Sendable {
    /// Where a word leads to.
    struct Place {
        static let none = Place(node: 0, onlyTerm: -1)

        let node: Int32
        /// The last term that ends there, where none goes on; else −1.
        ///
        /// It spares a look at the node.
        let onlyTerm: Int32
    }

    private var table = Table(slotCount: 64)

    mutating func insert(_ word: ShortWord, _ place: Place) {
        makeUnique(isFull: table.isFull)
        table.enter(Slot(word: word, place: place))
    }

    /// Changes what a word leads to that is there already.
    mutating func update(_ word: ShortWord, _ place: Place) {
        makeUnique(isFull: false)
        table.update(Slot(word: word, place: place))
    }

    /// Turns most other words away; to be used only while these first words are there, unchanged.
    var filter: Filter { table.filter }

    @safe struct Filter {
        /// Of 64 for four slots each.
        fileprivate let bits: UnsafeMutablePointer<UInt64>
        /// How far a hash is shifted to be a group's number.
        fileprivate let shift: UInt64

        /// 1 where a word of this outline may be among them: 0 for most words.
        @inline(__always)
        func mayHave(outline: ShortWord) -> UInt64 {
            let hash = outline.hash
            let group = unsafe bits[Int(truncatingIfNeeded: hash &>> shift)]
            return group &>> Self.first(hash) & group &>> Self.second(hash) & 1
        }

        fileprivate func insert(outline: ShortWord) {
            let hash = outline.hash
            unsafe bits[Int(truncatingIfNeeded: hash &>> shift)] |=
                1 &<< Self.first(hash) | 1 &<< Self.second(hash)
        }

        /// The two bits of a hash in its group, by other parts of it than the group.
        @inline(__always)
        private static func first(_ hash: UInt64) -> UInt64 { hash &>> 40 }

        @inline(__always)
        private static func second(_ hash: UInt64) -> UInt64 { hash &>> 34 }
    }

    /// What a word leads to, `.none` for most.
    @inline(__always)
    func place(of word: ShortWord) -> Place {
        table.place(of: word)
    }

    // MARK: - Private

    private mutating func makeUnique(isFull: Bool) {
        guard isFull || !isKnownUniquelyReferenced(&table) else { return }
        table = Table(table, slotCount: isFull ? table.slotCount * 2 : table.slotCount)
    }
}

private struct Slot {
    static let empty = Slot(word: .empty, place: .none)

    let word: ShortWord
    /// `.none` in an empty slot.
    let place: FirstWords.Place

    var isEmpty: Bool { place.node == 0 }
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
    /// Sixteen bits for each slot.
    let filter: FirstWords.Filter
    /// How far a hash is shifted to be a slot's number.
    private let shift: UInt64

    var isFull: Bool { count * 4 >= slotCount * 3 }

    /// - Parameter slotCount: A power of two, 64 or more.
    init(slotCount: Int) {
        self.slotCount = slotCount
        shift = UInt64(64 - slotCount.trailingZeroBitCount)
        unsafe slots = .allocate(capacity: slotCount)
        unsafe slots.initialize(repeating: .empty, count: slotCount)
        let bits = UnsafeMutablePointer<UInt64>.allocate(capacity: slotCount / 4)
        unsafe bits.initialize(repeating: 0, count: slotCount / 4)
        unsafe filter = FirstWords.Filter(bits: bits, shift: shift + 2)
    }

    convenience init(_ other: Table, slotCount: Int) {
        self.init(slotCount: slotCount)
        for number in 0..<other.slotCount {
            let slot = unsafe other.slots[number]
            if !slot.isEmpty { enter(slot) }
        }
    }

    deinit {
        unsafe slots.deallocate()
        unsafe filter.bits.deallocate()
    }

    func enter(_ new: Slot) {
        filter.insert(outline: new.word.outline)
        unsafe slots[number(of: new.word)] = new
        count += 1
    }

    func update(_ slot: Slot) {
        unsafe slots[number(of: slot.word)] = slot
    }

    @inline(__always)
    func place(of word: ShortWord) -> FirstWords.Place {
        unsafe slots[number(of: word)].place
    }

    // MARK: - Private

    /// The slot that has a word, or an empty one.
    @inline(__always)
    private func number(of word: ShortWord) -> Int {
        var slot = Int(truncatingIfNeeded: word.hash &>> shift)
        while unsafe !slots[slot].isEmpty && slots[slot].word != word {
            slot = (slot &+ 1) & (slotCount &- 1)
        }
        return slot
    }
}
