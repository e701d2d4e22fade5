import CLibCurl

/// One libcurl easy handle, for one request.
///
/// Not `Sendable`: libcurl allows a handle on one thread at a time (libcurl-thread(3)).
@safe final class EasyHandle {
    let raw: UnsafeMutableRawPointer
    /// libcurl reads the list during the transfer and does not copy it.
    private var headers = HeaderList([])
    /// Whether it has not been told yet what is the same for all requests.
    private(set) var isNew = true
    /// Whether it may do another transfer.
    private(set) var isReusable = true
    private var addresses = HeaderList([])

    init() throws(TransferFault) {
        guard let raw = unsafe curl_easy_init() else { throw .library("no handle left") }
        unsafe self.raw = raw
    }

    deinit { unsafe curl_easy_cleanup(raw) }

    // MARK: Options

    func set(_ option: CURLoption, _ value: Int) throws(TransferFault) {
        try check(unsafe shim_easy_set_long(raw, option, value), option)
    }

    /// For a text that has a value of its own where none is set.
    func setNone(_ option: CURLoption) throws(TransferFault) {
        try check(unsafe shim_easy_set_string(raw, option, nil), option)
    }

    /// For the options whose names end in `_LARGE`.
    func setLarge(_ option: CURLoption, _ value: Int) throws(TransferFault) {
        try check(unsafe shim_easy_set_offset(raw, option, curl_off_t(value)), option)
    }

    func set(_ option: CURLoption, _ value: String) throws(TransferFault) {
        try check(unsafe shim_easy_set_string(raw, option, value), option)
    }

    /// A number to know the transfer by when it has ended.
    func setKey(_ key: Int) throws(TransferFault) {
        let pointer = unsafe UnsafeMutableRawPointer(bitPattern: key)
        try check(unsafe shim_easy_set_pointer(raw, CURLOPT_PRIVATE, pointer), CURLOPT_PRIVATE)
    }

    func set(headers lines: [String]) throws(TransferFault) {
        headers = HeaderList(lines)
        try check(
            unsafe shim_easy_set_list(raw, CURLOPT_HTTPHEADER, headers.raw), CURLOPT_HTTPHEADER)
    }

    /// Trusts these certificates and no others, for good: there is no way back to the system's.
    func set(certificateFile path: String) throws(TransferFault) {
        isReusable = false
        try set(CURLOPT_CAINFO, path)
    }

    func set(resolve lines: [String]) throws(TransferFault) {
        addresses = HeaderList(lines)
        try check(
            unsafe shim_easy_set_list(raw, CURLOPT_RESOLVE, addresses.raw), CURLOPT_RESOLVE)
    }

    /// - Parameter function: called with the context and the bytes; less than their number back
    ///   ends the transfer.
    func set(_ option: CURLoption, _ function: curl_write_callback) throws(TransferFault) {
        try check(unsafe shim_easy_set_write_function(raw, option, function), option)
    }

    func set(progress function: curl_xferinfo_callback) throws(TransferFault) {
        try set(CURLOPT_NOPROGRESS, 0)
        try check(
            unsafe shim_easy_set_progress_function(raw, function), CURLOPT_XFERINFOFUNCTION)
    }

    func set(openSocket function: curl_opensocket_callback) throws(TransferFault) {
        try check(
            unsafe shim_easy_set_socket_function(raw, function), CURLOPT_OPENSOCKETFUNCTION)
    }

    func set(beforeRequest function: curl_prereq_callback) throws(TransferFault) {
        try check(unsafe shim_easy_set_prerequest_function(raw, function), CURLOPT_PREREQFUNCTION)
    }

    /// What all of these functions are called with.
    func set(context: UnsafeMutableRawPointer) throws(TransferFault) {
        for option in [
            CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_XFERINFODATA, CURLOPT_OPENSOCKETDATA,
            CURLOPT_PREREQDATA,
        ] {
            try check(unsafe shim_easy_set_pointer(raw, option, context), option)
        }
        isNew = false
    }

    /// Lets a transfer go on that its write function has paused.
    func resume() {
        // It fails only for a transfer that has ended, whose end is reported anyway.
        _ = unsafe curl_easy_pause(raw, CURLPAUSE_CONT)
    }

    // MARK: What is known of the transfer

    func number(_ info: CURLINFO) -> Int {
        var value = 0
        return unsafe shim_easy_get_long(raw, info, &value) == CURLE_OK ? value : 0
    }

    /// For what libcurl counts in 64 bits: `_T` names.
    func large(_ info: CURLINFO) -> Int {
        var value: curl_off_t = 0
        return unsafe shim_easy_get_offset(raw, info, &value) == CURLE_OK ? Int(value) : 0
    }

    func text(_ info: CURLINFO) -> String? {
        var value: UnsafeMutablePointer<CChar>?
        guard unsafe shim_easy_get_string(raw, info, &value) == CURLE_OK, let value = unsafe value
        else { return nil }
        return unsafe String(cString: value)
    }

    // MARK: - Private

    private func check(_ code: CURLcode, _ option: CURLoption) throws(TransferFault) {
        guard code == CURLE_OK else {
            throw .library(
                "libcurl does not take option \(option.rawValue) (code \(code.rawValue))")
        }
    }
}
