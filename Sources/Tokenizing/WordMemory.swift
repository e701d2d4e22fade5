import Glibc
public import Synchronization

/// What was found out about words met before: texts are made of the same words again and again.
///
/// Only what follows from a word alone may be remembered, so that it is the same whoever asks first.
/// It takes so many words and then no more; the frequent ones are met early (Zipf). Many tasks read and
/// write it at once, and none waits: an entry is claimed, written and only then shown, and it is never
/// changed again. Where two tasks meet a word at once, it may stand there twice, which does no harm.
@safe public final class WordMemory<Value: BitwiseCopyable & Sendable>: @unchecked Sendable {
    // Unchecked for the pointer; what it leads to is guarded by the entries' states.

    @usableFromInline
    struct Entry: ~Copyable {
        @usableFromInline var key: WordKey
        @usableFromInline var value: Value
        @usableFromInline let state: Atomic<UInt32>
    }

    @usableFromInline let entries: UnsafeMutablePointer<Entry>
    @usableFromInline let mask: Int

    // The states of an entry; 0 for one that is free.
    @inlinable static var claimed: UInt32 { 1 }
    @inlinable static var shown: UInt32 { 2 }
    /// A word stands in one of so many entries in a row.
    @inlinable static var reach: Int { 4 }

    /// - Parameter capacity: In words, a power of two.
    package init(capacity: Int = 1 << 15) {
        precondition(capacity > 0 && capacity & (capacity - 1) == 0, "a power of two")
        mask = capacity - 1
        let size = capacity * MemoryLayout<Entry>.stride
        let memory = UnsafeMutableRawPointer.allocate(
            byteCount: size, alignment: size >= Self.hugePage ? Self.hugePage : Self.cacheLine)
        // To find its page takes longer than to read an entry. Where the system has no larger pages
        // to give, that is all there is to it.
        if size >= Self.hugePage { unsafe _ = madvise(memory, size, MADV_HUGEPAGE) }
        // Zeros are a free entry.
        unsafe memset(memory, 0, size)
        unsafe entries = memory.bindMemory(to: Entry.self, capacity: capacity)
    }

    // In bytes.
    private static var hugePage: Int { 1 << 21 }
    private static var cacheLine: Int { 64 }

    deinit {
        unsafe entries.deallocate()
    }

    /// Asks for the entries of a text's first words, so that looking at each will not wait for memory:
    /// what does not depend on one another is read at the same time.
    @inlinable
    public func prepare(for words: Words) {
        // As many as are still near the processor when they are looked at.
        for index in 0..<min(words.count, 256) {
            _ = unsafe entries[first(words[index].hash)].state.load(ordering: .relaxed)
        }
    }

    /// What is remembered of a word.
    ///
    /// - Parameter hash: Of the word, as of `Word.hash`.
    @inlinable
    @inline(__always)
    public func value(of key: WordKey, hash: UInt64) -> Value? {
        let first = first(hash)
        for step in 0..<Self.reach {
            let index = (first &+ step) & mask
            let state = unsafe entries[index].state.load(ordering: .acquiring)
            if state == Self.shown, unsafe entries[index].key == key {
                return unsafe entries[index].value
            }
            // Entries are taken in a row, and never given back.
            if state == 0 { return nil }
        }
        return nil
    }

    /// Remembers it, where there is room.
    @inlinable
    public func remember(_ value: Value, of key: WordKey, hash: UInt64) {
        let first = first(hash)
        for step in 0..<Self.reach {
            let index = (first &+ step) & mask
            let isMine = unsafe entries[index].state.compareExchange(
                expected: 0, desired: Self.claimed, ordering: .acquiring
            ).exchanged
            guard isMine else { continue }
            unsafe entries[index].key = key
            unsafe entries[index].value = value
            unsafe entries[index].state.store(Self.shown, ordering: .releasing)
            return
        }
    }

    /// The upper bits of the product depend on all of the hash.
    @inlinable
    @inline(__always)
    func first(_ hash: UInt64) -> Int {
        Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
    }
}
