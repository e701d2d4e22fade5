import ArgumentParser
import Foundation

/// This program once more, in a process whose processor time and peak memory are its own.
final class ChildProgram {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()

    private static let ourselves = "/proc/self/exe"

    /// - Parameter path: Another program than this one.
    init(_ arguments: [String], of path: String = ourselves) throws {
        process.executableURL = URL(filePath: path).resolvingSymlinksInPath()
        process.arguments = arguments
        process.standardInput = input
        process.standardOutput = output
        try process.run()
    }

    /// Runs it to its end, which must be a good one, and returns all that it wrote.
    static func output(of arguments: [String]) throws -> Data {
        try output(of: ourselves, arguments)
    }

    static func output(of path: String, _ arguments: [String]) throws -> Data {
        let child = try ChildProgram(arguments, of: path)
        let bytes = try child.output.fileHandleForReading.readToEnd() ?? Data()
        try child.end()
        return bytes
    }

    /// The first line it writes, or what there is of it when it ends early.
    func firstLine() -> String {
        var bytes = Data()
        while !bytes.contains(UInt8(ascii: "\n")) {
            let more = output.fileHandleForReading.availableData
            guard !more.isEmpty else { break }
            bytes += more
        }
        return String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }

    /// Closes its standard input and waits for its end.
    func end() throws {
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw ExitCode(process.terminationStatus) }
    }
}
