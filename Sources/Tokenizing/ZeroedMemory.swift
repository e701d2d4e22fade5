import Glibc

/// Memory for large tables, all zeros, of which the system provides only what is written to.
enum ZeroedMemory {
    static func allocate<Element: ~Copyable>(count: Int) -> UnsafeMutablePointer<Element> {
        let size = count * MemoryLayout<Element>.stride
        let memory = unsafe mmap(
            nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let memory = unsafe memory, unsafe memory != MAP_FAILED else {
            preconditionFailure("no memory for a table of \(size) bytes")
        }
        // To find its page takes longer than to read an entry. Where the system has no larger pages
        // to give, that is all there is to it.
        unsafe _ = madvise(memory, size, MADV_HUGEPAGE)
        return unsafe memory.bindMemory(to: Element.self, capacity: count)
    }

    static func deallocate<Element: ~Copyable>(
        _ memory: UnsafeMutablePointer<Element>, count: Int
    ) {
        // It fails only for what is no such memory.
        unsafe _ = munmap(memory, count * MemoryLayout<Element>.stride)
    }
}
