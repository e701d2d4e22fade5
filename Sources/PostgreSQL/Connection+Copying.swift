import CLibPQ

extension Connection {
    /// Fills a table faster than by statements (`COPY … FROM STDIN`, in its text format).
    ///
    /// - Parameters:
    ///   - columns: in the order of the values of each row.
    ///   - next: the next row, `nil` behind the last one.
    package func copy(
        into table: String, columns: [String], _ next: () -> [SQLParameter]?
    ) throws(PostgreSQLError) {
        try outsidePipeline { () throws(PostgreSQLError) in
            let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
            _ = try unsafe result(of: unsafe PQexec(raw, "COPY \(table) (\(names)) FROM STDIN"))
            var lines = CopyLines()
            while let row = next() {
                lines.add(row)
                if lines.bytes.count >= Self.copyChunk {
                    try put(lines.bytes)
                    lines.removeAll()
                }
            }
            try put(lines.bytes)
            guard unsafe PQputCopyEnd(raw, nil) == 1 else { throw failure(or: "COPY ended") }
            _ = try unsafe result(of: unsafe PQgetResult(raw))
            readRest()
        }
    }

    // MARK: - Private

    /// In bytes.
    private static let copyChunk = 1 << 16

    private func put(_ bytes: [UInt8]) throws(PostgreSQLError) {
        let sent = unsafe bytes.withUnsafeBytes { buffer in
            unsafe PQputCopyData(
                raw, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count))
        }
        guard sent == 1 else { throw failure(or: "rows could not be sent") }
    }
}
