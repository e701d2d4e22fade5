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
                : try Data(contentsOf: URL(filePath: path))
            return [UInt8](data)
        } catch {
            throw .badInput("\(path): cannot be read (\(error.reason))")
        }
    }
}
