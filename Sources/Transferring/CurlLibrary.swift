import CLibCurl
import Glibc

/// What libcurl needs of the whole process, done once.
package enum CurlLibrary {
    /// Throws what the first call found, on every call.
    package static func start() throws(CurlError) {
        try started.get()
    }

    /// Lets this thread take international names for what they are.
    ///
    /// libcurl reads host names in the locale of the thread that uses it, which is the one of C
    /// unless somebody says so, and that has no letters outside ASCII.
    package static func prepareThread() {
        // Without it such names fail, each with its own message; there is nothing else to do.
        if let utf8 = unsafe utf8 { _ = unsafe uselocale(utf8) }
    }

    /// Does something for which international names are taken for what they are, on whatever thread.
    static func readingAllNames<Value>(_ body: () -> Value) -> Value {
        guard let utf8 = unsafe utf8 else { return body() }
        let before = unsafe uselocale(utf8)
        defer { _ = unsafe uselocale(before) }
        return body()
    }

    // MARK: - Private

    /// One for all threads, which only read it, as long as the process lives.
    nonisolated(unsafe) private static let utf8 = unsafe newlocale(1 << LC_CTYPE, "C.UTF-8", nil)

    private static let started: Result<Void, CurlError> = {
        // A connection closed under our hands is an error code, not the end of the process; with
        // NOSIGNAL libcurl leaves this to us.
        _ = signal(SIGPIPE, SIG_IGN)
        guard curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK else {
            return .failure(.notStarted)
        }
        return .success(())
    }()
}
