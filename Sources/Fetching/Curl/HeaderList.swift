import CLibCurl

/// Header lines of one request, as libcurl keeps them.
@safe final class HeaderList {
    private(set) var raw: UnsafeMutablePointer<curl_slist>?

    /// Lines that are not plain ASCII are left out: a line break in one would start another.
    init(_ lines: [String]) {
        unsafe raw = nil
        for line in lines where line.utf8.allSatisfy({ (0x20...0x7e).contains($0) }) {
            guard let longer = unsafe curl_slist_append(raw, line) else {
                preconditionFailure("out of memory")
            }
            unsafe raw = longer
        }
    }

    deinit { unsafe curl_slist_free_all(raw) }
}
