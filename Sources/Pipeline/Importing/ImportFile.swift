import Foundation
import Parsing

/// A file that is read once, a piece at a time.
final class ImportFile {
    /// Its first bytes, which are handed over again with the rest.
    let head: [UInt8]
    /// `nil` where it cannot be told, as of standard input.
    let size: Int?
    private(set) var bytesRead = 0
    private let path: String
    private let handle: FileHandle
    private var isHeadTaken = false

    /// - Parameter path: `-` for standard input.
    init(path: String) throws(RunError) {
        self.path = path
        if path == "-" {
            handle = .standardInput
            size = nil
        } else {
            guard let handle = FileHandle(forReadingAtPath: path) else {
                throw .badInput("\(path): cannot be read; check its name and owner")
            }
            self.handle = handle
            var status = stat()
            size = unsafe stat(path, &status) == 0 ? Int(status.st_size) : nil
        }
        head = try Self.read(handle, path: path) ?? []
    }

    /// `nil` at the end.
    func next() throws(RunError) -> [UInt8]? {
        guard isHeadTaken else {
            isHeadTaken = true
            bytesRead = head.count
            return head.isEmpty ? nil : head
        }
        guard let chunk = try Self.read(handle, path: path) else { return nil }
        bytesRead += chunk.count
        return chunk
    }

    /// - Throws: `RunError.badInput` for a charset that is not known, or plainly another one.
    func textStream(encoding: String?) throws(RunError) -> TextStream {
        guard let stream = TextStream(label: encoding, start: head) else {
            throw .badInput(
                "--encoding: '\(encoding ?? "")' is not known; there are "
                    + TextStream.names.joined(separator: ", "))
        }
        if stream.isUTF8, !head.isUTF8ToItsEnd {
            throw .badInput(
                "\(path): is not UTF-8; name its charset, such as --encoding windows-1250 for Polish "
                    + "or --encoding windows-1257 for Latvian")
        }
        return stream
    }

    // MARK: - Private

    private static let chunkSize = 1 << 20

    private static func read(_ handle: FileHandle, path: String) throws(RunError) -> [UInt8]? {
        do {
            let data = try handle.read(upToCount: chunkSize)
            return data.flatMap { $0.isEmpty ? nil : [UInt8]($0) }
        } catch {
            throw .badInput("\(path): cannot be read (\(error.reason))")
        }
    }
}

extension [UInt8] {
    /// Whether it is UTF-8, but for a character that its end may cut.
    fileprivate var isUTF8ToItsEnd: Bool {
        (0...3).contains { cut in
            cut <= count && String(validating: self[..<(count - cut)], as: UTF8.self) != nil
        }
    }
}
