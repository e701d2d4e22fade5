import Dispatch
package import Foundation
import Model
import Synchronization

/// Maps each line of a stream, on every core, and writes the results in the order of the lines.
///
/// What has arrived is answered at once, so that a program at the other end of a pipe can talk line
/// by line. Memory is bounded by what is read at once and by the longest line allowed. It blocks the
/// thread it is called on.
package struct LineMapper: Sendable {
    private let transform: @Sendable (InputLine) -> Data
    private let maximumLineLength: Int
    private let threads: Int

    /// - Parameters:
    ///   - maximumLineLength: in bytes; of a longer line only so much is handed over.
    ///   - threads: how many lines are worked on at once, at most; there are never more than cores.
    ///   - transform: gets each line but for blank ones, which are passed over.
    package init(
        maximumLineLength: Int = 16 << 20, threads: Int = .max,
        transform: @escaping @Sendable (InputLine) -> Data
    ) {
        self.maximumLineLength = maximumLineLength
        self.threads = threads
        self.transform = transform
    }

    /// - Throws: what reading the descriptor fails with.
    package func run(from descriptor: Int32, to write: (Data) -> Void) throws(RunError) {
        var lines = LineSplitter(maximumLength: maximumLineLength)
        while let chunk = try read(descriptor) {
            writeAll(lines.lines(completedBy: chunk), to: write)
        }
        writeAll(lines.rest(), to: write)
    }

    // MARK: - Private

    private static let chunkSize = 1 << 20
    /// Lines to one piece of work.
    private static let share = 64

    /// What is there to read; `nil` at the end.
    private func read(_ descriptor: Int32) throws(RunError) -> [UInt8]? {
        while true {
            var failure: Int32 = 0
            let chunk = unsafe [UInt8](unsafeUninitializedCapacity: Self.chunkSize) {
                buffer, count in
                let length = unsafe Foundation.read(
                    descriptor, buffer.baseAddress, Self.chunkSize)
                failure = length < 0 ? errno : 0
                count = max(0, length)
            }
            if failure == EINTR { continue }
            guard failure == 0 else {
                throw .badInput(
                    "the input cannot be read (\(unsafe String(cString: strerror(failure))))")
            }
            return chunk.isEmpty ? nil : chunk
        }
    }

    private func writeAll(_ lines: [InputLine], to write: (Data) -> Void) {
        guard !lines.isEmpty else { return }
        let parts = Array(lines.batches(of: Self.share))
        let results = Mutex([Data](repeating: Data(), count: parts.count))
        let workers = min(threads, parts.count)
        DispatchQueue.concurrentPerform(iterations: workers) { worker in
            for index in stride(from: worker, to: parts.count, by: workers) {
                let result = result(of: parts[index])
                results.withLock { $0[index] = result }
            }
        }
        results.withLock { $0.forEach(write) }
    }

    private func result(of lines: ArraySlice<InputLine>) -> Data {
        var result = Data()
        for line in lines {
            result.append(transform(line))
            result.append(0x0A)
        }
        return result
    }
}
