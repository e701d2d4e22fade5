/// Formats that are no text, by their first bytes: what is sent where a feed should be.
package enum BinaryFormat {
    /// Its name with an article; `nil` if the bytes may be text.
    package static func name(of bytes: [UInt8]) -> String? {
        signatures.first { bytes.starts(with: $0.bytes) }?.name
    }

    // MARK: - Private

    private static let signatures: [(bytes: [UInt8], name: String)] = [
        ([0x1F, 0x8B], "a gzip file"),
        ([0x50, 0x4B, 0x03, 0x04], "a zip file"),
        ([0x25, 0x50, 0x44, 0x46], "a PDF file"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "a file of Office, such as xls or msg"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG image"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        ([0x47, 0x49, 0x46, 0x38], "a GIF image"),
        (Array("SQLite format 3\0".utf8), "an SQLite database"),
    ]
}
