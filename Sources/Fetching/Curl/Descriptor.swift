import Glibc

/// One file descriptor, closed with its owner.
final class Descriptor: Sendable {
    let raw: Int32

    init(_ raw: Int32) {
        self.raw = raw
    }

    deinit { close(raw) }
}
