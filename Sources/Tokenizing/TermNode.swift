/// What a place in a trie says: which terms end there, and how others go on.
///
/// All that a text asks of a node lies side by side in 16 bytes: reading waits for memory more than for
/// anything else.
struct TermNode: Sendable {
    /// The kinds of edges that lead on.
    struct Exits: OptionSet, Sendable {
        let rawValue: UInt8

        init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        init(_ kind: TermEdges.Kind) {
            rawValue = 1 << UInt8(kind.rawValue)
        }

        static let stem = Self(.stem)
        static let close = Self(.close)
        static let closeStem = Self(.closeStem)
        /// Beside the kind: a mark, an emoji or a word that has such in it, which a look at the letters of a
        /// text does not read.
        static let unread = Self(rawValue: 1 << 7)
    }

    /// A bit for each hash of the whole words that lead on: tells most others away.
    private var nextWords: UInt64 = 0
    /// The last term that ends here, −1 for none; the trie's `nextTerm` goes on from it.
    var lastTerm: Int32 = -1
    private(set) var exits: Exits = []

    init(lastTerm: Int32 = -1) {
        self.lastTerm = lastTerm
    }

    mutating func addExit(_ kind: TermEdges.Kind, hash: UInt64) {
        exits.insert(Exits(kind))
        if kind == .word { nextWords |= Self.bit(hash) }
    }

    mutating func addUnreadExit() {
        exits.insert(.unread)
    }

    /// Whether a whole word of this hash may lead on.
    @inline(__always)
    func mayGoOn(by hash: UInt64) -> Bool {
        nextWords & Self.bit(hash) != 0
    }

    private static func bit(_ hash: UInt64) -> UInt64 {
        1 << (hash & 63)
    }
}
