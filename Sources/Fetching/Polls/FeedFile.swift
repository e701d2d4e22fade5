import Glibc
import Model
import Transferring

/// A feed that lies in a file of the operator's own.
struct FeedFile: Sendable {
    let path: String
    let maximumSizeInBytes: Int

    /// Reads the whole file; blocks for as long as the file system does.
    func read() throws(FetchFailure) -> [UInt8] {
        // Opening a pipe would otherwise wait for somebody to write.
        let raw = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard raw >= 0 else { throw failure(Self.reason(errno)) }
        let file = Descriptor(raw)
        let size = try regularSize(of: file)
        guard size <= maximumSizeInBytes else { throw tooLarge }
        let bytes = try contents(of: file, expected: size)
        guard bytes.count <= maximumSizeInBytes else { throw tooLarge }
        return bytes
    }

    // MARK: - Private

    private func regularSize(of file: Descriptor) throws(FetchFailure) -> Int {
        guard let state = FileState(descriptor: file.raw) else {
            throw failure(Self.reason(errno))
        }
        switch state.kind {
        case .file: return state.sizeInBytes
        case .folder: throw failure("is a folder; write the path of a file in it")
        case .link, .pipe, .characterDevice, .other:
            throw failure("is not a regular file; write the path of one")
        }
    }

    /// Reads to the end, or one byte beyond the limit of a file that grows meanwhile.
    private func contents(of file: Descriptor, expected: Int) throws(FetchFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        var isComplete = false
        while !isComplete, bytes.count <= maximumSizeInBytes {
            let room = min(max(expected + 1 - bytes.count, 4_096), maximumSizeInBytes + 1)
            var problem: Int32 = 0
            let piece = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                let length = unsafe Glibc.read(file.raw, buffer.baseAddress, room)
                problem = length < 0 ? errno : 0
                isComplete = length == 0
                count = max(0, length)
            }
            // Mostly the first piece is all there is, and need not be copied.
            if bytes.isEmpty { bytes = piece } else { bytes += piece }
            guard problem == 0 || problem == EINTR else { throw failure(Self.reason(problem)) }
        }
        return bytes
    }

    private var tooLarge: FetchFailure {
        FetchFailure(
            kind: .tooLarge,
            message: "\(path) is larger than \(maximumSizeInBytes) bytes; raise max_size of this "
                + "feed, or split the file")
    }

    private func failure(_ reason: String) -> FetchFailure {
        FetchFailure(kind: .file, message: "\(path) \(reason)")
    }

    private static func reason(_ code: Int32) -> String {
        switch code {
        case ENOENT, ENOTDIR: "is not there; check the path, which starts at the workspace"
        case EACCES, EPERM: "may not be read; give the user of this run the right to read it"
        case ELOOP: "is a link that leads in a circle; correct the link"
        default: "cannot be read: \(unsafe String(cString: strerror(code)))"
        }
    }
}
