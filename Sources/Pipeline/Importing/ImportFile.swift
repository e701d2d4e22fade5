import Foundation
import Model
import Parsing

/// A file that is read a piece at a time, as often as it is wound back.
final class ImportFile {
    /// Its first bytes, which are handed over again with the rest.
    let head: [UInt8]
    let size: Int
    private(set) var bytesRead = 0
    let path: String
    private let handle: FileHandle
    private var isHeadTaken = false

    /// - Parameter path: `-` for standard input.
    init(path: String) throws(RunError) {
        self.path = path
        let isStandardInput = path == "-"
        guard
            let opened = isStandardInput
                ? FileHandle.standardInput : FileHandle(forReadingAtPath: path)
        else { throw .badInput("\(path): cannot be read; check its name and owner") }
        let kind = FileState(descriptor: opened.fileDescriptor)?.kind
        guard kind != .folder else {
            throw .badInput("\(path): is a folder, and none of mails; name a file in it")
        }
        // What comes through a pipe comes once; and others may have read a part of standard input.
        handle = kind == .file && !isStandardInput ? opened : try Self.kept(opened, path: path)
        size = FileState(descriptor: handle.fileDescriptor)?.sizeInBytes ?? 0
        head = try Self.read(handle, path: path) ?? []
        if let what = BinaryFormat.name(of: head) {
            throw .badInput(
                "\(path): is \(what); name a file of CSV or JSON Lines: unpack what is packed, and save "
                    + "a spreadsheet as CSV")
        }
    }

    /// Begins again with the first piece.
    func windBack() throws(RunError) {
        do {
            try handle.seek(toOffset: UInt64(head.count))
        } catch {
            throw .badInput("\(path): cannot be read again (\(error.reason))")
        }
        isHeadTaken = false
        bytesRead = 0
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

    /// Keeps what comes in a file that has no name, so that no one else can read it and nothing is left
    /// of it.
    private static func kept(_ source: FileHandle, path: String) throws(RunError) -> FileHandle {
        let place = NSTemporaryDirectory() + "/earshot-import.\(getpid())"
        _ = unsafe unlink(place)
        let descriptor = unsafe open(place, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .cannotWrite(place) }
        _ = unsafe unlink(place)
        let copy = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        while let piece = try read(source, path: path) {
            do {
                try copy.write(contentsOf: piece)
            } catch {
                throw .cannotWrite(path: place, reason: error.reason)
            }
        }
        do {
            try copy.seek(toOffset: 0)
        } catch {
            throw .cannotWrite(path: place, reason: error.reason)
        }
        return copy
    }

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
