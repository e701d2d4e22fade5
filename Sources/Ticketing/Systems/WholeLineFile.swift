import Foundation
import Model

/// A file that ends with a whole line, open to have more written to it.
final class WholeLineFile {
    let path: String
    /// Where the last line ends.
    private(set) var end: UInt64
    private let file: FileHandle

    /// Opens it, or makes it, and cuts off what a killed process left of a line.
    ///
    /// - Parameter end: where the last whole line of these bytes ends.
    /// - Throws: `DeliveryFault.unsent` where it cannot be opened.
    init(_ path: String, end: ([UInt8]) -> Int) throws {
        let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o640)
        guard descriptor >= 0 else {
            throw DeliveryFault.unsent("\(path): \(unsafe String(cString: strerror(errno)))")
        }
        self.path = path
        file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        self.end = UInt64(end([UInt8](try file.readToEnd() ?? Data())))
        try file.truncate(atOffset: self.end)
    }

    /// Whether the path still leads to this file, and nobody else has written to it: a reader may have
    /// taken it away.
    var isUnchanged: Bool {
        guard let here = FileState(descriptor: file.fileDescriptor),
            let there = FileState(path: path, followsLinks: false)
        else { return false }
        return here.identity == there.identity && UInt64(there.sizeInBytes) == end
    }

    /// Writes lines and sees to it that they are on the disk.
    func append(_ lines: [UInt8]) throws {
        try file.seek(toOffset: end)
        try file.write(contentsOf: lines)
        try file.synchronize()
        end += UInt64(lines.count)
    }
}
