import Foundation

/// The built program, run as its users run it.
struct Program {
    struct Outcome {
        /// As a shell tells it: 128 and its number where a signal ended the process.
        let exitCode: Int32
        let output: String
        let errors: String

        /// - Parameter process: one that was started in the folder, and has ended.
        init(of process: Process, in folder: URL) throws {
            let isSignal = process.terminationReason == .uncaughtSignal
            exitCode = process.terminationStatus + (isSignal ? 128 : 0)
            output = try String(contentsOf: folder.appending(path: "stdout"), encoding: .utf8)
            errors = try String(contentsOf: folder.appending(path: "stderr"), encoding: .utf8)
        }
    }

    /// Built beside the tests.
    static let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "earshot")

    /// Starts the program; its output and errors go to files in the folder.
    ///
    /// - Parameters:
    ///   - environment: variables beside those of the tests themselves.
    ///   - executable: what to start instead.
    static func start(
        _ arguments: [String], in folder: URL, environment: [String: String] = [:],
        executable: URL = Program.executable
    ) throws -> Process {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        for name in ["stdout", "stderr"] {
            try Data().write(to: folder.appending(path: name))
        }
        process.standardOutput = try FileHandle(
            forWritingTo: folder.appending(path: "stdout"))
        process.standardError = try FileHandle(forWritingTo: folder.appending(path: "stderr"))
        process.standardInput = FileHandle.nullDevice
        try process.run()
        return process
    }

    static func run(
        _ arguments: [String], in folder: URL, environment: [String: String] = [:]
    ) throws -> Outcome {
        let process = try start(arguments, in: folder, environment: environment)
        process.waitUntilExit()
        return try Outcome(of: process, in: folder)
    }
}

/// A folder with the shipped feeds/ and rules/, removed when the test lets go of it.
final class SampleFolder: Sendable {
    let url: URL

    /// - Parameter parts: what to copy of the project's own folder.
    init(copying parts: [String] = ["feeds", "rules"]) throws {
        url = FileManager.default.temporaryDirectory.appending(
            path: "earshot-program-\(UUID().uuidString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        let shipped = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        for folder in parts {
            try FileManager.default.copyItem(
                at: shipped.appending(path: folder), to: url.appending(path: folder))
        }
    }

    deinit {
        // What is left behind lies in the system's folder for such things and harms no test.
        try? FileManager.default.removeItem(at: url)
    }

    func write(_ text: String, to path: String) throws {
        let place = url.appending(path: path)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: place)
    }

    /// Every digest and trend report, and their pages, by path.
    func outputs(in folder: String = "out") throws -> [String: Data] {
        var files: [String: Data] = [:]
        for part in ["digests", "trends"] {
            let place = url.appending(path: "\(folder)/\(part)")
            for name in try FileManager.default.contentsOfDirectory(
                atPath: place.path(percentEncoded: false))
            {
                files["\(part)/\(name)"] = try Data(contentsOf: place.appending(path: name))
            }
        }
        return files
    }

    /// The digest and the trend report of the sample's day, and their pages.
    func reports() throws -> [Data] {
        try ["digests", "trends"].flatMap { folder in
            try ["json", "html"].map { ending in
                try Data(contentsOf: url.appending(path: "out/\(folder)/2026-11-22.\(ending)"))
            }
        }
    }
}
