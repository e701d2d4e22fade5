import Glibc

/// What the system knows of a file without reading it (stat(2)).
package struct FileState: Hashable, Sendable {
    package let kind: Kind
    package let sizeInBytes: Int
    /// Who may do what with it: `0o640`.
    package let permissions: Int
    /// When it was last written to, in seconds since 1970.
    package let modificationTime: Int
    /// Of that second; two writes of one second are told apart as finely as the system's clock ticks.
    private let modificationNanoseconds: Int
    package let identity: Identity

    package enum Kind: Hashable, Sendable {
        case file, folder, link, pipe
        /// A terminal, `/dev/null` and their like.
        case characterDevice
        case other
    }

    /// One file, under whatever name or link.
    package struct Identity: Hashable, Sendable {
        fileprivate let device: UInt
        fileprivate let number: UInt
    }

    /// Asks for what is at a path; `nil` where nothing is, or nothing can be found out.
    ///
    /// - Parameter followsLinks: whether a link is asked for what it leads to.
    package init?(path: String, followsLinks: Bool = true) {
        var status = stat()
        let code = unsafe followsLinks ? stat(path, &status) : lstat(path, &status)
        guard code == 0 else { return nil }
        self.init(status)
    }

    /// Asks for what is open.
    package init?(descriptor: Int32) {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { return nil }
        self.init(status)
    }

    // MARK: - Private

    private init(_ status: stat) {
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            case S_IFIFO: .pipe
            case S_IFCHR: .characterDevice
            default: .other
            }
        sizeInBytes = Int(status.st_size)
        permissions = Int(status.st_mode & 0o777)
        modificationTime = status.st_mtim.tv_sec
        modificationNanoseconds = status.st_mtim.tv_nsec
        identity = Identity(device: UInt(status.st_dev), number: UInt(status.st_ino))
    }
}
