import Foundation

/// A file that holds one thing on each line.
struct LineFile {
    let path: String

    /// The lines that are not empty.
    ///
    /// - Parameter megabytes: Of a longer file, the lines that end within so much of it.
    func lines(megabytes: Double = .infinity) throws -> [String] {
        guard FileManager.default.fileExists(atPath: path) else { throw BenchError.missing(path) }
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        let isCut = Double(bytes.count) > megabytes * 1e6
        let whole = isCut ? bytes[..<Int(megabytes * 1e6)] : bytes[...]
        let end = isCut ? (whole.lastIndex(of: 0x0A) ?? 0) : whole.endIndex
        return whole[..<end].split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The same of posts, of which there must be one at least.
    func posts(megabytes: Double) throws -> [String] {
        let posts = try lines(megabytes: megabytes)
        guard !posts.isEmpty else { throw BenchError.noPosts(path) }
        return posts
    }

    func write(_ lines: [String]) throws {
        try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: URL(filePath: path))
    }
}
