import Glibc

/// Bytes that are collected, and a buffer for them that is used again.
@unsafe struct BareBuffer {
    private(set) var bytes: UnsafeMutablePointer<UInt8>?
    private(set) var count = 0
    private var capacity = 0

    var contents: UnsafeBufferPointer<UInt8> {
        unsafe UnsafeBufferPointer(start: bytes, count: count)
    }

    mutating func clear() { unsafe count = 0 }

    mutating func append(_ start: UnsafePointer<UInt8>?, _ length: Int) {
        if unsafe count + length > capacity {
            unsafe capacity = unsafe (count + length) * 2 + 256
            unsafe bytes = unsafe realloc(bytes, capacity)?.assumingMemoryBound(to: UInt8.self)
        }
        guard let bytes = unsafe bytes, let start = unsafe start, length > 0 else { return }
        unsafe memcpy(bytes + count, start, length)
        unsafe count += length
    }

    mutating func release() {
        unsafe free(bytes)
        unsafe bytes = nil
    }
}
