/// Why no feed at all can be fetched, and what to change.
package enum FetchError: Error, Equatable, CustomStringConvertible {
    case badNetwork(String)
    case badUserAgent(String)
    case noDescriptors(Int)
    case noLibrary(String)

    package var description: String {
        switch self {
        case .badNetwork(let text):
            "allow_networks: '\(text)' is not a network; write one like 10.1.0.0/16 or fd00::/8"
        case .badUserAgent(let text):
            "user agent '\(text)' cannot be sent; write one line of plain ASCII"
        case .noDescriptors(let count):
            "only \(count) files may be open at once; raise the limit to 1024 (ulimit -n 1024)"
        case .noLibrary(let reason):
            "libcurl cannot be used (\(reason)); install libcurl 7.87 or newer"
        }
    }
}
