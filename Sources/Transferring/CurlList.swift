import CLibCurl

/// Lines as libcurl keeps them, which reads them during a transfer and does not copy them.
@safe final class CurlList {
    private(set) var raw: UnsafeMutablePointer<curl_slist>?

    init(_ lines: [String]) {
        unsafe raw = nil
        for line in lines {
            guard let longer = unsafe curl_slist_append(raw, line) else {
                preconditionFailure("out of memory")
            }
            unsafe raw = longer
        }
    }

    deinit { unsafe curl_slist_free_all(raw) }
}
