public import Synchronization

/// What was found out about words, by their numbers in the `WordIndex`.
///
/// Only what follows from a word alone may be kept, so that it is the same whoever asks first. Many tasks
/// read and write it at once, and none waits, as there.
@safe public final class WordTable<Value: BitwiseCopyable & Sendable>: @unchecked Sendable {
    // Unchecked for the pointer; what it leads to is guarded by the entries' states.

    @usableFromInline
    struct Entry: ~Copyable {
        @usableFromInline var value: Value
        /// Small, so that there is no gap behind a value that leaves two bytes of a round size.
        @usableFromInline let state: Atomic<UInt16>
    }

    @usableFromInline let entries: UnsafeMutablePointer<Entry>

    // The states of an entry; 0 for one that is free.
    @inlinable static var claimed: UInt16 { 1 }
    @inlinable static var shown: UInt16 { 2 }

    private let count: Int

    /// - Parameter index: That which gives the numbers.
    package init(of index: WordIndex) {
        count = index.capacity
        // Zeros are a free entry.
        unsafe entries = ZeroedMemory.allocate(count: count)
    }

    deinit {
        unsafe ZeroedMemory.deallocate(entries, count: count)
    }

    /// What is kept of a word; `nil` where nothing is.
    @inlinable
    @inline(__always)
    public func value(at number: Int) -> Value? {
        let state = unsafe entries[number].state.load(ordering: .acquiring)
        return state == Self.shown ? unsafe entries[number].value : nil
    }

    @inlinable
    public func keep(_ value: Value, at number: Int) {
        let isMine = unsafe entries[number].state.compareExchange(
            expected: 0, desired: Self.claimed, ordering: .acquiring
        ).exchanged
        guard isMine else { return }
        unsafe entries[number].value = value
        unsafe entries[number].state.store(Self.shown, ordering: .releasing)
    }
}
