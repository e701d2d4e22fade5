import Model

/// Reads the text of a file that a person wrote.
enum TextBytes {
    /// The text without a byte order mark, which some editors leave.
    static func text(of file: RuleFile) throws(RuleError) -> String {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let bytes = file.bytes
        let content = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
        guard let text = String(validating: content, as: UTF8.self) else {
            throw RuleError(.notUTF8, at: placeOfFirstBadByte(in: content, of: file.path))
        }
        return text
    }

    // MARK: - Private

    private static func placeOfFirstBadByte(
        in bytes: ArraySlice<UInt8>, of file: String
    ) -> FileLocation {
        var decoder = UTF8()
        var rest = bytes.makeIterator()
        var (line, column) = (1, 1)
        while case .scalarValue(let scalar) = decoder.decode(&rest) {
            (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
        }
        return FileLocation(file: file, line: line, column: column)
    }
}
