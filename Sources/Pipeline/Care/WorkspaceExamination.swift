import Foundation
import Hashing
import Model

/// Whether what lies around the archive is as it should be.
struct WorkspaceExamination {
    let workspace: Workspace

    /// A sentence for each thing that is not, with what to do about it.
    func notes() -> [String] {
        permissionNotes() + keyNotes() + outputNotes()
    }

    // MARK: - Private

    private func permissionNotes() -> [String] {
        [workspace.archivePath, workspace.pseudonymKeyPath].compactMap { path in
            var status = stat()
            // A file that is not there is told of elsewhere.
            guard unsafe stat(path, &status) == 0 else { return nil }
            let allowed: mode_t = path == workspace.pseudonymKeyPath ? 0o600 : 0o660
            let mode = status.st_mode & 0o777
            guard mode & ~allowed != 0 else { return nil }
            return "\(path): others may read it (mode \(String(mode, radix: 8))); "
                + "`chmod \(String(mode & allowed, radix: 8)) \(path)`"
        }
    }

    private func keyNotes() -> [String] {
        FileManager.default.fileExists(atPath: workspace.pseudonymKeyPath)
            ? []
            : [
                "\(workspace.pseudonymKeyPath): the key of the authors' pseudonyms is gone; restore it "
                    + "from where you keep it"
            ]
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
