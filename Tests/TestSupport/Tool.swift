import Foundation

/// Programs of the machine that tests have something done by.
package enum Tool {
    /// One of them, or whatever else a test stands on, has failed.
    package struct Failure: Error, CustomStringConvertible {
        package let description: String

        package init(description: String) { self.description = description }
    }

    /// Those that programs are looked for in.
    static var folders: [String] {
        ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":").map(String.init) ?? []
    }

    /// Where a program lies; `nil` where it is not installed.
    package static func path(of name: String) -> String? {
        folders.map { "\($0)/\(name)" }.first(where: FileManager.default.isExecutableFile)
    }

    /// Runs a program to its end, and returns what it wrote.
    ///
    /// - Parameter environment: `nil` for that of the tests.
    @discardableResult
    package static func run(
        _ path: String, _ arguments: [String], in folder: String = "/",
        environment: [String: String]? = nil
    ) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder)
        process.environment = environment
        let (answer, complaints) = (Pipe(), Pipe())
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = answer
        process.standardError = complaints
        try process.run()
        let said = answer.fileHandleForReading.readDataToEndOfFile()
        let reason = complaints.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            let command = ([path] + arguments).joined(separator: " ")
            throw Failure(description: "\(command): \(String(decoding: reason, as: UTF8.self))")
        }
        return String(decoding: said, as: UTF8.self)
    }
}
