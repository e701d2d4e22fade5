import Glibc

/// Bytes that are written one after another, in memory that nobody else has.
///
/// An array would ask before each piece whether it is shared; that asks more than the piece takes.
@safe struct ByteWriter: ~Copyable {
    private(set) var count = 0

    private var memory: UnsafeMutablePointer<UInt8>
    private var capacity: Int

    init(capacity: Int) {
        self.capacity = capacity + 16
        unsafe memory = Self.allocate(self.capacity)
    }

    deinit { unsafe free(memory) }

    var isEmpty: Bool { count == 0 }

    var last: UInt8? { isEmpty ? nil : unsafe memory[count - 1] }

    /// The bytes as text; they must be UTF-8, and are not looked at for that.
    var knownText: String {
        let bytes = unsafe UnsafeBufferPointer(start: memory, count: count)
        return unsafe bytes.span.knownText
    }

    mutating func append(_ byte: UInt8) {
        if count == capacity { grow(by: 1) }
        unsafe memory[count] = byte
        count += 1
    }

    mutating func append(_ bytes: Span<UInt8>) {
        if count + bytes.count > capacity { grow(by: bytes.count) }
        unsafe bytes.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return }
            _ = unsafe memcpy(memory + count, start, bytes.count)
        }
        count += bytes.count
    }

    mutating func append(_ scalar: Unicode.Scalar) {
        UTF8.encode(scalar)?.forEach { append($0) }
    }

    /// The bytes behind the last line break, as text; `nil` if they are more than `length`.
    func lastLine(atMost length: Int) -> String? {
        let bytes = unsafe UnsafeBufferPointer(start: memory, count: count).span
        let start = bytes.offsetPastLast(.lineFeed, in: max(0, count - length - 1)..<count)
        return count - start > length ? nil : bytes.extracting(start..<count).knownText
    }

    /// Whether a letter or digit would be one word with the last four letters, or one number with a digit.
    ///
    /// Units, `km`, are shorter.
    func runsOn(into byte: UInt8) -> Bool {
        byte.isASCIIDigit && last?.isASCIIDigit == true || endsWithLetters(4)
    }

    /// Whether the last so many bytes are of letters, those beyond ASCII taken for such.
    private func endsWithLetters(_ length: Int) -> Bool {
        guard count >= length else { return false }
        for index in count - length..<count {
            let byte = unsafe memory[index]
            guard byte.isASCIILetter || byte >= 0x80 else { return false }
        }
        return true
    }

    mutating func removeLast(_ length: Int) {
        count -= length
    }

    // MARK: - Private

    private mutating func grow(by more: Int) {
        capacity = (count + more) * 2
        let larger = unsafe Self.allocate(capacity)
        unsafe larger.update(from: memory, count: count)
        unsafe free(memory)
        unsafe memory = larger
    }

    /// A pointer's own `allocate` asks for memory that is aligned, which takes longer.
    private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<UInt8> {
        guard let memory = unsafe malloc(capacity) else {
            // As in that `allocate`, and wherever an array grows.
            fatalError("no memory for \(capacity) bytes")
        }
        return unsafe memory.bindMemory(to: UInt8.self, capacity: capacity)
    }
}
