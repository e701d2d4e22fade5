import Synchronization

/// Room for the words of a text that is being read, used for one text after another: as many as tasks read
/// at once.
@safe final class WordRoom: @unchecked Sendable {
    // Unchecked for the pointer: whoever takes a room has it alone until it is given back.
    let words: UnsafeMutablePointer<Word>
    private let isKept: Bool

    private static let free = Mutex<[WordRoom]>([])
    /// What a longer text takes is given back to the system.
    private static let mostKept = 1 << 14

    private init(_ count: Int) {
        isKept = count <= Self.mostKept
        unsafe words = .allocate(capacity: isKept ? Self.mostKept : count)
    }

    deinit {
        unsafe words.deallocate()
    }

    /// One that nobody else has.
    ///
    /// - Parameter count: In words.
    static func take(_ count: Int) -> WordRoom {
        guard count <= mostKept, let room = free.withLock({ $0.popLast() }) else {
            return WordRoom(count)
        }
        return room
    }

    func giveBack() {
        if isKept { Self.free.withLock { $0.append(self) } }
    }
}
