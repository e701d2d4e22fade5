import CLibCurl

/// Header lines of one request, as libcurl keeps them.
@safe final class HeaderList {
    private(set) var raw: UnsafeMutablePointer<curl_slist>?

    /// Lines that are not plain ASCII are left out: a line break in one would start another.
    init(_ lines: [String]) {
        unsafe raw = nil
        for line in lines where Self.isPlain(line) {
            guard let longer = unsafe curl_slist_append(raw, line) else {
                preconditionFailure("out of memory")
            }
            unsafe raw = longer
        }
    }

    deinit { unsafe curl_slist_free_all(raw) }

    // MARK: - Private

    /// Looks at the bytes where they lie, which is many times faster than through the text's view.
    private static func isPlain(_ line: String) -> Bool {
        var line = line
        return line.withUTF8 { unsafe $0.allSatisfy { $0 >= 0x20 && $0 <= 0x7e } }
    }
}
