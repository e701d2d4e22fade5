import Glibc

/// One file descriptor, closed with its owner.
package final class Descriptor: Sendable {
    package let raw: Int32

    package init(_ raw: Int32) {
        self.raw = raw
    }

    deinit { close(raw) }
}
