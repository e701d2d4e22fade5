/// Why a transfer cannot even be begun.
package enum CurlError: Error, Hashable, CustomStringConvertible {
    case notStarted
    case noHandle
    /// By libcurl's numbers.
    case refusedOption(Int, code: Int)
    /// The same of what drives many transfers.
    case refusedByMulti(code: Int)
    /// The system does not let us wait for sockets; with its error number.
    case noEventLoop(Int32)

    package var description: String {
        switch self {
        case .notStarted: "libcurl did not start"
        case .noHandle: "libcurl has no handle left"
        case .refusedOption(let option, let code):
            "libcurl does not take option \(option) (code \(code))"
        case .refusedByMulti(let code): "libcurl's multi handle: \(code)"
        case .noEventLoop(let number): "nothing waits for sockets (error \(number))"
        }
    }
}
