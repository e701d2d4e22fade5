import Foundation

/// A file named on the command line, or standard input for `-`.
package struct InputFile: Sendable {
    private let path: String

    package init(_ path: String) {
        self.path = path
    }

    package func contents() throws(RunError) -> [UInt8] {
        do {
            let data =
                path == "-"
                ? try FileHandle.standardInput.readToEnd() ?? Data()
                : try Self.contents(of: URL(filePath: path))
            return [UInt8](data)
        } catch {
            throw .badInput("\(path): cannot be read (\(error.reason))")
        }
    }

    // MARK: - Private

    /// Also of a pipe, whose length nobody knows before it ends.
    private static func contents(of file: URL) throws -> Data {
        let kind = try file.resourceValues(forKeys: [.isRegularFileKey, .isDirectoryKey])
        guard kind.isRegularFile == false, kind.isDirectory == false else {
            return try Data(contentsOf: file)
        }
        return try FileHandle(forReadingFrom: file).readToEnd() ?? Data()
    }
}
