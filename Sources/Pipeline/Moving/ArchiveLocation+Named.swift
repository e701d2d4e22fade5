import Foundation
import Storing

extension ArchiveLocation {
    /// The archive that somebody names: by the address of a server, by its file, or by the workspace
    /// that it lies in.
    ///
    /// - Throws: `RunError.badInput` for what is no address.
    init(named text: String) throws(RunError) {
        do throws(StoreError) {
            self = try ArchiveLocation(server: text)
            return
        } catch {
            guard error == .noAddress, !text.contains("://") else {
                throw .badInput(error.description)
            }
        }
        let workspace = Workspace(path: text)
        var isFolder: ObjCBool = false
        let isThere = unsafe FileManager.default.fileExists(
            atPath: workspace.path, isDirectory: &isFolder)
        guard isThere || !text.hasSuffix("/") else {
            throw .badInput("\(text): there is no such folder")
        }
        self = isFolder.boolValue ? workspace.archive : .file(path: workspace.path)
    }

    /// Whether a file is there; a server says itself that nothing is.
    var mayBeThere: Bool {
        switch self {
        case .file(let path): FileManager.default.fileExists(atPath: path)
        case .server: true
        }
    }
}
