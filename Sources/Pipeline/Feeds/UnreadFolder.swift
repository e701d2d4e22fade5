import Foundation
import Model
import Storing

/// The folder `unreadable/`: of each feed the last document that could not be read, as it came.
///
/// It stands beside the archive and not in it. What came is not masked, and names whoever it names:
/// it must get neither into backups of the archive nor before all who may read a server's tables.
/// Each machine that crawls keeps what was sent to it.
struct UnreadFolder: Sendable {
    static let name = "unreadable"

    let path: String

    init(of workspace: Workspace) {
        path = workspace.path + "/" + Self.name
    }

    /// What is kept, the oldest first.
    func documents() throws(RunError) -> [UnreadDocument] {
        try names().filter { $0.hasSuffix(UnreadDocument.noteSuffix) }
            .compactMap(note)
            .filter { sizeInBytes(of: $0.fileName) == $0.sizeInBytes }
            .sorted { ($0.fetchedAt, $0.feed) < ($1.fetchedAt, $1.feed) }
    }

    /// Writes both files, the note last: without one a document is not known.
    ///
    /// They are not flushed to the disk. Nothing rests on them, and feeds may fail by the thousand.
    func write(_ bytes: [UInt8], _ document: UnreadDocument) throws(RunError) {
        try remove(document.noteName)
        let note: Data
        do {
            note = try ContractJSON.encode(document, isPretty: true) + Data("\n".utf8)
        } catch {
            throw .bug("\(document.noteName) cannot be encoded: \(error)")
        }
        for (name, bytes) in [(document.fileName, Data(bytes)), (document.noteName, note)] {
            try WholeFile(path: path + "/" + name)
                .write(bytes, permissions: 0o640, isFlushed: false)
        }
    }

    func remove(_ document: UnreadDocument) throws(RunError) {
        try remove(document.noteName)
        try remove(document.fileName)
    }

    /// Removes the folder's content: copies in a folder there name people, too.
    func removeAll() throws(RunError) {
        // A file of that name is none of ours.
        guard isFolder(path) else { return }
        for name in try names() {
            guard isFolder(path + "/" + name) else {
                try remove(name)
                continue
            }
            do {
                try FileManager.default.removeItem(atPath: path + "/" + name)
            } catch {
                throw .cannotWrite(path: path + "/" + name, reason: error.reason)
            }
        }
    }

    /// Does something with the archive that may find that somebody was erased meanwhile: then what is kept
    /// here goes, too, as `forget` may have run on another machine.
    func storing<Value>(_ body: () async throws(StoreError) -> Value) async throws(RunError)
        -> Value
    {
        do throws(StoreError) {
            return try await body()
        } catch {
            if case .erasedSince = error { try removeAll() }
            throw .store(error)
        }
    }

    /// Removes files that no note tells of, such as what a run that was killed has left half-written.
    func removeLeftovers(beside documents: [UnreadDocument]) throws(RunError) {
        let known = Set(documents.flatMap { [$0.fileName, $0.noteName] })
        for name in try names()
        where !known.contains(name) && !WholeFile.isBeingWritten(name)
            && !isFolder(path + "/" + name)
        { try remove(name) }
    }

    /// What is written beside a document; `nil` where there is nothing of the kind.
    func note(_ name: String) -> UnreadDocument? {
        let file = path + "/" + name
        guard let bytes = FileManager.default.contents(atPath: file) else { return nil }
        // What somebody else has put there is none.
        return try? ContractJSON.decode(UnreadDocument.self, from: bytes)
    }

    // MARK: - Private

    private func names() throws(RunError) -> [String] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
        } catch {
            throw .badInput("\(path): cannot be read (\(error.reason))")
        }
    }

    private func isFolder(_ path: String) -> Bool {
        FileState(path: path)?.kind == .folder
    }

    private func sizeInBytes(of name: String) -> Int? {
        FileState(path: path + "/" + name)?.sizeInBytes
    }

    private func remove(_ name: String) throws(RunError) {
        let file = path + "/" + name
        guard unsafe unlink(file) == 0 || errno == ENOENT else { throw .cannotWrite(file) }
    }
}
