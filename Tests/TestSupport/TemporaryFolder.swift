package import Foundation

/// A folder of files that a test makes up, removed when the test is done with it.
package struct TemporaryFolder {
    package let path: String

    /// Makes the folder, hands it over, and removes it with all that is in it by then.
    ///
    /// - Parameter files: their contents by their paths inside the folder.
    package static func with<Result>(
        _ files: [String: String], _ body: (TemporaryFolder) throws -> Result
    ) throws -> Result {
        let place = FileManager.default.temporaryDirectory
            .appending(path: "earshot-\(UUID().uuidString)", directoryHint: .isDirectory)
        let folder = TemporaryFolder(path: place.path(percentEncoded: false))
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        // What is left behind lies in the system's folder for such things and harms no test.
        defer { try? FileManager.default.removeItem(at: place) }
        for (path, text) in files { try folder.write(Data(text.utf8), to: path) }
        return try body(folder)
    }

    /// Writes a file, and the folders that lead to it.
    package func write(_ content: Data, to file: String) throws {
        let place = URL(filePath: path).appending(path: file)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try content.write(to: place)
    }
}
