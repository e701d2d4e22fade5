import Foundation

/// Folders for generated data, which whoever makes one removes.
enum TemporaryFolder {
    static func make() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "earshot-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    static func remove(_ folder: URL) {
        // What is left behind lies in the system's folder for such things, and the figures are what
        // matters.
        try? FileManager.default.removeItem(at: folder)
    }
}
