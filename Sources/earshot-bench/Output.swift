import ArgumentParser
import Foundation

enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

/// Writes figures to standard output as soon as they are known.
enum Output {
    static func line(_ text: String) throws {
        try line(Data(text.utf8))
    }

    static func line(_ bytes: Data) throws {
        try FileHandle.standardOutput.write(contentsOf: bytes + Data("\n".utf8))
    }

    /// What is to be known beside the figures, on standard error.
    static func note(_ text: String) throws {
        try FileHandle.standardError.write(contentsOf: Data("\(text)\n".utf8))
    }

    static func json(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        try line(encoder.encode(value))
    }
}
