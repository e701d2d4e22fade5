import Foundation

/// A folder for one archive, removed when the test lets go of it.
final class ArchiveFolder: Sendable {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(
            path: "earshot-archive-\(UUID().uuidString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        // What is left behind lies in the system's folder for such things and harms no test.
        try? FileManager.default.removeItem(at: folder)
    }

    /// Of the archive, which is not there yet.
    var path: String { folder.appending(path: "earshot.sqlite").path(percentEncoded: false) }
}
