import Foundation
import Model
import Storing

/// Files in a workspace that may hold what its archive held: archives that were replaced, copies that
/// somebody made there, and what interrupted commands have left.
///
/// Nothing is erased from them: some are damaged, and some are somebody's last resort.
struct ArchiveCopies {
    private let folder: String
    /// The archive's own name.
    private let archive: String
    /// Whether a file of the archive's name is a copy, too, as its archive is on a server.
    private let isServer: Bool

    init(in workspace: Workspace) {
        folder = workspace.path
        archive = URL(filePath: workspace.archivePath).lastPathComponent
        isServer = workspace.archive.isServer
    }

    /// Their names, sorted; without what SQLite keeps beside each.
    func names() throws(RunError) -> [String] {
        let all = try list()
        let there = Set(all)
        return all.filter { name in
            guard name != archive || isServer else { return false }
            let owner = Self.sideSuffixes.first(where: name.hasSuffix).map {
                name.dropLast($0.count)
            }
            return owner.map { !there.contains(String($0)) && $0 != archive } ?? true
        }
    }

    func sizeInBytes(of name: String) -> Int {
        FileState(path: folder + "/" + name)?.sizeInBytes ?? 0
    }

    /// Removes copies that were never finished; only under the run lock, and for nobody who restores
    /// from one.
    func removeUnfinished() throws(RunError) {
        for name in try list() where isUnfinished(name) {
            let path = folder + "/" + name
            guard unsafe unlink(path) == 0 || errno == ENOENT else { throw .cannotWrite(path) }
        }
    }

    /// Whether it is what `restore` and `doctor --fix` write before they are done.
    func isUnfinished(_ name: String) -> Bool {
        let suffix = Self.sideSuffixes.first(where: name.hasSuffix) ?? ""
        guard name.hasPrefix(archive + "."), name.hasSuffix(WholeFile.temporarySuffix + suffix)
        else { return false }
        let middle = name.dropFirst(archive.count + 1)
            .dropLast(WholeFile.temporarySuffix.count + suffix.count)
        return middle == "salvaged" || !middle.isEmpty && middle.allSatisfy(\.isNumber)
    }

    // MARK: - Private

    private static let sideSuffixes = ["-journal", "-wal", "-shm"]

    private func list() throws(RunError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder)
                .filter { $0 == archive || $0.hasPrefix(archive + ".") || isBesideArchive($0) }
                .sorted()
        } catch {
            throw .badInput("\(folder): cannot be read (\(error.reason))")
        }
    }

    private func isBesideArchive(_ name: String) -> Bool {
        Self.sideSuffixes.contains { name == archive + $0 }
    }
}
