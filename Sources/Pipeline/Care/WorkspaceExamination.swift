import Foundation
import Hashing
import Model
import Storing

/// Whether what lies around the archive is as it should be.
struct WorkspaceExamination {
    let workspace: Workspace

    /// A sentence for each thing that is not, with what to do about it.
    func notes() -> [String] {
        permissionNotes() + keyNotes() + erasureNotes() + copyNotes() + outputNotes()
    }

    // MARK: - Private

    private func permissionNotes() -> [String] {
        [workspace.archivePath, workspace.pseudonymKeyPath].compactMap { path in
            // A file that is not there is told of elsewhere.
            guard let mode = FileState(path: path)?.permissions else { return nil }
            let allowed = path == workspace.pseudonymKeyPath ? 0o600 : 0o660
            guard mode & ~allowed != 0 else { return nil }
            return "\(path): others may read it (mode \(String(mode, radix: 8))); "
                + "`chmod \(String(mode & allowed, radix: 8)) \(path)`"
        }
    }

    private func keyNotes() -> [String] {
        guard FileManager.default.fileExists(atPath: workspace.pseudonymKeyPath) else {
            return [
                "\(workspace.pseudonymKeyPath): the key of the authors' pseudonyms is gone; restore it "
                    + "from where you keep it"
            ]
        }
        do throws(RunError) {
            // That the archive cannot be opened is told elsewhere.
            guard let store = try? Store(workspace.archive, isReadOnly: true) else { return [] }
            let hashes = try workspace.privacyHashes(for: store, isNoted: false)
            let strange = try ErasureLog(path: workspace.erasuresPath).erasures()
                .count { $0.keyID != hashes.keyID }
            return strange == 0
                ? []
                : [
                    "\(workspace.erasuresPath): \(strange) of the receipts are of another key, and "
                        + "keep nothing away any more; erase again what they were for, and remove them"
                ]
        } catch {
            return [error.description]
        }
    }

    private func erasureNotes() -> [String] {
        // What cannot be read is told of with the key.
        let note = try? ErasureLog(path: workspace.erasuresPath).unfinishedNote()
        return [note, missingReceiptsNote()].compactMap(\.self)
    }

    /// Told of an archive that came alone from elsewhere.
    ///
    /// Where the folder is there, whoever removed a receipt of it has taken that erasure back.
    private func missingReceiptsNote() -> String? {
        // That the archive cannot be opened is told elsewhere.
        guard !FileManager.default.fileExists(atPath: workspace.erasuresPath),
            let store = try? Store(workspace.archive, isReadOnly: true),
            let erasures = try? store.finishedErasures(), !erasures.isEmpty
        else { return nil }
        return "\(workspace.erasuresPath): is not there, and the archive has been through "
            + "\(erasures.count.counted("erasure")): what those keep away is taken in again; copy the "
            + "folder from where `earshot forget` ran, or make it empty to take them back"
    }

    /// Copies of the archive that still hold what was erased from it.
    private func copyNotes() -> [String] {
        // What cannot be read is told of by others.
        let erasures = (try? ErasureLog(path: workspace.erasuresPath).erasures()) ?? []
        let names = (try? ArchiveCopies(in: workspace).names()) ?? []
        return names.compactMap { name in
            let missed = erasures.count { $0.copiesLeft?.contains(name) == true }
            guard missed > 0 else { return nil }
            return "\(workspace.path)/\(name): holds what was erased from the archive "
                + "\(missed == 1 ? "once" : "\(missed) times") since; remove it as soon as you need "
                + "it no longer"
        }
    }

    /// Whether the files of the last run are those that its manifest lists.
    private func outputNotes() -> [String] {
        let path = workspace.outputPath + "/manifest.json"
        guard let bytes = FileManager.default.contents(atPath: path) else { return [] }
        let manifest: Manifest
        do {
            manifest = try ContractJSON.decode(Manifest.self, from: bytes)
        } catch {
            return ["\(path): is not a manifest; `earshot run` writes it anew"]
        }
        return manifest.files.compactMap { file in
            guard WholeFile.isPlainPath(file.path) else {
                return "\(path): names '\(file.path)', which is not below out/"
            }
            let place = workspace.outputPath + "/" + file.path
            guard let bytes = FileManager.default.contents(atPath: place) else {
                return "\(place): is in the manifest and not there; `earshot run` writes it again"
            }
            let isWhole =
                bytes.count == file.sizeInBytes && ContentHash.hex(bytes) == file.sha256
            return isWhole
                ? nil : "\(place): is not what was written; `earshot run` writes it again"
        }
    }
}
