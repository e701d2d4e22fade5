import Glibc

/// Why no feed at all can be fetched, and what to change.
package enum FetchError: Error, Equatable, CustomStringConvertible {
    case badNetwork(String)
    case badUserAgent(String)
    /// So many are needed for so many transfers at once.
    case noDescriptors(Int, available: Int, transfers: Int)
    /// With the system's error number.
    case noEventLoop(Int32)
    case noLibrary(String)

    package var description: String {
        switch self {
        case .badNetwork(let text):
            "allow_networks: '\(text)' is not a network; write one like 10.1.0.0/16 or fd00::/8"
        case .badUserAgent(let text):
            "user agent '\(text)' cannot be sent; write one line of plain ASCII"
        case .noDescriptors(let need, let available, let transfers):
            "\(transfers) feeds at a time may need \(need) open files, and only \(available) may be "
                + "open here; lower concurrency in the feeds file, or raise the limit (ulimit -n "
                + "\(need), or LimitNOFILE=\(need) in a systemd unit)"
        case .noEventLoop(let number):
            "the system does not let us wait for sockets (\(unsafe String(cString: strerror(number)))); "
                + "end what else has many files open, or raise the limit of open files"
        case .noLibrary(let reason):
            "libcurl cannot be used (\(reason)); install libcurl 7.87 or newer"
        }
    }
}
