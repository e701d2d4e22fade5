import Foundation

/// The `openssl` command line tool, which makes certificates and serves with them.
package struct TLSTool: Sendable {
    package let path: String

    /// `nil` where it is not installed.
    package static let found: TLSTool? = {
        let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
        return folders.map { "\($0)/openssl" }
            .first(where: FileManager.default.isExecutableFile)
            .map { TLSTool(path: $0) }
    }()

    package struct Failure: Error, CustomStringConvertible {
        package let description: String

        package init(description: String) { self.description = description }
    }

    /// Runs one of its commands to the end, in a folder that relative paths start at.
    package func run(_ arguments: String..., in folder: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        let complaints = Pipe()
        process.standardError = complaints
        try process.run()
        let words = complaints.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(
                description: "openssl \(arguments[0]): \(String(decoding: words, as: UTF8.self))")
        }
    }
}
