public import Synchronization

/// A number for each word met: texts are made of the same words again and again, and what follows from a
/// word alone is kept in tables by its number.
///
/// It takes so many words and then no more; the frequent ones are met early (Zipf). Numbers are given in
/// that order, so that what tables keep of frequent words lies close together. Many tasks read and write
/// it at once, and none waits: a place is claimed, written and only then shown, and it is never changed
/// again. Where two tasks meet a word at once, it may get two numbers, which does no harm.
@safe public final class WordIndex: @unchecked Sendable {
    // Unchecked for the pointer; what it leads to is guarded by the lower half of each word.

    @usableFromInline
    struct Entry: ~Copyable {
        /// The lower half of the word's key, 0 where a place is free; no text holds what `claimed` is.
        @usableFromInline let low: Atomic<UInt64>
        @usableFromInline var high: UInt64
        @usableFromInline var number: Int32
    }

    @usableFromInline let entries: UnsafeMutablePointer<Entry>
    @usableFromInline let mask: Int
    /// How many numbers have been given.
    private let count = Atomic<Int>(0)

    /// How many words there may be.
    @usableFromInline let capacity: Int
    /// A word stands in one of so many places side by side.
    ///
    /// The first of them, which frequent words have, lies whole in one line of the processor's cache.
    @inlinable static var reach: Int { 4 }
    @inlinable static var claimed: UInt64 { .max }

    /// That of all texts and rules.
    package static let shared = WordIndex(capacity: 1 << 16)

    /// - Parameter capacity: In words, a power of two.
    package init(capacity: Int) {
        precondition(
            capacity >= Self.reach && capacity & (capacity - 1) == 0, "a power of two, 4 or more")
        self.capacity = capacity
        mask = capacity / Self.reach - 1
        // Zeros are a free place.
        unsafe entries = ZeroedMemory.allocate(count: capacity)
    }

    deinit {
        unsafe ZeroedMemory.deallocate(entries, count: capacity)
    }

    /// Gives words their numbers.
    ///
    /// - Parameter foldedBytes: Holds the words.
    func enterNumbers(of words: inout [Word], in foldedBytes: [UInt8]) {
        // To look at each will not wait for memory then: what does not depend on one another is read at
        // the same time; as many as are still near the processor when they are looked at.
        for position in 0..<min(words.count, 256) {
            _ = unsafe entries[first(words[position].hash)].low.load(ordering: .relaxed)
        }
        for position in words.indices {
            guard let key = Words.key(of: words[position], in: foldedBytes) else { continue }
            words[position].storedEntry = Int32(
                truncatingIfNeeded: number(of: key, hash: words[position].hash))
        }
    }

    /// The number of a word, 0 and up; −1 where it has none and there is no room, or where the word
    /// begins with eight zeros.
    ///
    /// - Parameter hash: Of the word, as of `Word.hash`.
    @inlinable
    @inline(__always)
    public func number(of key: WordKey, hash: UInt64) -> Int {
        let first = first(hash)
        for place in first..<first &+ Self.reach {
            let low = unsafe entries[place].low.load(ordering: .acquiring)
            // Places are taken in a row, and never given back.
            if low == 0 { return enter(key, from: place, to: first &+ Self.reach) }
            if low == key.low, unsafe entries[place].high == key.high {
                return unsafe Int(entries[place].number)
            }
        }
        return -1
    }

    @usableFromInline
    @inline(never)
    func enter(_ key: WordKey, from start: Int, to end: Int) -> Int {
        guard key.low != 0 else { return -1 }
        for place in start..<end {
            let isMine = unsafe entries[place].low.compareExchange(
                expected: 0, desired: Self.claimed, ordering: .acquiring
            ).exchanged
            guard isMine else { continue }
            let number = count.add(1, ordering: .relaxed).oldValue
            unsafe entries[place].high = key.high
            unsafe entries[place].number = Int32(truncatingIfNeeded: number)
            unsafe entries[place].low.store(key.low, ordering: .releasing)
            return number
        }
        return -1
    }

    /// The upper bits of the product depend on all of the hash.
    @inlinable
    @inline(__always)
    func first(_ hash: UInt64) -> Int {
        (Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask) &* Self.reach
    }
}
