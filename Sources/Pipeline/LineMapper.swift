package import Foundation

/// Maps each line of a stream, on every core, and writes the results in the order of the lines.
///
/// What has arrived is answered at once, so that a program at the other end of a pipe can talk line
/// by line; memory is bounded by what one read brings.
package struct LineMapper: Sendable {
    private let transform: @Sendable (Substring) -> Data

    package init(transform: @escaping @Sendable (Substring) -> Data) {
        self.transform = transform
    }

    package func run(from input: FileHandle, to write: (Data) -> Void) async {
        var rest = Data()
        while true {
            let chunk = input.availableData
            let isEnd = chunk.isEmpty
            rest.append(chunk)
            let complete = isEnd ? rest.endIndex : rest.lastIndex(of: 0x0A).map { $0 + 1 }
            if let complete, complete > rest.startIndex {
                write(await mapped(Data(rest[..<complete])))
                rest = Data(rest[complete...])
            }
            if isEnd { return }
        }
    }

    // MARK: - Private

    private func mapped(_ bytes: Data) async -> Data {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
            .filter { !$0.allSatisfy(\.isWhitespace) }
        let cores = ProcessInfo.processInfo.activeProcessorCount
        let share = max(32, (lines.count + cores - 1) / cores)
        let parts = stride(from: 0, to: lines.count, by: share).map {
            lines[$0..<min($0 + share, lines.count)]
        }
        return await withTaskGroup(of: (Int, Data).self) { group in
            for (index, part) in parts.enumerated() {
                group.addTask { [transform] in
                    (index, part.reduce(into: Data()) { $0 += transform($1) + [0x0A] })
                }
            }
            var results = [Data](repeating: Data(), count: parts.count)
            for await (index, result) in group { results[index] = result }
            return results.reduce(into: Data()) { $0 += $1 }
        }
    }
}
