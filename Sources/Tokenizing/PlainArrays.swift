/// Arrays of whole numbers one behind another, each behind its length, in the byte order of the machine:
/// what is read back needs no work but copying.
///
/// For files that stay where they were written, and that something else keeps from harm.
package struct PlainArrayWriter {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    package mutating func add<Number: FixedWidthInteger>(_ numbers: [Number]) {
        unsafe withUnsafeBytes(of: UInt64(numbers.count)) { unsafe bytes.append(contentsOf: $0) }
        unsafe numbers.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    }
}

/// Reads back what a `PlainArrayWriter` wrote, in the same order.
package struct PlainArrayReader {
    private let bytes: ArraySlice<UInt8>
    private var next: Int

    package init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        next = bytes.startIndex
    }

    /// - Returns: `nil` where no such array stands.
    package mutating func array<Number: FixedWidthInteger>(of _: Number.Type = Number.self)
        -> [Number]?
    {
        guard let length = number(UInt64.self),
            let count = Int(exactly: length),
            count <= (bytes.endIndex - next) / MemoryLayout<Number>.size
        else { return nil }
        let range = next..<next + count * MemoryLayout<Number>.size
        next = range.upperBound
        return unsafe [Number](unsafeUninitializedCapacity: count) { buffer, written in
            unsafe bytes[range].withUnsafeBytes { source in
                unsafe UnsafeMutableRawBufferPointer(buffer).copyMemory(from: source)
            }
            written = count
        }
    }

    /// Whether all has been read.
    package var isAtEnd: Bool { next == bytes.endIndex }

    // MARK: - Private

    private mutating func number<Number: FixedWidthInteger>(_: Number.Type) -> Number? {
        let size = MemoryLayout<Number>.size
        guard bytes.endIndex - next >= size else { return nil }
        defer { next += size }
        return unsafe bytes[next..<next + size].withUnsafeBytes {
            unsafe $0.loadUnaligned(as: Number.self)
        }
    }
}
