import Foundation
import Hashing
import Model

/// Files that other programs and people read: each is there whole or not at all.
struct OutputFolder: Sendable {
    let path: String

    /// Writes `out/<name>` and returns its size and hash for the manifest.
    func write(_ bytes: Data, to name: String) throws(RunError) -> WrittenFile {
        try WholeFile(path: path + "/" + name).write(bytes, permissions: 0o640)
        return WrittenFile(path: name, sizeInBytes: bytes.count, sha256: ContentHash.hex(bytes))
    }

    /// Writes a value as JSON over several lines, with a line feed at the end.
    func write(json value: some Encodable, to name: String) throws(RunError) -> WrittenFile {
        let bytes: Data
        do {
            bytes = try ContractJSON.encode(value, isPretty: true)
        } catch {
            throw .bug("\(name) cannot be encoded: \(error)")
        }
        return try write(bytes + Data("\n".utf8), to: name)
    }

    /// Removes what killed runs have left half-written; only under the run lock.
    func removeLeftovers() throws(RunError) {
        guard FileManager.default.fileExists(atPath: path) else { return }
        do {
            for name in try FileManager.default.subpathsOfDirectory(atPath: path)
            where name.hasSuffix(WholeFile.temporarySuffix) {
                try FileManager.default.removeItem(atPath: path + "/" + name)
            }
        } catch {
            throw .cannotWrite(path: path, reason: error.reason)
        }
    }
}

/// A file as the manifest lists it.
package struct WrittenFile: Codable, Hashable, Sendable {
    /// Relative to `out/`.
    package let path: String
    package let sizeInBytes: Int
    package let sha256: String
}
