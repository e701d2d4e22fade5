import Foundation
import Hashing
import Model

/// Files that other programs and people read: each is there whole or not at all.
struct OutputFolder: Sendable {
    /// Where runs, and workers beside them, say what became of each feed.
    static let runs = "runs"

    let path: String

    /// Writes `out/<name>` and returns its size and hash for the manifest.
    func write(_ bytes: some DataProtocol, to name: String) throws(RunError) -> WrittenFile {
        try WholeFile(path: path + "/" + name).write(bytes, permissions: 0o640)
        return WrittenFile(path: name, bytes: bytes)
    }

    /// Writes a value as JSON over several lines, with a line feed at the end.
    func write(json value: some Encodable, to name: String) throws(RunError) -> WrittenFile {
        var bytes: [UInt8]
        do {
            bytes = try ContractJSON.bytes(of: value, isPretty: true)
        } catch {
            throw .bug("\(name) cannot be encoded: \(error)")
        }
        bytes.append(UInt8(ascii: "\n"))
        return try write(bytes, to: name)
    }

    // MARK: What lies there already

    /// Paths of all files, sorted; none where the folder is not there.
    func files() throws(RunError) -> [String] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        do {
            return try FileManager.default.subpathsOfDirectory(atPath: path).filter(holds).sorted()
        } catch {
            throw .cannotWrite(path: path, reason: error.reason)
        }
    }

    /// Whether there is a file of this name.
    func holds(_ name: String) -> Bool {
        var isFolder: ObjCBool = false
        let exists = unsafe FileManager.default.fileExists(
            atPath: path + "/" + name, isDirectory: &isFolder)
        return exists && !isFolder.boolValue
    }

    func read(_ name: String) throws(RunError) -> Data {
        do {
            return try Data(contentsOf: URL(filePath: path + "/" + name))
        } catch {
            throw .badInput("\(path)/\(name): cannot be read (\(error.reason))")
        }
    }

    /// - Returns: whether there was such a file.
    func remove(_ name: String) throws(RunError) -> Bool {
        guard holds(name) else { return false }
        do {
            try FileManager.default.removeItem(atPath: path + "/" + name)
        } catch {
            throw .cannotWrite(path: path + "/" + name, reason: error.reason)
        }
        return true
    }

    /// Removes what killed runs have left half-written; only under the run lock.
    ///
    /// Workers write to `runs/` without that lock: what one of them is writing is no leftover.
    func removeLeftovers() throws(RunError) {
        guard FileManager.default.fileExists(atPath: path) else { return }
        do {
            for name in try FileManager.default.subpathsOfDirectory(atPath: path)
            where name.hasSuffix(WholeFile.temporarySuffix) {
                if name.hasPrefix(Self.runs + "/"), WholeFile.isBeingWritten(name) { continue }
                try removeIfThere(name)
            }
        } catch {
            throw .cannotWrite(path: path, reason: error.reason)
        }
    }

    // MARK: - Private

    /// Whoever was writing it may have given it its name meanwhile.
    private func removeIfThere(_ name: String) throws {
        do {
            try FileManager.default.removeItem(atPath: path + "/" + name)
        } catch let error as CocoaError where error.code == .fileNoSuchFile {}
    }
}

/// A file as the manifest lists it.
package struct WrittenFile: Codable, Hashable, Sendable {
    /// Relative to `out/`.
    package let path: String
    package let sizeInBytes: Int
    package let sha256: String

    init(path: String, bytes: some Collection<UInt8>) {
        self.path = path
        sizeInBytes = bytes.count
        sha256 = ContentHash.hex(bytes)
    }
}
